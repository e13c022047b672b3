import { createContext, useContext } from 'react'
import type { Language } from '../texts/language.ts'

/** Changes the language of the page. */
export const LanguageSwitch = createContext<(language: Language) => void>(() => undefined)

export const useLanguageSwitch = (): ((language: Language) => void) => useContext(LanguageSwitch)
