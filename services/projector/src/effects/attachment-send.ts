import { withEntries } from '@connector/connections'
import {
  attachmentCount,
  bytesBeforeReply,
  bytesOverLimit,
  carries,
  fileType,
  mostAttachments,
  outgoingNames,
  outgoingText,
  replyFile,
  type OutgoingName,
  type ReplyFile,
} from '@connector/domain/attachments'
import type { OutcomeEvent } from '@connector/domain/conversation'
import type { AttachmentUnavailable } from '@connector/domain/events'
import { replyRecipients } from '@connector/domain/replies'
import { normaliseText } from '@connector/domain/text'
import { authorOf, isFromConsole } from '@connector/domain/words'
import { failure, FailureCode, type Failure, type WriteResult } from '@connector/outbound-http'
import type { TicketAttachment } from '@connector/thulium'
import type { AnswerFiles } from './answer-files.ts'
import { withFile } from './file-content.ts'
import {
  fromWrite,
  lookupFailed,
  notFound,
  otherSide,
  refused,
  type EffectContext,
  type EffectHandler,
  type Result,
} from './handler.ts'
import { mayBeForgotten, mayBeOurs } from './look-first.ts'
import { mayReadThread } from './may-read-thread.ts'
import { notInThread } from './not-in-thread.ts'
import { isFirmRefusal, isStubborn, unsure } from './doubts.ts'

type Why = Pick<AttachmentUnavailable, 'reason' | 'overBytes' | 'limitBytes' | 'message'>
type Sent = WriteResult<{ messageId: string; bytes: number }>

/** Sends one file of a reply to those it may go to, as a message of its own behind the reply's text. */
export const attachmentSendHandler = (answerFiles: AnswerFiles): EffectHandler => ({
  async perform(context) {
    const { connection, effect, ref, state, signal } = context
    const file = replyFile(state, effect.subject)
    const sendAs = outgoingNames(state).get(effect.subject)
    if (!file || !sendAs) return refused('The file is not known to this conversation.')
    const { name } = sendAs
    const to = file.reply.filesTo ?? file.reply.to ?? replyRecipients(state)
    if (to.length === 0) return unavailable(context, file, { reason: 'unnamed' })
    const { allowedTypes, conversationLimitBytes: limit } = connection.settings.attachments
    if (!allowedTypes.includes(fileType(name))) return unavailable(context, file, { reason: 'type-not-allowed' })
    if (attachmentCount(state) >= mostAttachments) return unavailable(context, file, { reason: 'too-many' })

    const before = bytesBeforeReply(ref, state)
    if (isFromConsole(file.reply)) return sendHandedOver(context, answerFiles, file, { sendAs, to, before, limit })

    const ticket = withEntries(await connection.thulium.ticket(file.reply.ticketId, signal), connection)
    if (!ticket.ok)
      return ticket.failure.class === 'refused' ? notFetched(context, file, ticket.failure) : otherSide(ticket.failure)
    const element = elementOf(
      ticket.value.messages.find(({ id }) => id === file.reply.thuliumMessageId)?.attachments ?? [],
      file,
    )
    if (!element) return notShown(context, file)

    const opened = await withFile(
      (until) => connection.thulium.attachment(element, Number.MAX_SAFE_INTEGER, until),
      Math.max(0, limit - before),
      signal,
      async ({ size, contentType, bytes }): Promise<Sent> => {
        const result = await connection.empikplace.reply(
          ref.threadId,
          {
            body: outgoingText(sendAs),
            to,
            files: [{ name, contentType, size, bytes }],
          },
          signal,
        )
        return result.outcome === 'done'
          ? { ...result, value: { messageId: result.value.messageId, bytes: size } }
          : result
      },
    )
    if (opened.kind === 'failed') return notFetched(context, file, opened.failure)
    if (opened.kind === 'too-large') {
      const overBytes = bytesOverLimit(before, Math.max(opened.bytes, element.size ?? 0), limit)
      return unavailable(context, file, { reason: 'over-limit', overBytes, limitBytes: limit })
    }
    return outcomeOf(context, file, name, opened.value)
  },

  /** A message of the shop that may be ours, with the file's text and name, carries it (docs/outside/empikplace.md: was it sent). */
  async lookUp(context) {
    const { connection, effect, ref, state, signal } = context
    const sentAs = outgoingNames(state).get(effect.subject)
    if (!sentAs) return notFound
    const answer = await connection.empikplace.thread(ref.threadId, signal)
    if (!answer.ok) return lookupFailed(answer.failure)
    const writtenAt = replyFile(state, effect.subject)?.reply.writtenAt
    const mayBeIt = mayBeOurs(context, writtenAt)
    const found = answer.value.thread.messages.find(
      (message) => authorOf(message.from) === 'seller' && mayBeIt(message) && carries(message, sentAs),
    )
    if (!found) return notInThread(context, answer.value.thread, writtenAt, normaliseText(outgoingText(sentAs)))
    const bytes = found.attachments[0]?.size ?? 0
    return { kind: 'done', event: relayed(context, sentAs.name, { messageId: found.id, bytes }, 'adopted') }
  },
})

