import type { Parser, WriteResult } from '@connector/outbound-http'
import type { ThuliumSettings } from './settings.ts'
import type { Transport } from './transport.ts'

type CommentField = ThuliumSettings['commentField']

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

const otherField: Record<CommentField, CommentField> = { comment: 'body', body: 'comment' }

/**
 * Writes a comment. The name of its text field is not documented: when the likelier one is refused (400, 422), the
 * other is tried once. Returns the field to use from now on.
 */
export async function writeComment(
  transport: Transport,
  ticketId: number,
  { text, userLogin }: { text: string; userLogin: string },
  likelier: CommentField,
  signal: AbortSignal | undefined,
): Promise<{ result: WriteResult<undefined>; field: CommentField }> {
  const write = (field: CommentField): Promise<WriteResult<undefined>> =>
    transport.send(
      'POST',
      `/tickets/${ticketId}/comment`,
      { [field]: text, user_login: userLogin },
      nothing,
      [text],
      signal,
    )

  const first = await write(likelier)
  const refused = first.outcome === 'not-done' && (first.failure.status === 400 || first.failure.status === 422)
  if (!refused) return { result: first, field: likelier }
  const second = await write(otherField[likelier])
  if (second.outcome === 'done') return { result: second, field: otherField[likelier] }
  // The refusal of the likelier field says more, unless the second try may have written something.
  return { result: second.outcome === 'unknown' ? second : first, field: likelier }
}
