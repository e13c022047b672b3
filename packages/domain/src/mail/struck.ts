import type { DomNode, FormatCallback } from 'html-to-text'
import { hasWords, styleOf } from './dom.ts'
import { marks } from './marks.ts'

const struckTags: ReadonlySet<string> = new Set(['s', 'strike', 'del'])

/** Whether a line runs through the words of an element: whoever reads the mail takes them for withdrawn. */
export function isStruck(element: DomNode): boolean {
  const styles = [styleOf(element, 'text-decoration'), styleOf(element, 'text-decoration-line')]
  if (styles.some((style) => /\bline-through\b/.test(style ?? ''))) return true
  return struckTags.has(element.name ?? '') && !styles.some((style) => /^(?:none|initial|unset)\b/.test(style ?? ''))
}

/** How words that are struck out enter a text, which has no line for them. */
export type StruckWords = (format: FormatCallback, isInline: boolean) => FormatCallback

/** Nobody may take for valid what was withdrawn: a buyer does not get it, and the agent is told. */
export const leaveOut: StruckWords = (format, isInline) => (elem, walk, builder, options) => {
  if (!hasWords(elem)) {
    format(elem, walk, builder, options)
    return
  }
  if (!isInline) builder.openBlock()
  builder.addInline(marks.struck, { noWordTransform: true })
  if (!isInline) builder.closeBlock()
}

const within = (element: DomNode): boolean => {
  for (let outer = element.parent; outer; outer = outer.parent) if (isStruck(outer)) return true
  return false
}

/** Agents read all that was written. */
export const nameThem: StruckWords = (format, isInline) => (elem, walk, builder, options) => {
  if (!hasWords(elem) || within(elem)) {
    format(elem, walk, builder, options)
    return
  }
  if (!isInline) builder.openBlock()
  builder.addInline('[przekreślone: ', { noWordTransform: true })
  format(elem, walk, builder, options)
  builder.addInline(']', { noWordTransform: true })
  if (!isInline) builder.closeBlock()
}
