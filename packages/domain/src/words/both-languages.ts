/** One text in the two languages of the people who read it. */
export interface BothLanguages {
  pl: string
  en: string
}

export const both = (pl: string, en: string): BothLanguages => ({ pl, en })

/** What a check of zod says where it fails: in English as its message, and in Polish beside it. */
export const inBoth = ({ pl, en }: BothLanguages): { message: string; params: { pl: string } } => ({
  message: en,
  params: { pl },
})
