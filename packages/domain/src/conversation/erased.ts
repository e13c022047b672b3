import type { BuyerErased } from '../events/erasure-events.ts'
import type { ConversationEvent } from '../events/event-types.ts'
import type { ConversationState } from './state.ts'

/** Nothing was written since the buyer was erased: what a look shows are the messages that were. */
export const isErased = ({ erased, messages }: ConversationState): boolean => erased?.messages === messages.length

/** Nothing when it was recorded already, or when there is no such conversation. */
export const recordErasure = (state: ConversationState, data: BuyerErased): ConversationEvent[] =>
  state.messages.length === 0 || state.erased?.operationId === data.operationId ? [] : [{ type: 'BuyerErased', data }]
