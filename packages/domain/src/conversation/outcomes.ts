import type { ConversationEvent, OutcomeEvent } from '../events/event-types.ts'
import type { ConversationState } from './state.ts'

export type { OutcomeEvent }

/** Records the outcome of an effect; nothing if the log has one already. One that was stopped may have been under way: what became of it is told. */
export const recordOutcome = (state: ConversationState, outcome: OutcomeEvent): ConversationEvent[] =>
  state.settled.has(outcome.data.effectKey) && !state.erased?.stopped.has(outcome.data.effectKey) ? [] : [outcome]

type Parked = Extract<ConversationEvent, { type: 'EffectParked' }>['data']

export const parkEffect = (state: ConversationState, parked: Parked): ConversationEvent[] =>
  state.settled.has(parked.effectKey) || state.parked.has(parked.effectKey)
    ? []
    : [{ type: 'EffectParked', data: parked }]

/** A person's decision on a parked effect, and why it was made. */
export const resolveEffect = (
  state: ConversationState,
  effectKey: string,
  resolution: 'retry' | 'dismiss',
  reason?: string,
): ConversationEvent[] =>
  state.parked.has(effectKey)
    ? [{ type: 'EffectResolved', data: { effectKey, resolution, ...(reason === undefined ? {} : { reason }) } }]
    : []
