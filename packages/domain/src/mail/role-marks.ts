import type { FormatCallback } from 'html-to-text'
import { markLines, marks } from './marks.ts'
import { holdsHistory, roleOf } from './roles.ts'
import { isRuled } from './borders.ts'
import { hasWords } from './dom.ts'
import { isMedia } from './hidden.ts'
import { isStruck, type StruckWords } from './struck.ts'

/** Whoever is laid out inside a signature: its lines are marked as one once, however many are in each other. */
const inSignature = new WeakSet<object>()

/** Sets the marks by which the cut knows what an element is for, and sees to words that are struck out. */
export const withRole =
  (whole: FormatCallback, struckWords: StruckWords, isInline = false): FormatCallback =>
  (elem, walk, builder, options) => {
    const format = isStruck(elem) ? struckWords(whole, isInline) : whole
    const role = roleOf(elem)
    if (role === 'hidden') {
      const mark = hasWords(elem) ? marks.hidden : isMedia(elem) ? marks.picture : ''
      if (mark !== '') builder.addInline(mark, { noWordTransform: true })
      return
    }
    if (isMedia(elem)) builder.addInline(marks.picture, { noWordTransform: true })
    // A line across says so itself.
    if (!isInline && elem.name !== 'hr' && isRuled(elem)) {
      builder.openBlock()
      builder.addLiteral(marks.ruled)
      builder.closeBlock()
    }
    // Outlook for telephones leaves an empty one where nothing was there before.
    const isEmptied = role === 'history' && holdsHistory(elem) && !hasWords(elem) && !isMedia(elem)
    if (role === 'quote' || (role === 'history' && !isEmptied)) {
      builder.openBlock()
      builder.addLiteral(marks[role])
      builder.closeBlock()
    }
    if (role !== 'signature' || inSignature.has(builder)) {
      format(elem, walk, builder, options)
      if (role === 'history' && holdsHistory(elem) && !isEmptied) {
        builder.openBlock()
        builder.addLiteral(marks.historyEnd)
        builder.closeBlock()
      }
      return
    }
    if (isInline) {
      builder.addInline(marks.signature)
      format(elem, walk, builder, options)
      return
    }
    builder.openBlock()
    inSignature.add(builder)
    format(elem, walk, builder, options)
    inSignature.delete(builder)
    builder.closeBlock({ blockTransform: (text) => markLines(text === '' ? marks.nothing : text, marks.signature) })
  }
