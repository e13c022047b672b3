import { markedTickets, type Connection } from '@connector/connections'
import type { OutcomeEvent } from '@connector/domain/conversation'
import { effectKey } from '@connector/domain/effects'
import type { CustomField, MessageReceived } from '@connector/domain/events'
import { isMissing } from '@connector/domain/integration'
import { normaliseText } from '@connector/domain/text'
import { isMergedStatus, orderText, textsInTicket, ticketFields, type TicketFields } from '@connector/domain/tickets'
import type { WriteResult } from '@connector/outbound-http'
import type { Ticket } from '@connector/thulium'
import { LRUCache } from 'lru-cache'
import {
  fromWrite,
  lookupFailed,
  refused,
  toFailure,
  waitsForField,
  type EffectContext,
  type EffectHandler,
} from './handler.ts'
import { withoutRefused } from './leave-out.ts'
import type { MissingFields } from './missing-fields.ts'
import type { OwnTickets } from './own-tickets.ts'
import { draftTicket, type TicketDraft, type TicketPart } from './ticket-draft.ts'
import type { TicketFactsOf } from './ticket-facts.ts'
import { uploadFiles } from './upload-files.ts'

/** How long a ticket is made at once without what was refused in others; by then somebody may have put it right. */
const refusedForMs = 10 * 60_000
const maxRefused = 10_000

/** The message that the ticket begins with: the first one, or the one at hand when an earlier ticket is gone. */
const openerOf = ({ effect, state }: EffectContext): MessageReceived | undefined =>
  effect.kind === 'message:mirror'
    ? state.messages.find(({ messageId }) => messageId === effect.subject)
    : state.messages[0]

const markerField = ({ account }: Connection): Pick<CustomField, 'of' | 'name'> => ({
  of: 'ticket',
  name: account.threadField,
})

/**
 * Creates the ticket of a conversation with its first message; the thread id in a custom field is its mark. A ticket that is
 * gone is followed by another one, created for the message that found none.
 */
