/** Without case and marks: "Żółw" and "zolw" are the same. The stroke of ł is no mark of its own in Unicode. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')

/** Words of letters and digits, folded; punctuation parts them. */
export const foldedWords = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** A longer word is none that anybody types; it would fill the index. */
const longestIndexed = 60

/** A word as it stands in the index, and as it is looked for there: whoever pastes a longer one finds it by its beginning. */
export const indexedWord = (word: string): string => word.slice(0, longestIndexed)
