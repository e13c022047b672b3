import type { pl } from './pl.ts'

const languages = ['pl', 'en'] as const
export type Language = (typeof languages)[number]

declare module 'use-intl' {
  interface AppConfig {
    Locale: Language
    Messages: typeof pl
  }
}

/** The one thing besides the appearance that is kept in the browser. */
const place = 'connector.language'

const isLanguage = (text: string | null): text is Language => languages.some((one) => one === text)

/** Polish, unless a person has chosen otherwise here. */
export const chosenLanguage = (): Language => {
  const kept = localStorage.getItem(place)
  return isLanguage(kept) ? kept : 'pl'
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(place, language)
}

const catalogues = {
  pl: async () => (await import('./pl.ts')).pl,
  en: async () => (await import('./en.ts')).en as typeof pl,
}

/** Only the language that is shown is loaded. */
export const loadTexts = (language: Language): Promise<typeof pl> => catalogues[language]()
