import { catalogue, type ProblemCode } from './catalogue.ts'

/** One wrong field of a request; `field` is a path such as `body.queueId`. */
export interface FieldError {
  field: string
  message: string
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
