import { useLocale } from 'use-intl'
import type { Language } from './language.ts'

const megabyte = 1024 * 1024

export const tenthOfMegabyte = megabyte / 10

/** Megabytes without their unit, as comments in the ticket and the panel beside it write them. */
export const megabytesIn = (bytes: number, language: Language): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(bytes / megabyte)

export function useMegabytes(): (bytes: number) => string {
  const language = useLocale()
  return (bytes) => megabytesIn(bytes, language)
}
