import type { FormatCallback } from 'html-to-text'
import { attribute, styleOf } from './dom.ts'

const emoji =
  /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|[\u200D\uFE0F\u20E3#*\d]){1,30}$/u
const emojiName = /emoji|emoticon|smil/i
const maxEmojiLength = 30

/** A picture of an emoji is the emoji; of any other picture a buyer who reads plain text gets nothing. */
export const image: FormatCallback = (elem, _walk, builder) => {
  const alt = attribute(elem, 'alt') || attribute(elem, 'data-emoji')
  const names = attribute(elem, 'class') + attribute(elem, 'goomoji') + attribute(elem, 'data-emoji')
  const isEmoji = (emoji.test(alt) && !/^[\d#*]+$/.test(alt)) || (emojiName.test(names) && alt.length <= maxEmojiLength)
  if (isEmoji) builder.addInline(alt, { noWordTransform: true })
}

/** Outlook replaces ":)" by a J of a font that has a face in its place. */
const wingdings: Readonly<Record<string, string>> = { J: '🙂', K: '😐', L: '🙁', à: '→', ß: '←', ü: '✓', û: '✗' }

export const inline: FormatCallback = (elem, walk, builder) => {
  const font = styleOf(elem, 'font-family') ?? attribute(elem, 'face').toLowerCase()
  if (!/^["']?wingdings/.test(font)) {
    walk(elem.children, builder)
    return
  }
  builder.pushWordTransform((word) => wingdings[word] ?? word)
  walk(elem.children, builder)
  builder.popWordTransform()
}

/** "19<sup>99</sup> zł" must not become 1999 zł, nor "m<sup>2</sup>" m2. */
const shiftedDigits =
  (signs: string): FormatCallback =>
  (elem, walk, builder) => {
    builder.pushWordTransform((word) =>
      /^\d+$/.test(word) ? word.replace(/\d/g, (digit) => signs.charAt(Number(digit))) : word,
    )
    walk(elem.children, builder)
    builder.popWordTransform()
  }

export const superscript = shiftedDigits('⁰¹²³⁴⁵⁶⁷⁸⁹')
export const subscript = shiftedDigits('₀₁₂₃₄₅₆₇₈₉')
