import { emptyPlanning, planEffects } from '@connector/domain/effects'
import { recordErasure, type ConversationState } from '@connector/domain/conversation'
import { decodeEvent, isConversationEvent } from '@connector/domain/events'
import { conversationStream, type ConversationRef } from '@connector/domain/words'
import type { EventLog, RecordedEvent } from '@connector/event-log'
import type { OperationContext } from '@connector/operations'
import type { Repository } from '@connector/repository'

/** Somebody writes into the conversation all the time. */
const maxTries = 20

/** What the log of a conversation asks for and has no outcome of. */
function openEffects(ref: ConversationRef, events: readonly RecordedEvent[], { settled }: ConversationState): string[] {
  const open: string[] = []
  let planning = emptyPlanning
  for (const stored of events) {
    const event = decodeEvent(stored)
    if (!isConversationEvent(event)) continue
    const plan = planEffects(ref, planning, event, stored.revision)
    planning = plan.planning
    open.push(...plan.effects.map(({ key }) => key))
  }
  return open.filter((key) => !settled.has(key))
}

export interface Erasure {
  /** Keys up to this one are to go. */
  generation: number
  /** Of the event that tells of it. */
  revision: number
  stopped: readonly string[]
}

/** What a conversation would lose. */
export async function foreseeErasure(
  { log, repository }: { log: EventLog; repository: Repository },
  ref: ConversationRef,
): Promise<{ state: ConversationState; events: RecordedEvent[]; stopped: string[] }> {
  const { state, revision } = await repository.conversation(ref)
  const events = (await log.readStream(conversationStream(ref))).filter((event) => event.revision <= revision)
  return { state, events, stopped: openEffects(ref, events, state) }
}

/** The event by which an operation has erased a conversation already. */
export const erasedBy = (events: readonly RecordedEvent[], operationId: string): RecordedEvent | undefined =>
  events.find(({ type, data }) => type === 'BuyerErased' && data['operationId'] === operationId)

/** The log knows of a message before the read models do, by which quiet buyers are chosen. */
const wroteSince = ({ messages }: ConversationState, time: string | undefined): boolean =>
  time !== undefined && messages.some(({ sentAt }) => Date.parse(sentAt) >= Date.parse(time))

/**
 * Records that the buyer of a conversation is erased, and that nothing more is written outside on the strength of what was known of him.
 * @param generation of the newest key, which nothing is sealed with any more
 * @returns undefined for a conversation that has nothing to erase, or whose buyer is quiet no more
 */
export async function recordErased(
  deps: { log: EventLog; repository: Repository },
  ref: ConversationRef,
  { operationId, causedBy, scope }: Pick<OperationContext, 'operationId' | 'causedBy' | 'scope'>,
  generation: number,
): Promise<Erasure | undefined> {
  for (let tries = 0; tries < maxTries; tries++) {
    const { state, events, stopped } = await foreseeErasure(deps, ref)
    const recorded = erasedBy(events, operationId)
    // Cut short after that.
    if (recorded) {
      const event = decodeEvent(recorded)
      return event.type === 'BuyerErased' ? { ...event.data, revision: recorded.revision } : undefined
    }
    if (state.messages.length === 0 || wroteSince(state, scope.until)) return undefined
    const appended = await deps.repository.changeConversation(ref, causedBy, (current) =>
      // What is stopped was found in this very state.
      current === state ? recordErasure(current, { operationId, generation, stopped }) : [],
    )
    if (appended.length > 0) return { generation, stopped, revision: events.length }
  }
  throw new Error('The conversation changes all the time')
}
