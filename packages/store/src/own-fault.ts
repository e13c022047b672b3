import { isDatabaseAway } from './database-away.ts'
import { CredentialsUnreadable } from './sealing.ts'

/** SQLSTATE of a database that answers and takes no writes. */
const refusals: Readonly<Record<string, string>> = {
  '53100': 'the disk of its database is full',
  '25006': 'its database takes no writes',
  '57014': 'its database was too slow',
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Its disk is full, or it is a copy that is only read. */
export const takesNoWrites = (error: unknown): boolean => ['53100', '25006'].includes(codeOf(error))

function reasonOf(error: unknown): string | undefined {
  if (error instanceof CredentialsUnreadable) return 'its master key does not open the stored credentials'
  if (isDatabaseAway(error)) return 'its database cannot be reached'
  const refusal = refusals[codeOf(error)]
  // The event log wraps what the database says.
  return refusal ?? (error instanceof Error && error.cause !== undefined ? reasonOf(error.cause) : undefined)
}

/** Of our own code, where neither the database nor a key explains it: a value that it cannot take, or a bug. */
export function isUnexplained(error: unknown): boolean {
  if (reasonOf(error) !== undefined) return false
  const code = codeOf(error)
  // Class 22 is data, 23 a constraint, 42 a statement; codes of Node for wrong calls begin with ERR_.
  return code === '' || /^(?:22|23|42)\w{3}$/.test(code) || code.startsWith('ERR_')
}

/**
 * What a tenant is told of an error that is ours. Never its own text: that speaks of our tables and rows, and belongs into the
 * log of the service.
 */
export const ownFaultText = (error: unknown): string =>
  `The connector has a fault of its own: ${reasonOf(error) ?? 'something unexpected happened'}. Its operator finds it in the log.`
