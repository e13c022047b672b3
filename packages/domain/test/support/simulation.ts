import fc from 'fast-check'
import {
  emptyConversation,
  evolveConversation,
  parkEffect,
  recordOutcome,
  resolveEffect,
  type ConversationState,
} from '../../src/conversation/index.ts'
import type { ConversationEvent, MessageReceived } from '../../src/events/index.ts'
import { observeThread } from '../../src/looks/index.ts'
import { requestReply } from '../../src/replies/index.ts'
import { lookedAt, message, order, parked, ref, reply, replyKey, replySent, settings } from './samples.ts'

/** What may happen around one conversation, in any order. Actions that make no sense at their time do nothing. */
export type Action =
  | { kind: 'write'; author: MessageReceived['author'] }
  | { kind: 'view'; picks: number[]; orderState?: string | undefined }
  | { kind: 'request'; body: string }
  | { kind: 'send' }
  | { kind: 'answer'; which: number }
  | { kind: 'park' }
  | { kind: 'resolve'; which: number; resolution: 'retry' | 'dismiss' }

const replyBodies = ['Dziękuję!', '<p>Dziękuję!</p>', 'Cena < 50 zł &amp; <3', 'Jutro.\n\nPozdrawiam', 'ok']

const everyday: fc.Arbitrary<Action>[] = [
  fc.record({
    kind: fc.constant('write'),
    author: fc.constantFrom('customer', 'seller', 'seller', 'operator', 'unknown'),
  }),
  fc.record({
    kind: fc.constant('view'),
    picks: fc.array(fc.nat(30), { maxLength: 12 }),
    orderState: fc.constantFrom(undefined, 'SHIPPING', 'SHIPPED'),
  }),
  fc.record({ kind: fc.constant('request'), body: fc.constantFrom(...replyBodies) }),
  fc.constant({ kind: 'send' }),
  fc.record({ kind: fc.constant('answer'), which: fc.nat(10) }),
]

const parkings: fc.Arbitrary<Action>[] = [
  fc.constant({ kind: 'park' }),
  fc.record({ kind: fc.constant('resolve'), which: fc.nat(5), resolution: fc.constantFrom('retry', 'dismiss') }),
]

export const everydayActions = fc.array(fc.oneof(...everyday), { maxLength: 60 })
export const anyActions = fc.array(fc.oneof(...everyday, ...parkings), { maxLength: 60 })

/** How EmpikPlace keeps a body; its own behaviour is unknown, so each must do. */
export const storedBody = {
  verbatim: (body: string): string => body,
  br: (body: string): string => body.replace(/\r?\n/g, '<br />'),
  escaped: (body: string): string =>
    body.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;'),
}
export const storedModes = fc.constantFrom(...Object.values(storedBody))

export interface Simulation {
  events: ConversationEvent[]
  state: ConversationState
  /** What the thread holds at EmpikPlace, oldest first. */
  shop: MessageReceived[]
  /** Message id at EmpikPlace of each reply that was sent, by its Thulium message id. */
  sent: Map<number, string>
}

const pick = <T>(items: readonly T[], index: number): T | undefined => items[index % items.length]

/**
 * Plays the actions. Replies are sent in order and one at a time, as the lane of a conversation does.
 * @param sentText the text that EmpikPlace gets for the body of a reply
 */
export function simulate(
  actions: readonly Action[],
  sentText: (body: string) => string,
  keep: (body: string) => string,
): Simulation {
  const run: Simulation = { events: [], state: emptyConversation, shop: [], sent: new Map() }
  let attempts = 0
  const record = (events: ConversationEvent[]): void => {
    run.events.push(...events)
    run.state = events.reduce(evolveConversation, run.state)
  }
  const view = (messages: MessageReceived[], orderState?: string): void => {
    const seen = orderState === undefined ? {} : { order: order({ state: orderState }) }
    record(observeThread(ref, run.state, { messages, firstContact: true, now: lookedAt, ...seen }, settings))
  }
  const nextToSend = () => {
    const waiting = run.state.replies.filter(({ status }) => status === 'pending')
    if (waiting.some(({ thuliumMessageId }) => run.sent.has(thuliumMessageId))) return undefined
    return waiting.find(({ thuliumMessageId: id }) => {
      return !run.state.settled.has(replyKey(id)) && !run.state.parked.has(replyKey(id))
    })
  }
  for (const action of actions)
    switch (action.kind) {
      case 'write':
        run.shop.push(message(`m${run.shop.length}`, action.author, { body: `Z panelu ${run.shop.length}` }))
        break
      case 'view':
        view(
          action.picks.flatMap((index) => pick(run.shop, index) ?? []),
          action.orderState,
        )
        break
      case 'request':
        // A reply needs a ticket, and a ticket a message.
        if (run.state.messages.length > 0)
          record(requestReply(run.state, reply(500 + run.state.replies.length, action.body), settings))
        break
      case 'send': {
        const next = nextToSend()
        if (!next) break
        const id = `m${run.shop.length}`
        run.shop.push(message(id, 'seller', { body: keep(sentText(next.body)) }))
        run.sent.set(next.thuliumMessageId, id)
        break
      }
      case 'answer': {
        const answered = pick([...run.sent], action.which)
        if (answered) record(recordOutcome(run.state, replySent(...answered)))
        break
      }
      case 'park': {
        const next = nextToSend()
        if (!next) break
        const event = parked(replyKey(next.thuliumMessageId), 'reply:send', ++attempts)
        record(parkEffect(run.state, event.data))
        break
      }
      case 'resolve': {
        const key = pick([...run.state.parked.keys()], action.which)
        if (key !== undefined) record(resolveEffect(run.state, key, action.resolution))
      }
    }
  // In the end everything is seen, oldest first, as a poll shows it.
  view(run.shop)
  return run
}
