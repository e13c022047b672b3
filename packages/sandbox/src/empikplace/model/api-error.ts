/** An answer the imitated API refuses with. Inbox calls carry `errors[]`, the classic ones a `message` and `status`. */
export class ApiError extends Error {
  readonly status: number
  readonly body: unknown

  constructor(status: number, body: unknown) {
    super(`HTTP ${status}`)
    this.status = status
    this.body = body
  }
}

/** The shape of the inbox calls: `{errors: [{code, field?, message}]}`. */
export function inboxError(status: number, code: string, message: string, field?: string): ApiError {
  return new ApiError(status, { errors: [{ code, ...(field !== undefined && { field }), message }] })
}

/** The shape of the older calls: `{message, status}`. */
export function classicError(status: number, message: string): ApiError {
  return new ApiError(status, { message, status })
}

/** The shape of the authentication layer: `{code, message}`. */
export function unauthorized(): ApiError {
  return new ApiError(401, { code: 401, message: 'Unauthorized, the API key is missing or not valid' })
}