export function ticketCreateHandler(
  factsOf: TicketFactsOf,
  missingFields: MissingFields,
  ownTickets: OwnTickets,
  now: () => Date,
): EffectHandler {
  /** Parts of tickets that are the same in every ticket of an account, and that it refused. */
  const refusedParts = new LRUCache<string, true>({ max: maxRefused, ttl: refusedForMs })
  const nameIn = ({ account }: Connection, part: TicketPart): string | undefined =>
    part.lasting === undefined ? undefined : `${account.system}/${part.lasting}`

  const created = (
    context: EffectContext,
    ticketId: number,
    made: { how: 'done' | 'adopted'; orders: number; fieldsRefused: string[]; createdAt: Date | undefined },
  ): OutcomeEvent => ({
    type: 'TicketCreated',
    data: {
      effectKey: context.effect.effectKey,
      ticketId,
      messageId: openerOf(context)?.messageId ?? '',
      how: made.how,
      orders: made.orders,
      ...(made.fieldsRefused.length > 0 ? { fieldsRefused: made.fieldsRefused } : {}),
      ...(made.createdAt === undefined ? {} : { createdAt: made.createdAt.toISOString() }),
    },
  })

  const knownRefusals = ({ connection }: EffectContext, { parts }: TicketDraft): TicketPart[] =>
    parts.filter((part) => refusedParts.has(nameIn(connection, part) ?? ''))

  /** The ticket without what Thulium refuses: that is better than no ticket. */
  async function createWithout(
    context: EffectContext,
    draft: TicketDraft,
    refusal?: WriteResult<{ ticketId: number }>,
  ) {
    const { connection, signal } = context
    const known = knownRefusals(context, draft)
    const { result, leftOut } = await withoutRefused(
      draft.parts.filter((part) => !known.includes(part)),
      (without) => connection.thulium.createTicket(draft.make([...known, ...without]), signal),
      refusal,
    )
    if (result.outcome === 'done')
      for (const part of leftOut) {
        const name = nameIn(connection, part)
        if (name !== undefined) refusedParts.set(name, true)
      }
    return { result, fieldsRefused: leftOut.flatMap(({ refused }) => (refused?.what === 'field' ? refused.name : [])) }
  }

  return {
    async perform(context) {
      const { connection, ref, state, signal } = context
      const { account, settings } = connection
      const first = openerOf(context)
      // Also where a person has given up on the link: the ticket matters more.
      const linkEnded =
        state.leftOutside || state.settled.has(effectKey('customer:link', ref.integrationId, ref.threadId))
      if (!first || (state.thuliumCustomerId === undefined && !linkEnded))
        return refused('The conversation has no message or no CRM record yet, so no ticket can be made of it.')
      // A Thulium that ignores names it does not know would keep a ticket that nobody can find again.
      if (isMissing(connection.integration, markerField(connection)))
        return waitsForField('not-done', markerField(connection))
      const facts = factsOf(context)
      const fields = ticketFields(facts, account, settings)
      const names = Object.keys(fields.optional)
      const files = await uploadFiles(context, first)
      const draft = (missing: readonly string[]): TicketDraft =>
        draftTicket(context, first, { facts, fields, missing, files, now: now() })

      const known = missingFields.known(connection, names)
      const whole = draft(known)
      let result = await connection.thulium.createTicket(whole.make(knownRefusals(context, whole)), signal)
      let fieldsRefused: string[] = []
      if (result.outcome === 'not-done' && result.failure.class === 'refused') {
        const found = await missingFields.find(connection, [...names, ...Object.keys(fields.marker)], signal)
        if (!found.ok) return { kind: 'not-done', failure: toFailure(found.failure) }
        if (found.missing.includes(account.threadField)) return waitsForField('not-done', markerField(connection))
        const isNew = found.missing.length > known.length
        const made = await createWithout(context, draft(found.missing), isNew ? undefined : result)
        ;({ result, fieldsRefused } = made)
      }
      if (result.outcome === 'done') ownTickets.note(context, result.value.ticketId)
      return fromWrite(result, ({ ticketId }) =>
        created(context, ticketId, { how: 'done', orders: state.orders.length, fieldsRefused, createdAt: now() }),
      )
    },

    async lookUp(context) {
      const { connection, ref, state, signal } = context
      const found = await markedTickets(connection, ref.threadId, state.lostTickets, signal)
      if (!found.ok)
        return found.fieldMissing
          ? waitsForField('lookup-failed', markerField(connection))
          : lookupFailed(found.failure)
      const isFirst = context.effect.kind === 'ticket:create' && state.lostTickets.length === 0
      const candidates = found.tickets.filter((ticket) => isFirst || beginsAnew(context, ticket))
      // A shell that a merge left behind only where nothing else has the mark.
      const { mergedStatus } = connection.settings
      const ours = candidates.find(({ statusName }) => !isMergedStatus(statusName, mergedStatus)) ?? candidates[0]
      if (ours)
        return {
          kind: 'done',
          event: created(context, ours.id, {
            how: 'adopted',
            orders: ordersTold(context, ours),
            fieldsRefused: fieldsLacking(ticketFields(factsOf(context), connection.account, connection.settings), ours),
            createdAt: ours.createdAt,
          }),
        }
      return { kind: 'not-found', bySearch: true }
    },
  }
}

/** Fields that the account has and the ticket has not filled: an unanswered try was taken without them. */
function fieldsLacking({ optional }: TicketFields, { customFields }: Ticket): string[] {
  return Object.keys(optional).filter(
    (name) => customFields && Object.hasOwn(customFields, name) && !customFields[name],
  )
}

/** Whether a ticket with our mark is the one that followed a lost one, rather than what an agent split off that. */
function beginsAnew(context: EffectContext, { messages }: Ticket): boolean {
  const opener = openerOf(context)
  const wanted = new Set(opener && textsInTicket(opener).map(normaliseText))
  return messages.some(({ type, body }) => type === 'MAIL' && wanted.has(normaliseText(body)))
}

/** How many records of the order a ticket tells of that an earlier, unanswered try made. */
function ordersTold({ state }: EffectContext, { messages }: Ticket): number {
  const comments = messages.map(({ comment }) => normaliseText(comment))
  const told = state.orders.findLastIndex((order) => {
    const text = normaliseText(orderText(order).join('\n'))
    return comments.some((comment) => comment.includes(text))
  })
  return told + 1
}
