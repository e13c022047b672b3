import { emptyConversation, evolveConversation } from '../../src/conversation/index.ts'
import type { ConversationEvent, IntegrationEvent } from '../../src/events/index.ts'
import { emptyIntegration, evolveIntegration, type IntegrationState } from '../../src/integration/index.ts'

interface Outcome<S, E> {
  events: E[]
  /** The state after the events were recorded. */
  state: S
}

interface Given<S, E> {
  state: S
  when: (decide: (state: S) => E[]) => Outcome<S, E>
}

function scenario<S, E>(state: S, evolve: (state: S, event: E) => S): Given<S, E> {
  return {
    state,
    when: (decide) => {
      const events = decide(state)
      return { events, state: events.reduce(evolve, state) }
    },
  }
}

/** A conversation with these events in its log. */
export const givenConversation = (...events: ConversationEvent[]) =>
  scenario(events.reduce(evolveConversation, emptyConversation), evolveConversation)

/** An integration with these events in its log, each recorded at its time. */
export const givenIntegration = (...events: { at: Date; event: IntegrationEvent }[]) => {
  const last = events.at(-1)?.at ?? new Date(0)
  return scenario<IntegrationState, IntegrationEvent>(
    events.reduce((state, { at, event }) => evolveIntegration(state, event, at), emptyIntegration),
    (state, event) => evolveIntegration(state, event, last),
  )
}

/** What the log gives back: plain JSON. */
export const throughLog = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
