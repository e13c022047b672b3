import { z } from 'zod'
import { field } from '../schemas/field.ts'
import type { ApiError } from './api-error.ts'
import { catalogue, type ProblemCode } from './catalogue.ts'

/** RFC 9457. `code` is the last part of `type` and the one thing programs should look at. */
const problem = z
  .object({
    type: field(z.string(), 'Stands for `code`; a page at this address tells more.', '/problems/tenant.unknown'),
    title: field(z.string(), 'What kind of problem it is.', 'The tenant is not known'),
    titlePl: field(z.string(), 'The same in Polish.', 'Konto nie jest znane'),
    status: field(z.int(), 'The status of the answer.', 404),
    detail: field(z.string(), 'What happened this time.', 'There is no tenant demo-sklep.'),
    detailPl: field(
      z.string(),
      'The same in Polish; missing where `detail` quotes the other side.',
      'Nie ma konta demo-sklep.',
    ).optional(),
    instance: field(z.string(), 'Path of the request.', '/api/tenants/demo-sklep'),
    code: field(z.string(), 'Stable; look at this one in programs.', 'tenant.unknown'),
    action: field(z.string(), 'What to do about it.', 'Connect its Thulium account with POST /api/tenants.'),
    actionPl: field(z.string(), 'The same in Polish.', 'Połącz jego konto Thulium przez POST /api/tenants.'),
    requestId: field(z.string(), 'Finds the request in the log.', 'caller-7:1'),
    errors: field(
      z.array(
        z.object({
          field: field(z.string(), 'Where in the request.', 'body.mailbox'),
          pointer: field(z.string(), 'The same as a JSON pointer into the body.', '#/mailbox').optional(),
          message: field(z.string(), 'What is wrong there.', 'Invalid email address'),
          messagePl: field(z.string(), 'The same in Polish.', 'Nieprawidłowy email address'),
        }),
      ),
      'Every wrong field, with `request.invalid`; what the other side does not accept, with `credentials.not_accepted`.',
    ).optional(),
  })
  .meta({ id: 'Problem', description: 'A problem by RFC 9457.' })
export type Problem = z.infer<typeof problem>

/** Every route can answer these. */
export const problems = { '4xx': problem, '5xx': problem } as const

export const problemType = 'application/problem+json'

/** RFC 9457 allows it to be relative: it leads to this very service, wherever that is. */
const typeOf = (code: ProblemCode): string => `/problems/${code}`

/** @param path of the request, without its query */
export function problemOf(error: ApiError, path: string, requestId: string): Problem {
  const { status, title, titlePl, action, actionPl } = catalogue[error.code]
  return {
    type: typeOf(error.code),
    title,
    titlePl,
    status,
    detail: error.message,
    ...(error.detailPl === undefined ? {} : { detailPl: error.detailPl }),
    instance: path,
    code: error.code,
    action,
    actionPl,
    requestId,
    ...(error.errors.length > 0 ? { errors: [...error.errors] } : {}),
  }
}
