import { inWarsaw } from '@connector/domain/calendar'
import { CommandRefused } from '@connector/domain/integration'
import { requestOperation } from '@connector/domain/operations'
import { stableId } from '@connector/domain/words'
import type { Repository } from '@connector/repository'
import { startLoop, type Log, type Loop } from '@connector/service-kit'
import type { WorkerStore } from '@connector/store'

/** When shops sleep, in Warsaw: a process that was down at two has until five. */
const from = '02:00'
const until = '05:00'

/** How often it is asked whether it is time. */
const everyMs = 10 * 60_000

export interface NightlyOptions {
  store: WorkerStore
  repository: Repository
  /** Of the conversations of each tenant, each night; 0 for none. */
  share: number
  log: Log
  now: () => Date
}

/** The reconciliation of a tenant in a night: whoever asks for it, it is the same one. */
export const nightlyId = (tenantId: string, date: string): string => stableId(`reconcile|${tenantId}|${date}`)

/** Asks for the reconciliations of this night that nobody has asked for yet. @returns for how many */
export async function askForTheNight({ store, repository, share, now }: NightlyOptions): Promise<number> {
  const { date, time } = inWarsaw(now())
  if (share === 0 || time < from || time >= until) return 0
  const tenants = await store.db
    .selectFrom('integrations')
    .select('tenant_id')
    .distinct()
    .where('status', '=', 'running')
    .execute()
  const asked = await store.db
    .selectFrom('operations')
    .select('operation_id')
    .where(
      'operation_id',
      'in',
      tenants.map(({ tenant_id: tenantId }) => nightlyId(tenantId, date)).concat(nightlyId('', date)),
    )
    .execute()
  const known = new Set(asked.map(({ operation_id: id }) => id))
  let count = 0
  for (const { tenant_id: tenantId } of tenants) {
    const operationId = nightlyId(tenantId, date)
    if (known.has(operationId)) continue
    const request = { operationId, kind: 'reconcile', scope: { share }, dryRun: false, requestedBy: 'nightly' }
    try {
      const events = await repository.changeOperations(tenantId, 'nightly', (state) => requestOperation(state, request))
      count += events.length
    } catch (error) {
      // Somebody reconciles at the moment; he sees more than a share.
      if (!(error instanceof CommandRefused)) throw error
    }
  }
  return count
}

/** Has a share of the conversations of every tenant reconciled each night. */
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
