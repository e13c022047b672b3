import type { Connection } from '@connector/connections'
import { effectKey } from '@connector/domain/effects'
import { isMissing } from '@connector/domain/integration'
import { ticketFields } from '@connector/domain/tickets'
import type { WriteResult } from '@connector/outbound-http'
import { atMost } from '@connector/service-kit'
import { LRUCache } from 'lru-cache'
import { fromWrite, refused, toFailure, waitsForField, type EffectContext, type EffectHandler } from './handler.ts'
import { withoutRefused } from './leave-out.ts'
import type { MissingFields } from './missing-fields.ts'
import type { OwnTickets } from './own-tickets.ts'
import { created, markerField, openerOf } from './ticket-created.ts'
import { draftTicket, type TicketDraft, type TicketPart } from './ticket-draft.ts'
import type { TicketFactsOf } from './ticket-facts.ts'
import { findTicket } from './ticket-find.ts'
import { uploadFiles } from './upload-files.ts'

/** How long a ticket is made at once without what was refused in others; by then somebody may have put it right. */
const refusedForMs = 10 * 60_000
const maxRefused = 10_000

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
  const refusedParts = new LRUCache<string, true>({ ...atMost(maxRefused), ttl: refusedForMs })
  const nameIn = ({ account }: Connection, part: TicketPart): string | undefined =>
    part.lasting === undefined ? undefined : `${account.system}/${part.lasting}`

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
      let fieldsMissing = known
      if (isRefusal(result)) {
        const found = await missingFields.find(connection, [...names, ...Object.keys(fields.marker)], signal)
        if (!found.ok) return { kind: 'not-done', failure: toFailure(found.failure) }
        if (found.missing.includes(account.threadField)) return waitsForField('not-done', markerField(connection))
        fieldsMissing = found.missing
        const isNew = found.missing.length > known.length
        const made = await createWithout(context, draft(found.missing), isNew ? undefined : result)
        ;({ result, fieldsRefused } = made)
      }
      if (result.outcome === 'done') ownTickets.note(context, result.value.ticketId)
      return fromWrite(result, ({ ticketId }) =>
        created(context, ticketId, {
          how: 'done',
          orders: state.orders.length,
          fieldsRefused,
          fieldsMissing,
          createdAt: now(),
        }),
      )
    },

    lookUp: (context) => findTicket(factsOf, context),
  }
}

const isRefusal = <T>(result: WriteResult<T>): boolean =>
  result.outcome === 'not-done' && (result.failure.class === 'refused' || result.failure.class === 'too-large')
