import { sides } from '@connector/domain/events'
import type { HealthFacts } from '@connector/domain/health'
import { z } from 'zod'
import { classOf, workers, workersFacts, writeFailure } from './health-facts.ts'

/** The rows of `tenants_overview`: how all tenants are doing, as facts. */

const moment = z
  .string()
  .nullish()
  .transform((text) => (typeof text === 'string' ? new Date(text) : undefined))

const look = z
  .object({
    lastSuccessAt: moment,
    nextAt: z.coerce.date(),
    intervalMs: z.number().nullable(),
    failures: z.number(),
    failureClass: z.string().nullable(),
  })
  .transform(({ failureClass: name, intervalMs, ...facts }) => ({
    ...facts,
    intervalMs: intervalMs ?? undefined,
    lastFailure: name === null ? undefined : { failureClass: classOf(name) },
  }))

const shop = z.object({
  integrationId: z.string(),
  status: z.enum(['configured', 'running', 'stopped', 'credentials-rejected']),
  statusSince: moment,
  missingFields: z.array(z.object({ of: z.enum(['ticket', 'customer']), name: z.string(), since: z.coerce.date() })),
  rejections: z.object({ empikplace: z.object({ count: z.number() }), thulium: z.object({ count: z.number() }) }),
  polls: z
    .object({ empikplace: look.exactOptional(), thulium: look.exactOptional() })
    .nullable()
    .transform((polls) => polls ?? {}),
  parked: z.number(),
  parkedByUs: z.number(),
  oldestWaitingAt: moment,
  oldestParkedAt: moment,
  lastFailure: z.object({ kind: z.string(), class: z.string() }).nullable(),
  quarantined: z.number(),
  quarantinedSince: moment,
})

export const tenantFacts = z.object({
  tenantId: z.string(),
  integrations: z.array(shop),
  paused: z.object({ reason: z.string(), since: z.coerce.date() }).nullable(),
  workers,
  isRebuilding: z.boolean(),
  restore: z
    .object({ since: z.coerce.date(), at: z.coerce.date() })
    .nullable()
    .transform((restore) => restore ?? undefined),
})

export type TenantFacts = z.output<typeof tenantFacts> & {
  /** Of the whole service, as the log has it. */
  unprojectedSince: Date | undefined
}
type ShopFacts = TenantFacts['integrations'][number]

/** What health is made of, for one shop of a tenant. */
export const factsOfShop = (
  facts: TenantFacts,
  one: ShopFacts,
  now: Date,
  ownFault: HealthFacts['ownFault'],
): HealthFacts => ({
  status: one.status,
  statusSince: one.statusSince,
  rejectedBy: sides.filter((side) => one.rejections[side].count > 0),
  missingFields: one.missingFields,
  sides: one.polls,
  unprojectedSince: facts.unprojectedSince,
  workers: workersFacts(facts.workers, now),
  ownFault,
  isRebuilding: facts.isRebuilding,
  restore: facts.restore,
  effects: {
    parked: one.parked,
    parkedByUs: one.parkedByUs,
    oldestParkedAt: one.oldestParkedAt,
    oldestWaitingAt: one.oldestWaitingAt,
    lastFailure: writeFailure(one.lastFailure),
  },
  quarantined: { count: one.quarantined, since: one.quarantinedSince },
})
