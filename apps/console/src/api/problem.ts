import type { components } from '@connector/api-client'
import { useTranslations } from 'use-intl'

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

/** Where something is wrong in what was sent, by its path without `body.`. */
export function fieldErrorsOf(error: unknown): Record<string, string> {
  const errors = error instanceof ApiError ? (error.problem?.errors ?? []) : []
  return Object.fromEntries(errors.map(({ field, message }) => [field.replace(/^body\./, ''), message]))
}

/** Says a problem in the language of the page; the API's own words are English. */
export function useProblemWords(): (error: unknown) => string {
  const t = useTranslations('problem')
  return (error) => {
    const problem = error instanceof ApiError ? error.problem : undefined
    if (!problem) return t('network')
    // A dot would lead into a deeper level of the catalogue.
    const key = `codes.${problem.code.replaceAll('.', '_')}` as 'codes.request_invalid'
    return t.has(key) ? t(key) : t('unknown', { code: problem.code })
  }
}
