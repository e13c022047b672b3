import { settledByEvent, type ConversationEvent } from '../events/event-types.ts'
import type { ConversationRef } from '../words/ids.ts'
import { replyKey } from './effect-key.ts'

/** Keys that an event settles for good. */
export const settledBy = (event: ConversationEvent, ref: ConversationRef): string[] =>
  settledByEvent(event).map((settled) =>
    'effectKey' in settled ? settled.effectKey : replyKey(ref, settled.sendingOf),
  )
