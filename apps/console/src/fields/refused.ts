import { useState } from 'react'
import { codeOf, useFieldErrors } from '../api/problem.ts'
import { isSame, valueAt, type Values } from './paths.ts'

type Errors = Readonly<Record<string, string>>

/** What is wrong is wrong of what was sent: a field that was changed since is not judged before it is sent again. */
export const stillWrong = (errors: Errors, sent: Values, now: Values): Errors =>
  Object.fromEntries(Object.entries(errors).filter(([path]) => isSame(valueAt(sent, path), valueAt(now, path))))

/**
 * What the API had against a form, for as long as it is true of what stands there.
 * @param now what stands in the form, as it would be sent
 */
export function useRefused(now: Values) {
  const fieldErrorsOf = useFieldErrors()
  const [refused, setRefused] = useState<{ error: unknown; sent: Values }>()
  const all = fieldErrorsOf(refused?.error)
  const errors = refused ? stillWrong(all, refused.sent, now) : {}
  const isCorrected =
    codeOf(refused?.error) === 'request.invalid' && Object.keys(all).length > 0 && Object.keys(errors).length === 0
  return {
    error: isCorrected ? undefined : refused?.error,
    errors,
    refuse: (error: unknown, sent: Values): void => setRefused({ error, sent }),
    forget: (): void => setRefused(undefined),
  }
}
