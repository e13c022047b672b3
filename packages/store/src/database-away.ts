/** Of the operating system, while connecting or in the middle of a query. */
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'EPIPE',
  'ENOENT',
])

/** Of PostgreSQL: class 08 (connection), 57P01 to 57P03 (it stops, crashed or starts), 53300 (no connection left), 3D000 (being made anew). */
const sqlStates = /^(?:08\w{3}|57P0[1-3]|53300|3D000)$/

/** The driver gives these two no code. */
const driverTexts =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection)/

/** Whether an error says that PostgreSQL cannot be reached now, so that the same request may work later. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  // A missing socket file is a connection refused; a missing file of our own is not.
  const fromNetwork = networkCodes.has(code) && ('syscall' in error || error instanceof AggregateError)
  return fromNetwork || sqlStates.test(code) || driverTexts.test(error.message)
}

/** 57014, query_canceled: PostgreSQL gave a statement up after the bound that the pool of the API sets. The log wraps it. */
export const isStatementTooLong = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && error.code === '57014') || isStatementTooLong(error.cause))
