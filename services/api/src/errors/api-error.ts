import { catalogue, type ProblemCode } from './catalogue.ts'

/** One wrong field of a request; `field` is a path such as `body.queueId`. */
export interface FieldError {
  field: string
  /** Where in the body (RFC 6901); only for the body. */
  pointer?: string
  message: string
  /** The same in Polish; a general word where there is none. */
  messagePl?: string
}

/** A problem on its way to the caller. */
export class ApiError extends Error {
  readonly code: ProblemCode
  readonly errors: readonly FieldError[]

  /** @param detail about this one case, for people; never a secret */
  constructor(code: ProblemCode, detail?: string, errors: readonly FieldError[] = [], options?: ErrorOptions) {
    super(detail ?? catalogue[code].title, options)
    this.code = code
    this.errors = errors
  }
}
