import { foldedWords as wordsOf } from './fold-words.ts'

export const hasWord = (text: string): boolean => wordsOf(text).length > 0

/** A word this short must stand as it is: "nie" is no beginning of "niebieski". */
const longestWhole = 3

/** Words hold letters and digits only, so nothing in them means something else in a pattern. */
const patternOf = (entry: string): string =>
  wordsOf(entry)
    .map((word) => (word.length <= longestWhole ? word : `${word}[^ ]*`))
    .join(' ')

/**
 * The first entry that is in the text: its words one after another, case, Polish letters and punctuation aside. Polish
 * inflects, so a word of four letters or more is taken for a beginning: "reklamacj" is in "reklamację".
 */
export function findWords(text: string, entries: readonly string[]): string | undefined {
  const words = ` ${wordsOf(text).join(' ')} `
  return entries.find((entry) => {
    const pattern = patternOf(entry)
    return pattern !== '' && new RegExp(` ${pattern} `, 'u').test(words)
  })
}
