import { listed } from './listed.ts'
import { isObject } from './page.ts'

/** What PHP says where there is nothing. */
export const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || value === false || Number(value) === 0

/** How programs say in their own words, under a good status, that nothing was done. */
const failedStatuses: ReadonlySet<unknown> = new Set(['error', 'fail', 'failed', 'failure'])

/** Errors that come with a good status. What comes beside them is no answer. */
export function saysError(document: unknown): boolean {
  if (document === false) return true
  if (!isObject(document)) return false
  const errors = listed(document['errors'])
  if (errors === undefined || errors.length > 0 || !isNothing(document['error'])) return true
  const { success, status } = document
  return (success !== undefined && success !== null && isNothing(success)) || failedStatuses.has(status)
}
