import type { WriteResult } from '@connector/outbound-http'
import type { Transport } from './transport.ts'
import { nothing } from './wire.ts'

/** Which field takes a comment's text is not documented; these are the two worth trying. */
export type CommentField = 'comment' | 'body'

const otherField: Record<CommentField, CommentField> = { comment: 'body', body: 'comment' }

const isRefused = (result: WriteResult<undefined>): boolean =>
  result.outcome === 'not-done' && (result.failure.status === 400 || result.failure.status === 422)

/**
 * Writes a comment. The name of its text field is not documented: when the likelier one is refused (400, 422), the
 * other is tried once. Refused in both, it goes without its author, which need not be named: an agent whose login was switched
 * off or changed is no reason for people not to read it. Returns the field to use from now on.
 */
export async function writeComment(
  transport: Transport,
  ticketId: number,
  { text, userLogin }: { text: string; userLogin: string },
  likelier: CommentField,
  signal: AbortSignal | undefined,
): Promise<{ result: WriteResult<undefined>; field: CommentField }> {
  const write = (field: CommentField, author: { user_login?: string }): Promise<WriteResult<undefined>> =>
    transport.send('POST', `/tickets/${ticketId}/comment`, { [field]: text, ...author }, nothing, [text], signal)

  const first = await write(likelier, { user_login: userLogin })
  if (!isRefused(first)) return { result: first, field: likelier }
  const other = otherField[likelier]
  for (const [field, author] of [
    [other, { user_login: userLogin }],
    [likelier, {}],
    [other, {}],
  ] as const) {
    const result = await write(field, author)
    if (result.outcome === 'done') return { result, field }
    // The refusal of the likelier field says more, unless a later try may have written something.
    if (!isRefused(result)) return { result: result.outcome === 'unknown' ? result : first, field: likelier }
  }
  return { result: first, field: likelier }
}