/** The file of an answer from the console is in our keeping, and no longer than until it is sent. */
async function sendHandedOver(
  context: EffectContext,
  answerFiles: AnswerFiles,
  file: ReplyFile,
  {
    sendAs,
    to,
    before,
    limit,
  }: { sendAs: OutgoingName; to: NonNullable<ReplyFile['reply']['to']>; before: number; limit: number },
): Promise<Result> {
  const { connection, ref, signal } = context
  const fileId = file.reply.files?.[file.place]?.fileId
  const kept = fileId === undefined ? undefined : await answerFiles.read(ref.tenantId, fileId)
  if (fileId === undefined || !kept) return unavailable(context, file, { reason: 'gone' })
  const { contentType, bytes } = kept
  const overBytes = bytesOverLimit(before, bytes.length, limit)
  if (overBytes > 0) return unavailable(context, file, { reason: 'over-limit', overBytes, limitBytes: limit })
  const { name } = sendAs
  const result = await connection.empikplace.reply(
    ref.threadId,
    { body: outgoingText(sendAs), to, files: [{ name, contentType, size: bytes.length, bytes }] },
    signal,
  )
  if (result.outcome !== 'done') return outcomeOf(context, file, name, result)
  await answerFiles.drop(ref.tenantId, fileId)
  const sent = { ...result, value: { messageId: result.value.messageId, bytes: bytes.length } }
  return outcomeOf(context, file, name, sent)
}

/** After a restore the buyer may have got it, though the log has it as never tried. */
export const mayFileBeSent = (context: EffectContext): boolean => {
  const file = replyFile(context.state, context.effect.subject)
  return file !== undefined && mayBeForgotten(context, file.reply.writtenAt)
}

/** By place and name; by name alone should an agent have changed the order meanwhile. */
const elementOf = (elements: readonly TicketAttachment[], { place, name }: ReplyFile): TicketAttachment | undefined => {
  const there = elements[place]
  return there && (there.name ?? '') === name ? there : elements.find((element) => (element.name ?? '') === name)
}

/** The agent may have taken it away; but an answer lacks something now and then, and telling him that it is gone is for good. */
const notShown = (context: EffectContext, file: ReplyFile): Result =>
  isFirmRefusal(context)
    ? unavailable(context, file, { reason: 'not-fetchable' })
    : otherSide(
        failure('unreachable', 'The ticket does not show the file; it is read again', { code: FailureCode.inDoubt }),
      )

/** Thulium was read a moment ago with the same credentials, so any refusal, and any failure that stays, is about this file, or about its ticket. */
function notFetched(context: EffectContext, file: ReplyFile, failure: Failure): Result {
  const forGood = failure.class === 'refused' || failure.class === 'credentials-rejected'
  if (forGood && !isFirmRefusal(context)) return otherSide(unsure(failure))
  if (forGood) return unavailable(context, file, { reason: 'not-fetchable' })
  if (failure.class !== 'unreachable') return otherSide(failure)
  return isStubborn(context)
    ? unavailable(context, file, { reason: 'not-fetchable', message: failure.message })
    : otherSide(unsure(failure))
}

async function outcomeOf(context: EffectContext, file: ReplyFile, name: string, result: Sent): Promise<Result> {
  if (result.outcome === 'not-done') {
    const { failure } = result
    if (
      failure.class === 'refused' ||
      failure.class === 'too-large' ||
      (failure.status === 403 && (await mayReadThread(context)))
    )
      return unavailable(context, file, { reason: 'refused', message: failure.message })
  }
  return fromWrite(result, (value) => relayed(context, name, value, 'done'))
}

const relayed = (
  { effect }: EffectContext,
  name: string,
  { messageId, bytes }: { messageId: string; bytes: number },
  how: 'done' | 'adopted',
): OutcomeEvent => ({
  type: 'AttachmentRelayed',
  data: { effectKey: effect.effectKey, direction: 'to-empikplace', name, bytes, as: 'file', messageId, how },
})

const unavailable = ({ effect }: EffectContext, { name }: ReplyFile, why: Why): Result => ({
  kind: 'done',
  event: {
    type: 'AttachmentUnavailable',
    data: { effectKey: effect.effectKey, direction: 'to-empikplace', name, ...why },
  },
})
