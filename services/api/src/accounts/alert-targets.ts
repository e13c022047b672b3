import { both } from '@connector/domain/words'
import { randomUUID } from 'node:crypto'
import { newSecret, problemOfHook, ringOf, rotated, rotationMs, sealedForm } from '@connector/alerts'
import type { Query, Row, TenantStore, Vault } from '@connector/store'
import { z } from 'zod'
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

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

const viewOf = (row: Row<'alert_targets'>): TargetView => ({
  targetId: row.target_id,
  channel: row.channel,
  name: row.name,
  address: row.address,
  language: row.language,
  kinds: row.kinds,
  enabled: row.disabled_at === null,
  disabledBecause: row.disabled_because,
  disabledAt: iso(row.disabled_at),
  failingSince: iso(row.failing_since),
  lastSuccessAt: iso(row.last_success_at),
  createdAt: row.created_at.toISOString(),
})

const mailbox = z.email().max(254)

/** Whom a tenant, or the operator (`*`), wants to be told. */
export function createAlertTargets({ store, vault, now, alertsToThisMachine }: TargetDeps) {
  /** @throws {ApiError} request.invalid */
  function assertAddress(channel: TargetView['channel'], address: string): void {
    const problem =
      channel === 'webhook'
        ? problemOfHook(address, alertsToThisMachine)
        : mailbox.safeParse(address).success
          ? undefined
          : 'it is not the address of a mailbox'
    if (problem !== undefined)
      throw new ApiError('request.invalid', undefined, [
        { field: 'body.address', message: `Nobody can be told there: ${problem}` },
      ])
  }

  const purposeOf = (targetId: string) => `alert-target:${targetId}` as const

  /** Locked: whoever changes it waits for the other. @throws {ApiError} alert_target.unknown */
  async function find(db: Query, tenantId: string, targetId: string): Promise<Row<'alert_targets'>> {
    const row = await db
      .selectFrom('alert_targets')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('target_id', '=', targetId)
      .forUpdate()
      .executeTakeFirst()
    if (!row) throw new ApiError('alert_target.unknown')
    return row
  }

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
      assertAddress(body.channel, body.address)
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
        const before = await find(db, tenantId, targetId)
        assertAddress(before.channel, body.address)
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
        await find(db, tenantId, targetId)
        for (const table of ['alert_deliveries', 'alert_targets'] as const)
          await db.deleteFrom(table).where('tenant_id', '=', tenantId).where('target_id', '=', targetId).execute()
        await vault.remove(db, tenantId, purposeOf(targetId))
      }),

    /** The secret before signs for a day more. */
    renewSecret: (tenantId: string, targetId: string) =>
      store.inTenant(tenantId, async (db) => {
        const { channel } = await find(db, tenantId, targetId)
        if (channel !== 'webhook') throw new ApiError('alert_target.no_secret')
        const sealed = await vault.read(db, tenantId, purposeOf(targetId))
        const secret = newSecret()
        const at = now()
        const secrets = rotated(sealed ? ringOf(sealed.secret) : [], secret, at)
        await vault.replace(db, tenantId, purposeOf(targetId), sealedForm(secrets))
        return { secret, oldUntil: new Date(at.getTime() + rotationMs).toISOString() }
      }),

    find: (tenantId: string, targetId: string) => store.inTenant(tenantId, (db) => find(db, tenantId, targetId)),
  }
}
