/** One text in the two languages of the people who read it. */
export interface BothLanguages {
  pl: string
  en: string
}

export const both = (pl: string, en: string): BothLanguages => ({ pl, en })
