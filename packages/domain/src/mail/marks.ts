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
  /** Bold words that end in a colon. */
  label: '\uE007',
  /** The next line is the first under a line across, or beside a line down. */
  ruled: '\uE008',
  /** A line that the mail program itself keeps as quoted. */
  cited: '\uE009',
  /** A line that an editor keeps as quoted, whoever put it there. */
  set: '\uE00E',
  /** Two hyphens with their blank, which HTML would lose. */
  delimiter: '\uE00A',
  /** What the mail program kept as history ends before this line. */
  historyEnd: '\uE00B',
  /** Here was a picture that a text cannot show. */
  picture: '\uE00C',
  /** Here were words that no reader of the mail saw. */
  hidden: '\uE00D',
  /** The words before were a link that leads nowhere for anybody else. */
  link: '\uE00F',
  /** Here were words that are struck out. */
  struck: '\uE010',
} as const

const all = /[\uE000-\uE010]/g
const allButLeftOut = /[\uE001-\uE010]/g
const leading = /^[\uE001-\uE010\s]*/

/** Marks of what is missing where they stand. */
export const toTell = [marks.picture, marks.hidden, marks.link, marks.struck] as const
const notToTell = new RegExp(`[^${toTell.join('')}]`, 'g')

/** Our marks as HTML may write them: fonts of signs ("Material Icons") have theirs at the same places. */
const escaped = /&#(?:x0{0,6}e0(?:0[\da-f]|10)|0{0,6}573(?:4[4-9]|5\d|60))(?![\da-f]);?/gi

/** Takes out what HTML would make one of our marks of. */
export const withoutEscapedMarks = (html: string): string => html.replace(escaped, '')

/** Takes out what looks like our marks, before we set any. */
export const withoutForeignMarks = (text: string): string => withoutEscapedMarks(text.replace(all, ''))

/** A place that was left out stays known. */
export const withoutMarks = (text: string): string => text.replace(allButLeftOut, '')

const read = /[^\uE001-\uE010\s]/

/** Whether nothing is there to be read; of a long text the first letter tells. */
export const isEmpty = (text: string): boolean => !read.test(text)

/** Sets a mark on each line. */
export const markLines = (text: string, mark: string): string => text.replace(/^/gm, mark)

/** The marks at the beginning of a line. */
export const marksOf = (line: string): string => leading.exec(line)?.[0] ?? ''

/** What has to be told of a text that does not stay. */
export const toldOf = (text: string): string => text.replace(notToTell, '')

/** No line, but what has to be told of it. */
export const nothingBut = (text: string): string => marks.nothing + toldOf(text)
