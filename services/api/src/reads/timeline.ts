import {
  effectKindOf,
  effectTitle,
  emptyPlanning,
  planEffects,
  replyKey,
  type PlannedEffect,
} from '@connector/domain/effects'
import { decodeEvent, isConversationEvent, UnreadableEvent, type DomainEvent } from '@connector/domain/events'
import { conversationStream, type BothLanguages, type ConversationRef, type Readers } from '@connector/domain/words'
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

/** For each event the writes that it asked for, as the projection planned them. */
function plansOf(ref: ConversationRef, events: readonly RecordedEvent[]): PlannedEffect[][] {
  let planning = emptyPlanning
  let isReadable = true
  return events.map((stored) => {
    const event = isReadable ? decoded(stored) : undefined
    isReadable = event !== undefined
    if (!event || !isConversationEvent(event)) return []
    const plan = planEffects(ref, planning, event, stored.revision)
    planning = plan.planning
    return plan.effects
  })
}

type ReadersByKey = ReadonlyMap<string, Readers | undefined>

/** Title of the write that an event tells of; null also for a kind that only a later version knows. */
function aboutOf({ effectKey }: Record<string, unknown>, readers: ReadersByKey): BothLanguages | null {
  const kind = typeof effectKey === 'string' ? effectKindOf(effectKey) : undefined
  return kind === undefined || typeof effectKey !== 'string' ? null : effectTitle(kind, readers.get(effectKey))
}

/** Who gets the reply or the file that an event tells of. */
function readersFor(ref: ConversationRef, data: Record<string, unknown>, readers: ReadersByKey): Readers | null {
  const { effectKey, thuliumMessageId, answers } = data
  // An automatic answer goes to nobody else.
  if (typeof answers === 'string') return 'customer'
  if (typeof effectKey === 'string') return readers.get(effectKey) ?? null
  return typeof thuliumMessageId === 'number' ? (readers.get(replyKey(ref, thuliumMessageId)) ?? null) : null
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
  const plans = plansOf(ref, events)
  const planned = plans.flat()
  const readers = new Map(planned.map((effect) => [effect.key, effect.readers] as const))
  const effects = await readEffectsByKey(
    store,
    ref,
    planned.map(({ key }) => key),
  )
  return events.map(({ type, recordedAt, data, metadata }, index) => ({
    type,
    recordedAt: recordedAt.toISOString(),
    actor: metadata.actor ?? null,
    by: metadata.keyId === undefined ? null : { keyId: metadata.keyId, name: metadata.keyName ?? '' },
    causedBy: metadata.causationId ?? null,
    data,
    about: aboutOf(data, readers),
    readers: readersFor(ref, data, readers),
    effects: (plans[index] ?? []).flatMap(({ key }) => effects.get(key) ?? []),
  }))
}
