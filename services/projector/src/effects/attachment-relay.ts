import {
  bytesBefore,
  bytesOverLimit,
  effectKey,
  fileLinkPayload,
  fileSubject,
  linkComment,
  messageFile,
  mirrorText,
  normaliseText,
  sameFile,
  type AttachmentUnavailable,
  type MessageFile,
  type OutcomeEvent,
} from '@connector/domain'
import type { Failure } from '@connector/outbound-http'
import type { SignedLinks } from '@connector/service-kit'
import type { Ticket, TicketMessage } from '@connector/thulium'
import { sizeOf } from './file-content.ts'
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
import { mayReadThread } from './may-read-thread.ts'

/**
 * After so many failures in a row, while the conversation itself can be read, the trouble is with this one file. The link
 * is given all the same: it works as soon as the file does, and the files behind it go on. About half an hour.
 */
const failuresOfOneFile = 5

const dayMs = 24 * 3_600_000

/** Sees to it that a file of a message can be reached from the ticket: as a file if it is there, else by a link that streams it. */
export function attachmentRelayHandler(links: SignedLinks, now: () => Date): EffectHandler {
  const relayed = (
    { effect, state }: EffectContext,
    as: 'file' | 'link',
    bytes: number,
    how: 'done' | 'adopted',
  ): OutcomeEvent => ({
    type: 'AttachmentRelayed',
    data: {
      effectKey: effect.effectKey,
      direction: 'to-thulium',
      name: messageFile(state, effect.subject)?.file.name ?? '',
      bytes,
      as,
      how,
    },
  })

  const unavailable = (
    { effect }: EffectContext,
    { file }: MessageFile,
    why: Pick<AttachmentUnavailable, 'reason' | 'overBytes' | 'limitBytes' | 'message'>,
  ): Result => ({
    kind: 'done',
    event: {
      type: 'AttachmentUnavailable',
      data: { effectKey: effect.effectKey, direction: 'to-thulium', name: file.name, ...why },
    },
  })

  /** The size of the file that a comment of ours leads to. */
  function linkedBytes({ effect, ref }: EffectContext, ticket: Ticket): number | undefined {
    for (const { comment } of ticket.messages)
      for (const token of links.tokensIn('file', comment)) {
        const reading = links.read('file', token, now())
        if (reading.outcome !== 'valid' && reading.outcome !== 'expired') continue
        const { success, data } = fileLinkPayload.safeParse(reading.payload)
        if (success && data.thread === ref.threadId && data.file === sameFile(effect.subject)) return data.bytes
      }
    return undefined
  }

  async function find(context: EffectContext, found: MessageFile): Promise<Result> {
    const { connection, state, signal } = context
    if (state.ticketId === undefined) return notFound
    const ticket = await connection.thulium.ticket(state.ticketId, signal)
    if (!ticket.ok) return lookupFailed(ticket.failure)
    const element = fileInTicket(context, found, ticket.value)
    if (element) return { kind: 'done', event: relayed(context, 'file', element.size ?? found.file.size, 'done') }
    const bytes = linkedBytes(context, ticket.value)
    return bytes === undefined ? notFound : { kind: 'done', event: relayed(context, 'link', bytes, 'adopted') }
  }

  async function addLink(context: EffectContext, { file }: MessageFile, bytes: number): Promise<Result> {
    const { connection, effect, ref, state, signal } = context
    if (state.ticketId === undefined) return refused('The conversation has no ticket to put this file into.')
    const expiresAt = new Date(now().getTime() + connection.settings.attachments.linkDays * dayMs)
    const link = links.make(
      'file',
      {
        tenant: ref.tenantId,
        integration: ref.integrationId,
        thread: ref.threadId,
        file: sameFile(effect.subject),
        bytes: String(bytes),
      },
      expiresAt,
    )
    const result = await connection.thulium.comment(
      state.ticketId,
      { text: linkComment(file.name, bytes, link, expiresAt), userLogin: connection.account.agentLogin },
      signal,
    )
    return fromWrite(result, () => relayed(context, 'link', bytes, 'done'))
  }

  async function withoutSize(context: EffectContext, found: MessageFile, failure: Failure): Promise<Result> {
    const { status } = failure
    if (status === 404 || status === 410) return unavailable(context, found, { reason: 'gone' })
    if (failure.class === 'refused' || status === 403)
      return failure.class === 'refused' || (await mayReadThread(context))
        ? unavailable(context, found, { reason: 'refused', message: failure.message })
        : otherSide(failure)
    const stubborn = failure.class === 'unreachable' && context.effect.progress.failures >= failuresOfOneFile
    return stubborn && (await mayReadThread(context)) ? addLink(context, found, found.file.size) : otherSide(failure)
  }

  return {
    async perform(context) {
      const { connection, effect, state, signal } = context
      const found = messageFile(state, effect.subject)
      if (!found) return refused('The file is not known to this conversation.')
      const there = await find(context, found)
      if (there.kind === 'lookup-failed') return { kind: 'not-done', failure: there.failure }
      if (there.kind === 'done') return there
      if (found.file.id === '')
        return unavailable(context, found, { reason: 'not-fetchable', message: 'brak identyfikatora pliku' })

      const limit = connection.settings.attachments.conversationLimitBytes
      const before = bytesBefore(state, effect.effectKey)
      const size = await sizeOf(
        (until) => connection.empikplace.attachment(found.file.id, Number.MAX_SAFE_INTEGER, until),
        Math.max(0, limit - before),
        signal,
      )
      if (size.kind === 'failed') return withoutSize(context, found, size.failure)
      if (size.kind === 'used') return addLink(context, found, size.value)
      const bytes = Math.max(size.bytes, found.file.size)
      const overBytes = bytesOverLimit(before, bytes, limit)
      return unavailable(context, found, { reason: 'over-limit', overBytes, limitBytes: limit })
    },

    async lookUp(context) {
      const found = messageFile(context.state, context.effect.subject)
      return found ? find(context, found) : notFound
    },
  }
}

/** The file on an entry with the text of its message, unless it belongs to another message with the very same text. */
function fileInTicket(context: EffectContext, { message, file }: MessageFile, ticket: Ticket) {
  const { connection, effect, ref, state } = context
  const wanted = normaliseText(mirrorText(message).text)
  const ours = ({ type, userLogin, body }: TicketMessage): boolean =>
    (type === 'MAIL' || (type === 'REPLY' && userLogin === connection.account.agentLogin)) &&
    normaliseText(body) === wanted
  const name = file.name.normalize('NFC')
  const there = ticket.messages
    .filter(ours)
    .flatMap(({ attachments }) => attachments)
    .filter((element) => element.name?.normalize('NFC') === name)

  const lostTickets = /@(\d+)$/.exec(effect.subject)?.[1] ?? 0
  const ofOthers = state.messages
    .filter((other) => normaliseText(mirrorText(other).text) === wanted)
    .flatMap((other) =>
      other.attachments.map((_, place) =>
        effectKey(
          'attachment:relay',
          ref.integrationId,
          ref.threadId,
          fileSubject(other.messageId, place, Number(lostTickets)),
        ),
      ),
    )
  const taken = state.attachmentsRelayed.filter(
    (known) => known.as === 'file' && known.name === file.name && ofOthers.includes(known.effectKey),
  ).length
  return there[taken]
}
