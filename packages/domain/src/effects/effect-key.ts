import type { ConversationRef } from '../words/ids.ts'
import { effectKinds, type EffectKind } from './kinds.ts'

/** The conversation that an effect is about, within its tenant. */
type InTenant = Pick<ConversationRef, 'integrationId' | 'threadId'>

/** What an effect does, and what it is about within its conversation: a message id, say; '' for the conversation. */
export interface EffectKey {
  kind: EffectKind
  subject: string
}

/**
 * Key of an effect within its tenant: the same wish always has the same key, so it can be planned only once.
 * @param threadId part of every key, since message ids are only known to be unique within a thread
 */
export const effectKey = (kind: EffectKind, integrationId: string, threadId: string, subject = ''): string =>
  [kind, integrationId, threadId, subject].filter((part) => part !== '').join(':')

/** Of the sending of an agent's reply. */
export const replyKey = ({ integrationId, threadId }: InTenant, thuliumMessageId: number): string =>
  effectKey('reply:send', integrationId, threadId, String(thuliumMessageId))

/** The kind that a key begins with; undefined for one that this version does not know. */
export const effectKindOf = (key: string): EffectKind | undefined =>
  effectKinds.find((kind) => key.startsWith(`${kind}:`))

/** What a key says, in the conversation it belongs to; undefined where it does not. Ids may hold colons, so the key alone would not tell. */
export function parseEffectKey({ integrationId, threadId }: InTenant, key: string): EffectKey | undefined {
  const kind = effectKindOf(key)
  if (kind === undefined) return undefined
  const alone = effectKey(kind, integrationId, threadId)
  if (key === alone) return { kind, subject: '' }
  return key.startsWith(`${alone}:`) ? { kind, subject: key.slice(alone.length + 1) } : undefined
}
