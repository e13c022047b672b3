import { saysError } from '@connector/contracts'
import type { Parser } from '@connector/outbound-http'

/** Rows lack their custom fields without it. */
export const withFields = ['include_custom_fields', 'true'] as const

/**
 * The answer of a write that gives nothing back: empty, `[]`, or any other JSON. Only an answer that reports an error in
 * spite of its status is not taken for a success: whether it was done has then to be looked up.
 */
export const nothing: Parser<undefined> = (document) =>
  saysError(document) ? { ok: false, reason: 'an error in spite of a good status' } : { ok: true, value: undefined }
