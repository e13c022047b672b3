import type { DomNode, FormatCallback } from 'html-to-text'
import { attribute, styleOf, textAfter, wordsOf } from './dom.ts'
import { isHidden } from './hidden.ts'
import { marks } from './marks.ts'

const emoji =
  /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|[\u200D\uFE0F\u20E3#*\d]){1,30}$/u
const emojiName = /emoji|emoticon|smil/i
const maxEmojiLength = 30

const maxAlt = 300

/** What programs and templates write where a person wrote nothing: names of files, "logo", "image", descriptions by machines. */
const dumb =
  /^[\w .()\p{L}-]{1,120}\.(?:png|jpe?g|gif|webp|bmp|svg|heic|tiff?)$|^(?:inline |embedded )?(?:logo|ikona|icon|image|img|picture|photo|foto|zdjęcie|obraz|obrazek|grafika|bild|зображення|obrázek|banner|baner|belka|stopka|nagłówek|podpis|signature|zrzut(?: ekranu)?|screenshot|facebook|instagram|linkedin|youtube|twitter|tiktok|x)(?:[\s\d:_-].{0,60})?$|automat|generated|generiert/iu

/** Dots by which programs count readers. */
const isDot = (elem: DomNode): boolean =>
  ['width', 'height'].some((side) => /^0*[0-3](?:px)?$/.test(attribute(elem, side) || (styleOf(elem, side) ?? '')))

/** An alternative text that tells what the picture tells, e.g. a code, or the words of a button. */
const speaks = (alt: string, elem: DomNode): boolean =>
  !isDot(elem) && alt.length <= maxAlt && /[\p{L}\d]{2}/u.test(alt) && !dumb.test(alt.trim())

/** Where a picture comes from; pages that fetch theirs late have it in another attribute until then. */
const sources = ['src', 'srcset', 'data-src', 'data-srcset', 'data-original', 'data-lazy-src']

/** The words that stand for a picture; undefined where there are none. */
export function wordsOfPicture(elem: DomNode): string | undefined {
  const alt = attribute(elem, 'alt').replace(/\s+/g, ' ').trim()
  return speaks(alt, elem) ? alt : undefined
}

/**
 * A picture of an emoji is the emoji. Of any other picture a buyer who reads plain text gets the words that stand for it,
 * and the agent is told.
 */
export const image: FormatCallback = (elem, _walk, builder) => {
  if (isHidden(elem)) return
  const alt = attribute(elem, 'alt') || attribute(elem, 'data-emoji')
  const names = attribute(elem, 'class') + attribute(elem, 'goomoji') + attribute(elem, 'data-emoji')
  const isEmoji = (emoji.test(alt) && !/^[\d#*]+$/.test(alt)) || (emojiName.test(names) && alt.length <= maxEmojiLength)
  if (isEmoji) {
    builder.addInline(alt, { noWordTransform: true })
    return
  }
  const told = wordsOfPicture(elem)
  const mark = isDot(elem) || !sources.some((name) => attribute(elem, name) !== '') ? '' : marks.picture
  const shown = told === undefined ? mark : ` ${told}${mark} `
  if (shown !== '') builder.addInline(shown, { noWordTransform: true })
}

/** Outlook replaces ":)" by a J of a font that has a face in its place. */
const wingdings: Readonly<Record<string, string>> = { J: '🙂', K: '😐', L: '🙁', à: '→', ß: '←', ü: '✓', û: '✗' }

const maxLabel = 40

const isBold = (elem: DomNode): boolean =>
  elem.name === 'b' || elem.name === 'strong' || /^(?:bold|bolder|[6-9]00)$/.test(styleOf(elem, 'font-weight') ?? '')

/** "<b>Od:</b> Jan", also with the colon after the bold. */
function isLabel(elem: DomNode): boolean {
  if (!isBold(elem)) return false
  const words = wordsOf(elem)
  if (words === '' || words.length > maxLabel) return false
  return /[:：]$/.test(words) || /^\s?[:：]/.test(textAfter(elem))
}

export const inline: FormatCallback = (elem, walk, builder) => {
  if (isLabel(elem)) builder.addInline(marks.label, { noWordTransform: true })
  const font = styleOf(elem, 'font-family') ?? attribute(elem, 'face').toLowerCase()
  if (!/^["']?wingdings/.test(font)) {
    walk(elem.children, builder)
    return
  }
  builder.pushWordTransform((word) => wingdings[word] ?? word)
  walk(elem.children, builder)
  builder.popWordTransform()
}

/** Programs show signs of a quotation around it that stand nowhere in the text. */
export const quotation: FormatCallback = (elem, walk, builder) => {
  builder.addInline('"', { noWordTransform: true })
  walk(elem.children, builder)
  builder.addInline('"', { noWordTransform: true })
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
