import type { ConversationRef } from '../words/ids.ts'
import type { Readers } from '../words/readers.ts'
import { commentSubject, type CommentSubject } from './comment-subject.ts'
import { effectKey } from './effect-key.ts'
import { laneOf, type EffectKind, type Lane } from './kinds.ts'

/** One wish for a write to an outside API, before it is tried. */
export interface PlannedEffect {
  key: string
  kind: EffectKind
  lane: Lane
  /** Place in the lane: the revision of the event that asked for it, then its place among that event's effects. */
  seq: number
  /** What the effect is about within the conversation: a message id, a Thulium message id, a key; '' for the conversation. */
  subject: string
  /** Who gets it at EmpikPlace, as far as it is recorded. */
  readers?: Readers
  /** When it is due, where that is later than the event that asked for it (ISO 8601). */
  notBefore?: string
}

/** A thread holds at most 1000 messages (EmpikPlace, M12), so an event never asks for more effects than this. */
const maxEffectsPerEvent = 1024

/** Gathers what one event asks for. */
export interface Wishes {
  ref: ConversationRef
  effects: PlannedEffect[]
  want(kind: EffectKind, subject?: string, more?: Pick<PlannedEffect, 'notBefore' | 'readers'>): void
  /** A comment in the ticket. */
  tell(subject: CommentSubject): void
}

/** @param revision of the event */
export function createWishes(ref: ConversationRef, revision: number): Wishes {
  const effects: PlannedEffect[] = []
  const want: Wishes['want'] = (kind, subject = '', more = {}) => {
    effects.push({
      key: effectKey(kind, ref.integrationId, ref.threadId, subject),
      kind,
      lane: laneOf(kind),
      seq: revision * maxEffectsPerEvent + effects.length,
      subject,
      ...more,
    })
  }
  return { ref, effects, want, tell: (subject) => want('comment:add', commentSubject(subject)) }
}
