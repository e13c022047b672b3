import { inWarsaw } from '@connector/domain/calendar'
import { UnreadableEvent } from '@connector/domain/events'
import { CommandRefused } from '@connector/domain/integration'
import { requestOperation } from '@connector/domain/operations'
import { stableId } from '@connector/domain/words'
import type { Repository } from '@connector/repository'
import { startLoop, type Log, type Loop } from '@connector/service-kit'
import type { WorkerStore } from '@connector/store'
import { sql } from 'kysely'
import { isAtWork } from './at-work.ts'

/** When shops sleep, in Warsaw: a process that was down at two has until five. */
const from = '02:00'
const until = '05:00'

/** How often it is asked whether it is time. */
const everyMs = 10 * 60_000

export interface NightlyOptions {
  store: WorkerStore
  repository: Repository
  /** Of the conversations of each shop that has no share of its own, each night; 0 for none. */
  share: number
  log: Log
  now: () => Date
}

/** The reconciliation of a night, of a tenant or of one shop of his: whoever asks for it, it is the same one. */
export const nightlyId = (tenantId: string, date: string, integrationId?: string): string =>
  stableId(['reconcile', tenantId, date, ...(integrationId === undefined ? [] : [integrationId])].join('|'))

interface RunningShop {
  tenantId: string
  integrationId: string
  /** Its own setting; null where it goes by that of the deployment. */
  percent: number | null
}

interface Wanted {
  operationId: string
  scope: { share: number; integrationId?: string }
}

/** One for the tenant, unless one of his shops has another share: then one for each shop. */
function wantedOf(shops: readonly RunningShop[], share: number, date: string): Wanted[] {
  const shares = shops.map(({ percent, ...shop }) => ({ ...shop, share: percent === null ? share : percent / 100 }))
  const [first] = shares
  if (!first) return []
  if (shares.every((shop) => shop.share === first.share))
    return first.share === 0 ? [] : [{ operationId: nightlyId(first.tenantId, date), scope: { share: first.share } }]
  return shares
    .filter((shop) => shop.share > 0)
    .map(({ tenantId, integrationId, share: own }) => ({
      operationId: nightlyId(tenantId, date, integrationId),
      scope: { share: own, integrationId },
    }))
}

/** Every id by which this night may know a tenant: a setting that was changed meanwhile counts from the next night on. */
const idsOf = (shops: readonly RunningShop[], date: string): string[] =>
  shops.flatMap(({ tenantId, integrationId }) => [nightlyId(tenantId, date), nightlyId(tenantId, date, integrationId)])

async function runningShops({ db }: WorkerStore): Promise<Map<string, RunningShop[]>> {
  const { rows } = await sql<RunningShop>`
    select i.tenant_id as "tenantId", i.integration_id as "integrationId",
      (i.settings->>'nightlyReconcilePercent')::float8 as percent
    from integrations i where ${isAtWork} order by i.tenant_id, i.integration_id
  `.execute(db)
  const tenants = new Map<string, RunningShop[]>()
  for (const shop of rows) tenants.set(shop.tenantId, [...(tenants.get(shop.tenantId) ?? []), shop])
  return tenants
}

async function askedAlready({ db }: WorkerStore, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select operation_id as id from operations where operation_id = any(${ids}::text[])
  `.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Asks for the reconciliations of this night that nobody has asked for yet. @returns for how many */
export async function askForTheNight({ store, repository, share, now }: NightlyOptions): Promise<number> {
  const { date, time } = inWarsaw(now())
  if (time < from || time >= until) return 0
  const tenants = await runningShops(store)
  const known = await askedAlready(
    store,
    [...tenants.values()].flatMap((shops) => idsOf(shops, date)),
  )
  let count = 0
  for (const [tenantId, shops] of tenants) {
    const wanted = wantedOf(shops, share, date)
    const whole = nightlyId(tenantId, date)
    const isWhole = wanted.some(({ operationId }) => operationId === whole)
    if (isWhole ? idsOf(shops, date).some((id) => known.has(id)) : known.has(whole)) continue
    for (const { operationId, scope } of wanted) {
      if (known.has(operationId)) continue
      const request = { operationId, kind: 'reconcile', scope, dryRun: false, requestedBy: 'nightly' }
      try {
        const asked = await repository.changeOperations(tenantId, 'nightly', (state) =>
          requestOperation(state, request),
        )
        count += asked.length
      } catch (error) {
        // Somebody reconciles at the moment; he sees more than a share. Or the tenant's operations are set aside, which health
        // says, and the other tenants have their night.
        if (!(error instanceof CommandRefused || error instanceof UnreadableEvent)) throw error
      }
    }
  }
  return count
}

/** Has a share of the conversations of every shop reconciled each night. */
export const startNightly = (options: NightlyOptions): Loop =>
  startLoop({
    log: options.log,
    operation: 'nightly',
    step: async () => {
      const asked = await askForTheNight(options)
      if (asked > 0)
        options.log.info({ operation: 'nightly', count: asked }, 'Reconciliations of the night were asked for')
      return everyMs
    },
  })
