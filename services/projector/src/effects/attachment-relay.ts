import { withEntries } from '@connector/connections'
import {
  bytesOverLimit,
  fileLinkPayload,
  linkComment,
  messageFile,
  relayedBytes,
  type MessageFile,
} from '@connector/domain/attachments'
import type { AttachmentRelayed, AttachmentUnavailable } from '@connector/domain/events'
import { FailureCode, type Failure } from '@connector/outbound-http'
import type { SignedLinks } from '@connector/service-kit'
import type { Ticket } from '@connector/thulium'
import { sizeOf } from './file-content.ts'
import { fileInTicket } from './file-in-ticket.ts'
import {
  fromWrite,
  lookupFailed,
  notFound,
  otherSide,
  refused,
  waits,
  type EffectContext,
  type EffectHandler,
  type Result,
} from './handler.ts'
import { mayReadThread } from './may-read-thread.ts'
import { isOurAnswer } from './our-answer.ts'
import { isFirmRefusal, isStubborn, unsure } from './doubts.ts'

const dayMs = 24 * 3_600_000

/** One file, and the ticket from which it is to be reached. */
interface Task {
  context: EffectContext
  found: MessageFile
  ticketId: number
}

function taskOf(context: EffectContext): Task | undefined {
  const { ticketId } = context.state
  const found = messageFile(context.state, context.effect.subject)
  return found && ticketId !== undefined ? { context, found, ticketId } : undefined
}

const relayed = (
  { context: { effect }, found }: Task,
  outcome: Pick<AttachmentRelayed, 'as' | 'bytes' | 'how'>,
): Result & { kind: 'done' } => ({
  kind: 'done',
  event: {
    type: 'AttachmentRelayed',
    data: { effectKey: effect.effectKey, direction: 'to-thulium', name: found.file.name, ...outcome },
  },
})

const unavailable = (
  { context: { effect }, found }: Task,
  why: Pick<AttachmentUnavailable, 'reason' | 'overBytes' | 'limitBytes' | 'message'>,
): Result => ({
  kind: 'done',
  event: {
    type: 'AttachmentUnavailable',
    data: { effectKey: effect.effectKey, direction: 'to-thulium', name: found.file.name, ...why },
  },
})

/** Sees to it that a file of a message can be reached from the ticket: as a file if it is there, else by a link that streams it. */
export function attachmentRelayHandler(links: SignedLinks, now: () => Date): EffectHandler {
  /** The size of the file that a comment of ours leads to. */
  function linkedBytes({ effect, ref }: EffectContext, ticket: Ticket): number | undefined {
    for (const { comment } of ticket.messages)
      for (const token of links.tokensIn('file', comment)) {
        const reading = links.read('file', token, now())
        if (reading.outcome !== 'valid' && reading.outcome !== 'expired') continue
        const payload = fileLinkPayload.safeParse(reading.payload)
        if (payload.data?.thread === ref.threadId && payload.data.file === effect.subject) return payload.data.bytes
      }
    return undefined
  }

  async function find(task: Task) {
    const { context, found, ticketId } = task
    const { connection, signal } = context
    const ticket = withEntries(await connection.thulium.ticket(ticketId, signal), connection)
    if (!ticket.ok) return lookupFailed(ticket.failure)
    const element = fileInTicket(context, found, ticket.value)
    if (element) return relayed(task, { as: 'file', bytes: element.size ?? found.file.size, how: 'done' })
    // The file is an agent's own, and counts where it was sent to the buyer.
    if (isOurAnswer(context, found.message, { id: ticketId, entries: ticket.value.messages }))
      return relayed(task, { as: 'file', bytes: 0, how: 'adopted' })
    const bytes = linkedBytes(context, ticket.value)
    return bytes === undefined ? notFound : relayed(task, { as: 'link', bytes, how: 'adopted' })
  }

  async function addLink(task: Task, bytes: number): Promise<Result> {
    const { context, found, ticketId } = task
    const { connection, effect, ref, signal } = context
    const expiresAt = new Date(now().getTime() + connection.settings.attachments.linkDays * dayMs)
    const { tenantId: tenant, integrationId: integration, threadId: thread } = ref
    const payload = { tenant, integration, thread, file: effect.subject, bytes: String(bytes) }
    const text = linkComment(found.file.name, bytes, links.make('file', payload, expiresAt), expiresAt)
    const { agentLogin: userLogin } = connection.account
    const result = await connection.thulium.comment(ticketId, { text, userLogin }, signal)
    return fromWrite(result, () => relayed(task, { as: 'link', bytes, how: 'done' }).event)
  }

  /** What becomes of a file that EmpikPlace does not give out. */
  async function notGiven(task: Task, failure: Failure): Promise<Result> {
    const { context, found } = task
    const { status } = failure
    // The other side answers 404 now and then for what exists; the same again, minutes later, is believed.
    if (status === 404 || status === 410)
      return isFirmRefusal(context) ? unavailable(task, { reason: 'gone' }) : otherSide(unsure(failure))
    if (failure.class === 'refused' || (status === 403 && (await mayReadThread(context))))
      return unavailable(task, { reason: 'refused', message: failure.message })
    if (failure.class !== 'unreachable' || !(await mayReadThread(context))) return otherSide(failure)
    if (!isStubborn(context)) return otherSide(unsure(failure))
    // A link works as soon as the file does; but nobody should be led to something that is not the file.
    return failure.code === FailureCode.notTheFile
      ? unavailable(task, { reason: 'not-fetchable', message: failure.message })
      : addLink(task, found.file.size)
  }

  return {
    async perform(context) {
      const task = taskOf(context)
      if (!task)
        return context.state.lostTickets.length > 0
          ? waits('not-done', 'The ticket is gone in Thulium; the file goes into the one that takes its place.')
          : refused('The file is not known to this conversation, or there is no ticket for it.')
      const there = await find(task)
      if (there.kind === 'lookup-failed') return { kind: 'not-done', failure: there.failure }
      if (there.kind === 'done') return there

      const { connection, signal, state } = context
      const { file } = task.found
      if (file.id === '') return unavailable(task, { reason: 'not-fetchable', message: 'brak identyfikatora pliku' })
      const limitBytes = connection.settings.attachments.conversationLimitBytes
      const before = relayedBytes(state)
      const size = await sizeOf(
        (until) => connection.empikplace.attachment(file, Number.MAX_SAFE_INTEGER, until),
        Math.max(0, limitBytes - before),
        signal,
      )
      if (size.kind === 'failed') return notGiven(task, size.failure)
      if (size.kind === 'used') return addLink(task, size.value)
      const overBytes = bytesOverLimit(before, Math.max(size.bytes, file.size), limitBytes)
      return unavailable(task, { reason: 'over-limit', overBytes, limitBytes })
    },

    async lookUp(context) {
      const task = taskOf(context)
      return task ? find(task) : notFound
    },
  }
}
