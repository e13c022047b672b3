import { deepStrictEqual, equal } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { emptyConversation, evolveConversation } from '../src/conversation/index.ts'
import { emptyPlanning, planEffects, type PlannedEffect } from '../src/effects/index.ts'
import { decodeEvent, eventTypes, isConversationEvent, type ConversationEvent } from '../src/events/index.ts'
import { observeThread } from '../src/looks/index.ts'
import { replyText } from '../src/mail/index.ts'
import { lookedAt, message, ref, settings } from './support/samples.ts'
import { throughLog } from './support/scenario.ts'
import { anyActions, everydayActions, simulate, storedModes, type Simulation } from './support/simulation.ts'

const receivedIds = (events: readonly ConversationEvent[]): string[] =>
  events.flatMap((event) => (event.type === 'MessageReceived' ? [event.data.messageId] : []))

function replayed(events: readonly ConversationEvent[]) {
  return events
    .map(({ type, data }) => {
      const { version: schemaVersion } = eventTypes[type]
      return decodeEvent({ type, schemaVersion, data: throughLog<Record<string, unknown>>(data) })
    })
    .filter(isConversationEvent)
    .reduce(evolveConversation, emptyConversation)
}

await t.test('any overlapping, shuffled, repeated views record every message exactly once', (t) => {
  const authors = fc.array(fc.constantFrom('customer', 'seller', 'operator', 'unknown'), {
    minLength: 1,
    maxLength: 30,
  })
  const views = fc.array(fc.array(fc.nat(40), { maxLength: 40 }), { maxLength: 12 })
  fc.assert(
    fc.property(authors, views, (authors, views) => {
      const shop = authors.map((author, index) => message(`m${index}`, author))
      const all = shop.map((_, index) => index)
      const events: ConversationEvent[] = []
      let state = emptyConversation
      for (const view of [...views, all, all]) {
        const messages = view.flatMap((index) => shop[index % shop.length] ?? [])
        const seen = observeThread(ref, state, { messages, firstContact: true, now: lookedAt }, settings)
        events.push(...seen)
        state = seen.reduce(evolveConversation, state)
      }
      deepStrictEqual(receivedIds(events).sort(), shop.map(({ messageId }) => messageId).sort())
      deepStrictEqual(replayed(events), state)
    }),
  )
  t.end()
})

await t.test('whatever happens around a conversation, replaying its events yields the same state', (t) => {
  fc.assert(
    fc.property(anyActions, storedModes, (actions, keep) => {
      const { events, state } = simulate(actions, replyText, keep)
      deepStrictEqual(replayed(events), state)
    }),
  )
  t.end()
})

/** All the messages that came from people at EmpikPlace are recorded once, and none of our own replies is. */
function assertOnlyOthersReceived({ events, shop, sent }: Simulation): void {
  const own = new Set(sent.values())
  const others = shop.map(({ messageId }) => messageId).filter((id) => !own.has(id))
  deepStrictEqual(receivedIds(events).sort(), others.sort())
}

await t.test('replies never become messages of the seller, in whatever order they are seen and answered', (t) => {
  fc.assert(
    fc.property(everydayActions, storedModes, (actions, keep) => {
      const run = simulate(actions, replyText, keep)
      assertOnlyOthersReceived(run)
      for (const [id, messageId] of run.sent) {
        const known = run.state.replies.find(({ thuliumMessageId }) => thuliumMessageId === id)
        equal(known?.status, 'sent')
        equal(known.messageId, messageId, 'each reply has its own message')
      }
    }),
    { numRuns: 300 },
  )
  t.end()
})

await t.test('nor when replies are parked, retried and dismissed in between', (t) => {
  fc.assert(
    fc.property(anyActions, storedModes, (actions, keep) =>
      assertOnlyOthersReceived(simulate(actions, replyText, keep)),
    ),
    { numRuns: 300 },
  )
  t.end()
})

function plan(events: readonly ConversationEvent[]): PlannedEffect[] {
  let planning = emptyPlanning
  return events.flatMap((event, revision) => {
    const step = planEffects(ref, planning, event, revision)
    planning = step.planning
    return step.effects
  })
}

await t.test('planning any stream gives unique keys, in ascending order, and the same plan each time', (t) => {
  fc.assert(
    fc.property(anyActions, storedModes, (actions, keep) => {
      const { events } = simulate(actions, replyText, keep)
      const effects = plan(events)
      equal(new Set(effects.map(({ key }) => key)).size, effects.length)
      for (const lane of ['thulium', 'empikplace']) {
        const places = effects.filter((effect) => effect.lane === lane).map(({ seq }) => seq)
        deepStrictEqual(
          places,
          [...new Set(places)].sort((a, b) => a - b),
        )
      }
      deepStrictEqual(plan(events), effects)
      deepStrictEqual(plan(throughLog(events)), effects)
    }),
  )
  t.end()
})

await t.test('every message recorded enters the ticket once, as soon as somebody but the shop wrote', (t) => {
  fc.assert(
    fc.property(anyActions, storedModes, (actions, keep) => {
      const { events, state } = simulate(actions, replyText, keep)
      const effects = plan(events)
      const opened = state.messages.some(({ author }) => author !== 'seller')
      equal(effects.filter(({ kind }) => kind === 'ticket:create').length, opened ? 1 : 0)
      const mirrored = effects.filter(({ kind }) => kind === 'message:mirror').map(({ subject }) => subject)
      const [, ...rest] = state.messages
      deepStrictEqual(mirrored, opened ? rest.map(({ messageId }) => messageId) : [])
    }),
  )
  t.end()
})
