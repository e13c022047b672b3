import { foldedWords, indexedWord } from '@connector/domain/text'

/** Shorter words must stand as they are: "na" is no beginning that anybody means. */
const longestWhole = 2
/** Polish inflects: "faktura" is to find "fakturę" and "faktury", so a longer word goes without its last vowel. */
const shortestInflected = 5
const lastVowel = /[aeiouy]$/

/** Words of a search as PostgreSQL looks for them. They hold letters and digits only, so nothing in them means something else. */
export const wordQueries = (text: string): string[] => {
  const words = foldedWords(text)
    .map(indexedWord)
    .map((word) =>
      word.length <= longestWhole
        ? `'${word}'`
        : `'${word.length >= shortestInflected ? word.replace(lastVowel, '') : word}':*`,
    )
  return [...new Set(words)]
}
