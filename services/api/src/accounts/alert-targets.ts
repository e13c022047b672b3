import { both } from '@connector/domain/words'
import { randomUUID } from 'node:crypto'
import { newSecret, ringOf, rotated, rotationMs, sealedForm } from '@connector/alerts'
import type { Row, TenantStore, Vault } from '@connector/store'
import type { z } from 'zod'
import { assertAddress, findTarget, purposeOf, viewOf } from './alert-target-row.ts'
import { ApiError } from '../errors/api-error.ts'
import type { newTargetBody, targetBody, TargetView } from '../schemas/alerts.ts'

/** More would be a mailing list, and every one of them costs a call for each alert. */
const mostTargets = 20

interface TargetDeps {
  store: Pick<TenantStore, 'inTenant'>
  vault: Vault
  now: () => Date
  alertsToThisMachine: boolean
}

/** Whom a tenant, or the operator (`*`), wants to be told. */
export function createAlertTargets({ store, vault, now, alertsToThisMachine }: TargetDeps) {
  return {
    list: (tenantId: string): Promise<TargetView[]> =>
      store.inTenant(tenantId, async (db) => {
        const rows = await db
          .selectFrom('alert_targets')
          .selectAll()
          .where('tenant_id', '=', tenantId)
          .orderBy('created_at')
          .orderBy('target_id')
          .execute()
        return rows.map(viewOf)
      }),

    add: (tenantId: string, body: z.output<typeof newTargetBody>) => {
      assertAddress(body.channel, body.address, alertsToThisMachine)
      return store.inTenant(tenantId, async (db) => {
        const known = await db
          .selectFrom('alert_targets')
          .select('target_id')
          .where('tenant_id', '=', tenantId)
          .execute()
        if (known.length >= mostTargets)
          throw new ApiError(
            'alert_target.too_many',
            both(`Może ich być najwyżej ${mostTargets}.`, `There may be ${mostTargets} of them.`),
          )
        const targetId = randomUUID()
        const secret = body.channel === 'webhook' ? newSecret() : null
        if (secret !== null)
          await vault.replace(db, tenantId, purposeOf(targetId), sealedForm([{ secret, until: null }]))
        const row: Row<'alert_targets'> = {
          tenant_id: tenantId,
          target_id: targetId,
          ...body,
          kinds: [...new Set(body.kinds)],
          created_at: now(),
          disabled_at: null,
          disabled_because: null,
          failing_since: null,
          last_success_at: null,
        }
        await db.insertInto('alert_targets').values(row).execute()
        return { ...viewOf(row), secret }
      })
    },

    change: (tenantId: string, targetId: string, body: z.output<typeof targetBody>): Promise<TargetView> =>
      store.inTenant(tenantId, async (db) => {
        const before = await findTarget(db, tenantId, targetId)
        assertAddress(before.channel, body.address, alertsToThisMachine)
        const { enabled, kinds, ...words } = body
        const isNew = enabled && (before.disabled_at !== null || before.address !== body.address)
        const row: Row<'alert_targets'> = {
          ...before,
          ...words,
          kinds: [...new Set(kinds)],
          disabled_at: enabled ? null : (before.disabled_at ?? now()),
          disabled_because: enabled ? null : (before.disabled_because ?? 'person'),
          // Failures of the time before say nothing of a new beginning.
          failing_since: isNew ? null : before.failing_since,
        }
        await db
          .updateTable('alert_targets')
          .set(row)
          .where('tenant_id', '=', tenantId)
          .where('target_id', '=', targetId)
          .execute()
        return viewOf(row)
      }),

    remove: (tenantId: string, targetId: string): Promise<void> =>
      store.inTenant(tenantId, async (db) => {
        await findTarget(db, tenantId, targetId)
        for (const table of ['alert_deliveries', 'alert_targets'] as const)
          await db.deleteFrom(table).where('tenant_id', '=', tenantId).where('target_id', '=', targetId).execute()
        await vault.remove(db, tenantId, purposeOf(targetId))
      }),

    /** The secret before signs for a day more. */
    renewSecret: (tenantId: string, targetId: string) =>
      store.inTenant(tenantId, async (db) => {
        const { channel } = await findTarget(db, tenantId, targetId)
        if (channel !== 'webhook') throw new ApiError('alert_target.no_secret')
        const sealed = await vault.read(db, tenantId, purposeOf(targetId))
        const secret = newSecret()
        const at = now()
        const secrets = rotated(sealed ? ringOf(sealed.secret) : [], secret, at)
        await vault.replace(db, tenantId, purposeOf(targetId), sealedForm(secrets))
        return { secret, oldUntil: new Date(at.getTime() + rotationMs).toISOString() }
      }),

    find: (tenantId: string, targetId: string) => store.inTenant(tenantId, (db) => findTarget(db, tenantId, targetId)),
  }
}
