/** Without case and marks: "Żółw" and "zolw" are the same. The stroke of ł is no mark of its own in Unicode. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')

/** Words of letters and digits, folded; punctuation parts them. */
export const foldedWords = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
