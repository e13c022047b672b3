import { effectKinds, effectStates } from '@connector/domain/effects'
import { z } from 'zod'
import { field } from './field.ts'
import { bothLanguages, integrationParams } from './views.ts'

const instant = z.iso.datetime()
const exampleTime = '2026-03-02T08:15:00.000Z'

const effectKey = field(
  z.string().min(1).max(900),
  'Key of the write: the same wish always has the same one.',
  'ticket:create:5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11:b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01',
)

export const effectParams = integrationParams.extend({ effectKey })

/** One write to an outside API: what, why, since when, how often tried, what to do next. */
export const effectView = z
  .object({
    effectKey,
    kind: field(z.enum(effectKinds), 'What kind of write it is.'),
    what: field(bothLanguages, 'The same in words.'),
    threadId: field(z.string(), 'Id of the conversation it belongs to.', 'b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01'),
    ticketId: field(z.int().nullable(), 'Number of the ticket of the conversation, once there is one.', 4711),
    state: field(
      z.enum(effectStates),
      '`planned`: not tried or to be tried again; `claimed`: under way; `unknown`: may have been done and is looked up; ' +
        '`parked`: needs a person; `confirmed`: ended.',
    ),
    plannedAt: field(instant, 'When it was asked for, or became due.', exampleTime),
    parkedAt: field(instant.nullable(), 'Since when it needs a person.', exampleTime),
    lastTriedAt: field(instant.nullable(), 'When it was last tried or looked up.', exampleTime),
    attempts: field(z.int().min(0), 'How often it was tried or looked up.', 1),
    nextTryAt: field(instant.nullable(), 'When it is tried again; null where it is not by itself.', exampleTime),
    failure: field(
      z
        .object({
          class: field(
            z.string(),
            '`credentials-rejected`, `unreachable`, `rate-limited`, `refused`, `too-large`, `not-connected` (no credentials yet) or `internal` (our own fault).',
            'refused',
          ),
          message: field(
            z.string(),
            'What the other side said, for people; with the scope `conversations:read`.',
            'Thulium refuses the request (422).',
          ),
          code: field(
            z.string().nullable(),
            'Why it needs a person: `effect.refused`, `effect.lookup_refused`, `effect.gateway_refused`, `effect.own_fault` (of the connector) or `effect.ambiguous`. Null where it needs ' +
              'none, and for a moment after it was parked.',
            'effect.refused',
          ),
        })
        .nullable(),
      'Why the last try was not good; null when none failed.',
    ),
    next: field(bothLanguages, 'What to do next.'),
  })
  .meta({ id: 'Effect' })
export type EffectView = z.infer<typeof effectView>
