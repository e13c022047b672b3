import type { components } from '@connector/api-client'
import { useLocale, useTranslations } from 'use-intl'
import type { Language } from '../texts/language.ts'

export type Problem = components['schemas']['Problem']

/** An answer of the API that is no success, or none at all (`problem` is undefined then). */
export class ApiError extends Error {
  readonly problem: Problem | undefined

  constructor(problem: Problem | undefined, cause?: unknown) {
    super(problem?.detail ?? 'No answer', { cause })
    this.problem = problem
  }

  get code(): string | undefined {
    return this.problem?.code
  }
}

export const codeOf = (error: unknown): string | undefined => (error instanceof ApiError ? error.code : undefined)

/** Where something is wrong in what was sent, by its path without `body.`, in the language of the page. */
export function useFieldErrors(): (error: unknown) => Record<string, string> {
  const language = useLocale()
  return (error) => {
    const errors = error instanceof ApiError ? (error.problem?.errors ?? []) : []
    return Object.fromEntries(
      errors.map(({ field, message, messagePl }) => [
        field.replace(/^body\./, ''),
        language === 'pl' ? messagePl : message,
      ]),
    )
  }
}

/** `errors`, `if-match`: what is to be done by whoever wrote the request, which is this page. */
const isForPrograms = ({ action, actionPl }: Problem): boolean => [action, actionPl].some((text) => text.includes('`'))

/** What the API itself says of a problem, in one of its two languages: what happened, and what a person can do. */
export function saidByApi(problem: Problem, language: Language): string {
  const { title, detail, action } = problem
  const said =
    language === 'pl'
      ? { title: problem.titlePl, detail: problem.detailPl ?? detail, action: problem.actionPl }
      : { title, detail, action }
  const what = said.detail === title || said.detail === said.title ? `${said.title}.` : said.detail
  return isForPrograms(problem) ? what : `${what} ${said.action}`
}

/** Says a problem in the language of the page: in the page's own words where it has some, else in those of the API. */
export function useProblemWords(): (error: unknown) => string {
  const t = useTranslations('problem')
  const language = useLocale()
  return (error) => {
    const problem = error instanceof ApiError ? error.problem : undefined
    if (!problem) return t('network')
    // A dot would lead into a deeper level of the catalogue.
    const key = `codes.${problem.code.replaceAll('.', '_')}` as 'codes.request_invalid'
    if (!t.has(key)) return saidByApi(problem, language)
    return problem.code === 'internal.unexpected' ? `${t(key)} ${t('requestId', { id: problem.requestId })}` : t(key)
  }
}
