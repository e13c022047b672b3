import type { WriteResult } from '@connector/outbound-http'
import type { Transport } from './transport.ts'
import { nothing } from './wire.ts'

/** Which field takes a comment's text is not documented; these are the two worth trying. */
export type CommentField = 'comment' | 'body'

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
