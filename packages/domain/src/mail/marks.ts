/**
 * What the layout of a mail tells the cut, as characters of the private use area, so nobody writes them. Marks of a line
 * stand at its beginning.
 */
export const marks = {
  /** Here the converter left out what is nested too deep. */
  leftOut: '\uE000',
  /** A line that is empty on purpose. */
  blank: '\uE001',
  /** An element without content: no line at all. */
  nothing: '\uE002',
  /** The first line of a paragraph. */
  paragraph: '\uE003',
  /** A line of what the mail program keeps as the signature. */
  signature: '\uE004',
  /** The mail program begins a quote here, if quoted lines follow. */
  quote: '\uE005',
  /** All that follows was there before, says the mail program. */
  history: '\uE006',
} as const

const all = /[\uE000-\uE006]/g
const allButLeftOut = /[\uE001-\uE006]/g

/** Takes out what looks like our marks, before we set any. */
export const withoutForeignMarks = (text: string): string => text.replace(all, '')

/** A place that was left out stays known. */
export const withoutMarks = (text: string): string => text.replace(allButLeftOut, '')

/** Whether anything is there to be read. */
export const isEmpty = (text: string): boolean => withoutMarks(text).trim() === ''

/** Sets a mark on each line. */
export const markLines = (text: string, mark: string): string => text.replace(/^/gm, mark)
