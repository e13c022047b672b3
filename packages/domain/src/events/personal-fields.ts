import { z } from 'zod'
import { conversationTypes } from './conversation-events.ts'
import { eventTypes } from './event-types.ts'
import { personalTexts } from './personal.ts'

/** What of a value is personal. What no schema speaks of may be anything, and counts as personal as a whole. */
export type PersonalPlan =
  | { is: 'open' }
  | { is: 'personal'; erased: string }
  | { is: 'object'; fields: ReadonlyMap<string, PersonalPlan> }
  | { is: 'list'; item: PersonalPlan }

const open: PersonalPlan = { is: 'open' }

/** An object of which nothing is personal is still one, since it may hold what its schema does not know. */
function planOf(schema: z.ZodType): PersonalPlan {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodExactOptional)
    return planOf(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodDefault) return planOf(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodArray) return { is: 'list', item: planOf(schema.element as z.ZodType) }
  if (schema instanceof z.ZodObject)
    return {
      is: 'object',
      fields: new Map(
        Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, field]) => [name, planOf(field)]),
      ),
    }
  const marked = schema instanceof z.ZodString ? personalTexts.get(schema) : undefined
  return marked ? { is: 'personal', erased: marked.erased } : open
}

/** Events that hold texts of buyers: those of conversations, and what came from outside and could not be read. */
const withPersonal = [...Object.keys(conversationTypes), 'InputUnreadable']

const plans = new Map<string, PersonalPlan>(
  Object.entries(eventTypes).flatMap(([name, { schema }]) =>
    withPersonal.includes(name) ? [[name, planOf(schema)] as const] : [],
  ),
)

/** Undefined for a type of event that holds nothing of a buyer. */
export const personalPlan = (type: string): PersonalPlan | undefined => plans.get(type)

function blank(value: unknown, plan: PersonalPlan | undefined): unknown {
  if (plan === undefined || plan.is === 'open') return value
  if (plan.is === 'personal') return typeof value === 'string' && value !== '' ? plan.erased : value
  if (plan.is === 'list') return Array.isArray(value) ? value.map((item) => blank(item, plan.item)) : value
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, field]) => [name, blank(field, plan.fields.get(name))]))
    : value
}

/** The data of an event, or of what became of it, without what is personal. */
export const withoutPersonal = <T extends object>(type: string, data: T): T => blank(data, personalPlan(type)) as T
