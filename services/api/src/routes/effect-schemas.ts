import { effectKinds, effectStates } from '@connector/domain'
import { z } from 'zod'
import { integrationParams } from './schemas.ts'

const instant = z.iso.datetime()
const bothLanguages = z.object({ pl: z.string(), en: z.string() })

export const effectParams = integrationParams.extend({ effectKey: z.string().min(1).max(900) })

/** One write to an outside API: what, why, since when, how often tried, what to do next. */
export const effectView = z.object({
  effectKey: z.string(),
  kind: z.enum(effectKinds),
  what: bothLanguages,
  threadId: z.string(),
  ticketId: z.number().nullable(),
  state: z.enum(effectStates),
  plannedAt: instant,
  /** Since when it needs a person. */
  parkedAt: instant.nullable(),
  lastTriedAt: instant.nullable(),
  attempts: z.number(),
  /** Null where it is not tried again by itself. */
  nextTryAt: instant.nullable(),
  /** `code` is there only where a person is needed, and comes a moment after the state. */
  failure: z.object({ class: z.string(), message: z.string(), code: z.string().nullable() }).nullable(),
  next: bothLanguages,
})
export type EffectView = z.infer<typeof effectView>
