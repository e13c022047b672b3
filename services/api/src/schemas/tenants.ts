import { healthLevels } from '@connector/domain/health'
import { z } from 'zod'
import { field } from './field.ts'
import { healthOwner } from './status.ts'
import { bothLanguages, count, exampleTime, instant, plainText, tenantId } from './views.ts'

export const pauseReason = field(
  plainText(500),
  'Why, for people; the tenant sees it in its status.',
  'Przerwa na prośbę sklepu',
)

export const tenantOverview = z
  .object({
    tenantId,
    level: field(z.enum(healthLevels), 'The worst of its integrations; `stopped` while it is paused.', 'ok'),
    owner: healthOwner,
    reason: field(bothLanguages, 'Why.'),
    since: field(instant.nullable(), 'Since when; null where the facts do not tell.', exampleTime),
    integrations: count('How many it has.', 2),
    parked: count('Writes that need a person.', 0),
    oldestParkedAt: field(instant.nullable(), 'Since when the oldest of them does.', exampleTime),
    oldestWaitingAt: field(
      instant.nullable(),
      'Since when the oldest write that goes on by itself waits.',
      exampleTime,
    ),
    paused: field(
      z.object({ reason: pauseReason, since: field(instant, 'Since when.', exampleTime) }).nullable(),
      'Nothing is read or written for it meanwhile.',
    ),
  })
  .meta({ id: 'TenantOverview' })
export type TenantOverview = z.infer<typeof tenantOverview>
