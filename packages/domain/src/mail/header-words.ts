import type { Line } from './lines.ts'

export { maxLength } from './lines.ts'

/** A line as a header is read: without marks of bold at its edges. */
export const textAt = (lines: readonly Line[], index: number): string => lines[index]?.head ?? ''

/** "10:15", "10.15", "10:15:00"; not the day and month of "2.11.2026". */
export const hasTime = (text: string): boolean => /(?<![\d.:])[0-2]?\d[:.h][0-5]\d(?![.]?\d)/.test(text)

const numbers = /(?<!\d)\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{2,4}(?!\d)/
/** A year, with the number of a day near it: in any language. */
const dayAndYear =
  /(?<!\d)[0-3]?\d(?!\d)[^\n\d]{0,20}(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d\d(?!\d)[^\d]{1,16}\d{1,2}(?!\d)/

export const hasDate = (text: string): boolean => numbers.test(text) || dayAndYear.test(text)

export const hasAddress = (text: string): boolean => /[^\s@<>]@[^\s@<>]/.test(text)

/** As mail programs write it beside a name. */
export const hasProgramsAddress = (text: string): boolean =>
  /[<[](?:mailto:)?[^\s@<>]{1,200}@[^\s@<>]{1,200}[>\]]/i.test(text)
