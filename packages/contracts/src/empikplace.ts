import { z } from 'zod'
import { listed } from './listed.ts'
import { isObject, parserOf, readElements } from './page.ts'
import type { Page, Parsed, Unreadable } from './page.ts'
import { saysError } from './says-error.ts'
import {
  everyOne,
  identifiedList,
  instant,
  looseText,
  openType,
  optionalInstant,
  optionalNumber,
  optionalStringId,
  optionalText,
  stringId,
  text,
} from './tolerant.ts'

/* Reads the answers of the EmpikPlace inbox. Names are those of the wire; unknown fields are dropped. */

/** Where a message is written, they are words alone; should they come like that, too, they must not be nobody. */
const ofWord = (value: unknown): unknown => (typeof value === 'string' ? { type: value } : value)

/** Written small it means the same: taken for somebody else, what was meant for the operator would be answered. */
const partyType = openType.transform((type) => type.trim().toUpperCase())

export const empikParticipant = z.preprocess(
  ofWord,
  z.object({ type: partyType, id: optionalStringId, display_name: looseText }),
)

const empikSender = z
  .preprocess(ofWord, z.object({ type: partyType, display_name: looseText }))
  // A message without an author is still a message.
  .catch({ type: 'UNKNOWN', display_name: '' })

/** Without an id the file cannot be fetched; it is listed all the same, so that it does not get lost unseen. */
const empikAttachment = z
  .object({ id: stringId.catch(''), name: looseText, size: optionalNumber.transform((size) => size ?? 0) })
  .catch({ id: '', name: '', size: 0 })

export const empikMessage = z.object({
  id: stringId,
  body: text,
  date_created: instant,
  from: empikSender,
  to: identifiedList(empikParticipant),
  attachments: everyOne(empikAttachment),
})

const empikMetadata = z
  .object({
    total_count: optionalNumber,
    last_message_date: optionalInstant,
    shop_reply_needed_since: optionalInstant,
  })
  .catch({})

const noTopic = { type: 'UNKNOWN', value: '' }

/** Should it come as words alone, they must not be nothing. */
const empikTopic = z.preprocess(
  (value) => (typeof value === 'string' ? { value } : (value ?? noTopic)),
  z.object({ type: openType, value: text }),
)

/** The topic of a thread; one that cannot be read is none, and is told. */
function topicOf(id: string, raw: unknown): { topic: z.output<typeof empikTopic>; unreadable: Unreadable[] } {
  const read = empikTopic.safeParse(raw)
  if (read.success) return { topic: read.data, unreadable: [] }
  const reason = 'Shown without its topic, which cannot be read: look at the conversation in the panel of EmpikPlace'
  return { topic: noTopic, unreadable: [{ raw: { thread_id: id, topic: raw }, reason, id }] }
}

/** `messages` holds the readable ones, `unreadable_messages` the others; `unreadable_parts` are of the thread itself. */
export const empikThread = z
  .object({
    id: stringId,
    topic: z.unknown().optional(),
    entities: identifiedList(z.object({ type: openType, id: stringId, label: looseText })),
    authorized_participants: identifiedList(empikParticipant),
    current_participants: identifiedList(empikParticipant),
    date_created: optionalInstant,
    date_updated: instant,
    metadata: empikMetadata,
    messages: z.array(z.unknown()).nullish(),
  })
  .transform(({ messages, date_created, topic: rawTopic, ...thread }) => {
    const { items, unreadable } = readElements(messages ?? [], empikMessage, 'id')
    const { topic, unreadable: unreadableParts } = topicOf(thread.id, rawTopic)
    return {
      ...thread,
      topic,
      date_created: date_created ?? thread.date_updated,
      messages: items,
      unreadable_messages: unreadable,
      unreadable_parts: unreadableParts,
    }
  })

export const empikMessageCreated = z.object({
  message_id: stringId.refine((id) => id !== '0', 'An id of 0'),
  thread_id: optionalStringId,
})

/** Only what is of use; the same answer holds bank and tax data, which must never be kept. */
export const empikAccount = z.object({
  shop_id: stringId,
  shop_name: looseText,
  shop_state: openType,
  suspension_type: optionalText,
  currency_iso_code: optionalText,
  order_messages_response_delay: optionalNumber,
})

export const empikReason = z.object({
  code: stringId,
  label: looseText,
  type: openType,
  is_shop_right: z.boolean().catch(false),
})

export type EmpikParticipant = z.output<typeof empikParticipant>
export type EmpikMessage = z.output<typeof empikMessage>
export type EmpikThread = z.output<typeof empikThread>
export type EmpikAccount = z.output<typeof empikAccount>
export type EmpikReason = z.output<typeof empikReason>

/** M11. A list that is no list is an answer that cannot be read; a bad thread in it is only listed as such. */
export function parseThreadPage(
  document: unknown,
): Parsed<Page<EmpikThread> & { next_page_token: string | undefined }> {
  if (!isObject(document) || !Array.isArray(document['data']) || saysError(document))
    return { ok: false, reason: 'data is not a list' }
  const token = optionalText.parse(document['next_page_token'])
  const isLast = listed(document['next_page_token'])?.length === 0
  // Taken for the end of the list, it would hide all that follows.
  if (token === undefined && !isLast) return { ok: false, reason: 'next_page_token is no text' }
  return { ok: true, value: { ...readElements(document['data'], empikThread, 'id'), next_page_token: token } }
}

/** RE01. */
export function parseReasons(document: unknown): Parsed<Page<EmpikReason>> {
  if (!isObject(document) || !Array.isArray(document['reasons']) || saysError(document))
    return { ok: false, reason: 'reasons is not a list' }
  return { ok: true, value: readElements(document['reasons'], empikReason, 'code') }
}

export const parseThread = parserOf(empikThread)
export const parseMessageCreated = parserOf(empikMessageCreated)
export const parseAccount = parserOf(empikAccount)
