import type { ConversationState } from '../conversation/state.ts'
import { entityKind, isOffer, topicReason } from '../words/mirakl.ts'
import { oneLine } from '../text/one-line.ts'

/** The topic in words, '' when there are none: a code that EmpikPlace has not explained tells an agent nothing. */
export function topicText({ thread, routed }: ConversationState): string {
  if (!thread) return ''
  return oneLine(topicReason(thread.topic) === undefined ? thread.topic.value : (routed?.topicLabel ?? ''))
}

export interface EntityText {
  /** `oferta Puzzle 1000` */
  short: string
  /** `Oferta: Puzzle 1000 (400121)` */
  long: string
}

/** What a conversation is about besides an order. What a label holds is not documented, so it is only shown. */
export function entityText({ thread }: ConversationState): EntityText | undefined {
  const entity = thread?.entities.find((one) => isOffer(one) || entityKind(one) === undefined)
  if (!entity) return undefined
  const label = oneLine(entity.label)
  const name = label === '' ? entity.id : label
  const full = label === '' || label === entity.id ? name : `${label} (${entity.id})`
  return isOffer(entity)
    ? { short: `oferta ${name}`, long: `Oferta: ${full}` }
    : { short: name, long: `Dotyczy: ${full}` }
}
