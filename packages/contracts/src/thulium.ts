import { z } from 'zod'
import { listed } from './listed.ts'
import { isObject, parserOf, readElements } from './page.ts'
import type { Page, Parsed } from './page.ts'
import { isNothing, saysError } from './says-error.ts'
import {
  everyOne,
  looseText,
  madeId,
  openType,
  optionalNumber,
  optionalNumericId,
  optionalText,
  text,
  textOrNone,
} from './tolerant.ts'

/* Reads the answers of Thulium. Names are those of the wire; unknown fields are dropped; dates stay local text. */

const scalar = z.union([z.string(), z.number(), z.boolean()])

/** One value as text; a list of values (a multiple choice) is joined; no value is null. */
function fieldValue(value: unknown): string | null {
  if (Array.isArray(value)) return value.map((item: unknown) => scalar.safeParse(item).data ?? '').join(', ')
  const read = scalar.safeParse(value)
  return read.success ? String(read.data) : null
}

/** Name → value; null where a field has none. Undefined when the answer did not hold any fields at all. */
export const thuliumCustomFields = z.preprocess((value) => {
  // PHP writes an object without entries as an empty list.
  if (Array.isArray(value) && value.length === 0) return {}
  if (!isObject(value)) return undefined
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, fieldValue(field)]))
}, z.record(z.string(), z.string().nullable()).optional())

/** A date as PHP writes its own objects: `{"date":"2026-03-04 09:17:00.000000","timezone_type":3,"timezone":"Europe/Warsaw"}`. */
function ownDate(value: unknown): unknown {
  if (!isObject(value) || typeof value['date'] !== 'string') return value
  const { date, timezone } = value
  if (timezone === 'UTC' || timezone === 'Z') return `${date}Z`
  return typeof timezone === 'string' && /^[+-]\d{2}:\d{2}$/.test(timezone) ? `${date}${timezone}` : date
}

/** Local text, as documented. */
const dateText = z.preprocess(ownDate, optionalText)

/** The shape of attachments is not documented: these are the names worth trying. */
export const thuliumAttachment = z.preprocess(
  (value) => (typeof value === 'string' ? { name: value } : value),
  z
    .object({
      attachment_id: optionalText,
      id: optionalText,
      filename: optionalText,
      name: optionalText,
      url: optionalText,
      link: optionalText,
      href: optionalText,
      token: optionalText,
      content: optionalText,
      size: optionalNumber,
    })
    // Listed all the same, so that the agent can be told that a file could not be passed on.
    .catch({}),
)

export const thuliumMessage = z.object({
  message_id: madeId,
  /** Written small it means the same: of a kind that nobody knows, a reply would reach nobody. */
  type: openType.transform((type) => type.trim().toUpperCase()),
  /** Without one the entry is a machine's, and is not passed on. */
  user_login: textOrNone,
  body: text,
  comment: looseText,
  system_comment: looseText,
  created_at: dateText,
  attachments: everyOne(thuliumAttachment),
})

/** `messages` holds the readable ones, `unreadable_messages` the others. Rows of lists have neither. */
export const thuliumTicket = z
  .object({
    ticket_id: madeId,
    from: optionalText,
    subject: looseText,
    source: optionalText,
    ticket_queue_id: optionalNumericId,
    ticket_queue_name: optionalText,
    status_id: optionalNumericId,
    substatus_id: optionalNumericId,
    full_status_name: optionalText,
    category_id: optionalNumericId,
    customer_id: optionalNumericId,
    user_login: optionalText,
    created_at: dateText,
    updated_at: dateText,
    closed_at: dateText,
    custom_fields: thuliumCustomFields,
    messages: z.preprocess((value) => listed(value) ?? value, z.array(z.unknown())),
  })
  .transform(({ messages, ...ticket }) => {
    const { items, unreadable } = readElements(messages, thuliumMessage, 'message_id')
    return { ...ticket, messages: items, unreadable_messages: unreadable }
  })

const firstText = z.preprocess((value) => (Array.isArray(value) ? (value[0] as unknown) : value), optionalText)

export const thuliumCustomer = z.object({
  customer_id: madeId,
  name: looseText,
  surname: looseText,
  email: firstText,
  phone_number: firstText,
  updated_at: dateText,
  custom_fields: thuliumCustomFields,
})

export const thuliumTemporaryFile = z.object({
  token: text.pipe(z.string().min(1)),
  filename: optionalText,
  size: optionalNumber,
})

export type ThuliumAttachment = z.output<typeof thuliumAttachment>
export type ThuliumMessage = z.output<typeof thuliumMessage>
export type ThuliumTicket = z.output<typeof thuliumTicket>
export type ThuliumCustomer = z.output<typeof thuliumCustomer>

export type ThuliumList<T> = Page<T> & { count: number | undefined }

/**
 * A list as it is, or inside an object under one of the names seen for it; undefined for anything else.
 * @param offset how many elements were to be passed over
 */
export function listOf(
  document: unknown,
  offset = 0,
): { elements: readonly unknown[]; count: number | undefined } | undefined {
  if (Array.isArray(document)) return { elements: document, count: undefined }
  if (!isObject(document) || saysError(document)) return undefined
  const count = optionalNumber.parse(document['count'])
  for (const name of ['result', 'data', 'items']) {
    // No list is an empty one where the number of its elements says so: there are none, or none behind those that were passed over.
    const isBehindAll = count !== undefined && count <= offset
    const elements = isNothing(document[name]) && !isBehindAll ? undefined : listed(document[name])
    if (elements) return { elements, count }
  }
  // Something must be in it, or any answer could be one.
  const elements = listed(document)
  return elements && elements.length > 0 ? { elements, count: undefined } : undefined
}

/** Lists of either envelope; each element is read on its own. */
export function listParser<T>(
  schema: z.ZodType<T>,
  idField: string,
): (document: unknown, offset?: number) => Parsed<ThuliumList<T>> {
  return (document, offset) => {
    const list = listOf(document, offset)
    if (list === undefined) return { ok: false, reason: 'not a list' }
    return { ok: true, value: { ...readElements(list.elements, schema, idField), count: list.count } }
  }
}

export const parseTicketList = listParser(thuliumTicket, 'ticket_id')
export const parseTicket = parserOf(thuliumTicket)
export const parseTicketCreated = parserOf(z.object({ ticket_id: madeId }))
export const parseCustomerList = listParser(thuliumCustomer, 'customer_id')
export const parseCustomer = parserOf(thuliumCustomer)
export const parseCustomerCreated = parserOf(z.object({ customer_id: madeId }))
export const parseTemporaryFile = parserOf(thuliumTemporaryFile)
