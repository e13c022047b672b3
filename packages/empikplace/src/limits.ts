import { failure, FailureCode } from '@connector/outbound-http'
import type { Failure } from '@connector/outbound-http'
import type { OutgoingFile } from './types.ts'

/** Documented limits of one message; what breaks them is refused here instead of by EmpikPlace. */
const shortestBody = 3
const longestBody = 50_000
/** Per order over all its threads; a single message can break it alone. */
const mostFiles = 50
const largestMessageBytes = 30 * 1024 * 1024

const refused = (message: string): Failure => failure('refused', message, { code: FailureCode.notAcceptable })

/** Why a message cannot be sent, or undefined. */
export function refusalOf(body: string, recipients: number, files: readonly OutgoingFile[]): Failure | undefined {
  // Characters are not defined further: the short limit counts whole ones, the long limit UTF-16 units, so that
  // neither way of counting on the other side can come to another result.
  if (Array.from(body).length < shortestBody) return refused(`The text is shorter than ${shortestBody} characters`)
  if (body.length > longestBody) return refused(`The text is longer than ${longestBody} characters`)
  if (recipients === 0) return refused('The message has no recipient')
  if (files.length > mostFiles) return refused(`More than ${mostFiles} files`)
  const total = files.reduce((sum, file) => sum + file.size, 0)
  if (total > largestMessageBytes) return refused(`The files are larger than ${largestMessageBytes} bytes together`)
  return undefined
}

/** An id that cannot stand in an address: '' and dots would lead to another one. */
export function refusalOfId(id: string): Failure | undefined {
  return /^\.*$/.test(id) ? refused('The id is empty or consists of dots') : undefined
}
