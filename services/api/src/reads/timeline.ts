import { effectKindOf, effectTitle, emptyPlanning, planEffects } from '@connector/domain/effects'
import { decodeEvent, isConversationEvent, UnreadableEvent, type DomainEvent } from '@connector/domain/events'
import { conversationStream, type BothLanguages, type ConversationRef } from '@connector/domain/words'
import type { RecordedEvent } from '@connector/event-log'
import type { TenantLogs } from '@connector/repository'
import type { TenantStore } from '@connector/store'
import type { z } from 'zod'
import type { conversationDetail } from '../schemas/timeline.ts'
import { readEffectsByKey } from './effects.ts'

type TimelineEvent = z.infer<typeof conversationDetail>['events'][number]

/** Undefined for an event that this version cannot read; the projection stops there too. */
function decoded(stored: RecordedEvent): DomainEvent | undefined {
  try {
    return decodeEvent(stored)
  } catch (error) {
    if (error instanceof UnreadableEvent) return undefined
    throw error
  }
}

/** For each event the keys of the writes that it asked for, as the projection planned them. */
function keysOf(ref: ConversationRef, events: readonly RecordedEvent[]): string[][] {
  let planning = emptyPlanning
  let isReadable = true
  return events.map((stored) => {
    const event = isReadable ? decoded(stored) : undefined
    isReadable = event !== undefined
    if (!event || !isConversationEvent(event)) return []
    const plan = planEffects(ref, planning, event, stored.revision)
    planning = plan.planning
    return plan.effects.map(({ key }) => key)
  })
}

/** Title of the write that an event tells of; null also for a kind that only a later version knows. */
function aboutOf({ effectKey }: Record<string, unknown>): BothLanguages | null {
  const kind = typeof effectKey === 'string' ? effectKindOf(effectKey) : undefined
  return kind === undefined ? null : effectTitle(kind)
}

/**
 * Everything that happened in a conversation, oldest first, with its cause and with what it led to.
 * @param until only what was recorded by then
 */
export async function readTimeline(
  { store, logs }: { store: TenantStore; logs: TenantLogs },
  ref: ConversationRef,
  until?: Date,
): Promise<TimelineEvent[]> {
  const all = await logs(ref.tenantId).readStream(conversationStream(ref))
  const events = until === undefined ? all : all.filter(({ recordedAt }) => recordedAt <= until)
  const keys = keysOf(ref, events)
  const effects = await readEffectsByKey(store, ref, keys.flat())
  return events.map(({ type, recordedAt, data, metadata: { actor = null, causationId = null } }, index) => ({
    type,
    recordedAt: recordedAt.toISOString(),
    actor,
    causedBy: causationId,
    data,
    about: aboutOf(data),
    effects: (keys[index] ?? []).flatMap((key) => effects.get(key) ?? []),
  }))
}
