import { z } from 'zod'
import type { ApiError } from './api-error.ts'
import { catalogue } from './catalogue.ts'

/** RFC 9457. `code` is the last part of `type` and the one thing programs should look at. */
const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  instance: z.string(),
  code: z.string(),
  action: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof problem>

/** Every route can answer these. */
export const problems = { '4xx': problem, '5xx': problem } as const

export const problemType = 'application/problem+json'

/** @param path of the request, without its query */
export function problemOf(error: ApiError, path: string, requestId: string): Problem {
  const { status, title, action } = catalogue[error.code]
  return {
    type: `urn:connector:problem:${error.code}`,
    title,
    status,
    detail: error.message,
    instance: path,
    code: error.code,
    action,
    requestId,
    ...(error.errors.length > 0 ? { errors: [...error.errors] } : {}),
  }
}
