import type { BothLanguages } from '@connector/domain/words'
import { catalogue, type ProblemCode } from './catalogue.ts'

/** One wrong field of a request; `field` is a path such as `body.queueId`. */
export interface FieldError {
  field: string
  /** Where in the body (RFC 6901); only for the body. */
  pointer?: string
  message: string
  /** The same in Polish; a general word where there is none. */
  messagePl: string
}

/** A problem on its way to the caller. */
export class ApiError extends Error {
  readonly code: ProblemCode
  readonly errors: readonly FieldError[]
  /** What is said of this one case, in Polish; undefined where it came from outside and is in whatever language it came in. */
  readonly detailPl: string | undefined

  /** @param detail about this one case, for people; a text from outside is as it came. Never a secret */
  constructor(
    code: ProblemCode,
    detail?: BothLanguages | { outside: string },
    errors: readonly FieldError[] = [],
    options?: ErrorOptions,
  ) {
    const { title, titlePl } = catalogue[code]
    const said = detail ?? { en: title, pl: titlePl }
    super('en' in said ? said.en : said.outside, options)
    this.code = code
    this.detailPl = 'pl' in said ? said.pl : undefined
    this.errors = errors
  }
}
