import { personalPlan, type PersonalPlan } from '@connector/domain/events'
import type { Json, JsonObject } from '@connector/event-log'

/** Turns a text into its sealed form; `field` is its place in the event. */
export type SealText = (text: string, field: string) => string
/** And back; undefined where it does not open. */
export type OpenText = (sealed: string, field: string) => string | undefined

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** In the place of a text: no schema takes it for one. `json` says that it was something else, of which no schema knew. */
const sealedValue = (sealed: string, json: boolean): JsonObject => (json ? { sealed, json } : { sealed })

function sealedOf(value: Json): { sealed: string; json: boolean } | undefined {
  if (!isObject(value)) return undefined
  const { sealed, json, ...more } = value
  return typeof sealed === 'string' && Object.keys(more).length === 0 ? { sealed, json: json === true } : undefined
}

const holdsText = (value: Json): boolean =>
  typeof value === 'string'
    ? value !== ''
    : Array.isArray(value)
      ? value.some(holdsText)
      : isObject(value) && Object.values(value).some(holdsText)

function sealValue(value: Json, plan: PersonalPlan | undefined, field: string, seal: SealText): Json {
  if (plan === undefined) return holdsText(value) ? sealedValue(seal(JSON.stringify(value), field), true) : value
  switch (plan.is) {
    case 'open':
      return value
    case 'personal':
      return typeof value === 'string' && value !== '' ? sealedValue(seal(value, field), false) : value
    case 'list':
      return Array.isArray(value)
        ? value.map((item, index) => sealValue(item, plan.item, `${field}.${index}`, seal))
        : value
    case 'object':
      return isObject(value) ? sealFields(value, plan, `${field}.`, seal) : value
  }
}

const sealFields = (data: JsonObject, plan: PersonalPlan & { is: 'object' }, prefix: string, seal: SealText) =>
  Object.fromEntries(
    Object.entries(data)
      // What JSON leaves out.
      .filter(([, value]) => (value as Json | undefined) !== undefined)
      .map(([name, value]) => [name, sealValue(value, plan.fields.get(name), `${prefix}${name}`, seal)]),
  )

/** The data of an event with every text of a buyer sealed, and whatever its schema does not know. */
export function sealData(type: string, data: JsonObject, seal: SealText): JsonObject {
  const plan = personalPlan(type)
  return plan?.is === 'object' ? sealFields(data, plan, '', seal) : data
}

function openValue(
  value: Json,
  plan: PersonalPlan | undefined,
  field: string,
  open: OpenText | 'erased',
): Json | undefined {
  const found = sealedOf(value)
  if (found) {
    if (open === 'erased') return found.json ? undefined : plan?.is === 'personal' ? plan.erased : ''
    const text = open(found.sealed, field)
    // It stays sealed: whoever reads the event finds that it does not fit its schema, and stops at it.
    if (text === undefined) return value
    return found.json ? (JSON.parse(text) as Json) : text
  }
  if (Array.isArray(value)) {
    const item = plan?.is === 'list' ? plan.item : undefined
    return value.map((one, index) => openValue(one, item, `${field}.${index}`, open) ?? null)
  }
  return isObject(value) ? openFields(value, plan, `${field}.`, open) : value
}

function openFields(data: JsonObject, plan: PersonalPlan | undefined, prefix: string, open: OpenText | 'erased') {
  const opened: JsonObject = {}
  for (const [name, value] of Object.entries(data)) {
    const known = plan?.is === 'object' ? plan.fields.get(name) : undefined
    const plain = openValue(value, known, `${prefix}${name}`, open)
    if (plain !== undefined) opened[name] = plain
  }
  return opened
}

/** The other way round; @param open `erased` when its key is gone: what stands in the place of a text is said by its schema */
export const openData = (type: string, data: JsonObject, open: OpenText | 'erased'): JsonObject =>
  openFields(data, personalPlan(type), '', open)

/** For whoever needs no text of a buyer: whatever is sealed counts as erased, and no key is asked for. */
export const withoutSealed = (type: string, data: JsonObject): JsonObject => openData(type, data, 'erased')
