import type { Parser } from '@connector/outbound-http'

/** Rows lack their custom fields without it. */
export const withFields = ['include_custom_fields', 'true'] as const

/**
 * The answer of a write that gives nothing back: empty, `[]`, or any other JSON. Only an answer that lists errors in
 * spite of its status is not taken for a success: whether it was done has then to be looked up.
 */
export const nothing: Parser<undefined> = (document) => {
  const errors: unknown =
    typeof document === 'object' && document !== null && 'errors' in document ? document.errors : []
  if (Array.isArray(errors) && errors.length === 0) return { ok: true, value: undefined }
  return { ok: false, reason: 'errors in spite of a good status' }
}
