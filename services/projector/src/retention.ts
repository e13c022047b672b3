import { randomUUID } from 'node:crypto'
import { UnreadableEvent, type OperationRequested } from '@connector/domain/events'
import { requestOperation, underWay, type OperationsState } from '@connector/domain/operations'
import type { Repository } from '@connector/repository'
import type { WorkerStore } from '@connector/store'
import { quiet } from './operations/erase-whom.ts'

/** Who asks, in the log. */
const requestedBy = 'retention'

/** In UTC: between two and three in the morning in Poland. */
const nightBeginsAt = 1

function monthsBefore(now: Date, months: number): Date {
  const at = new Date(now)
  at.setUTCMonth(at.getUTCMonth() - months)
  return at
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

/** What this night asks for: at first, and after each change of the setting, what would be erased; from the next night on it is. */
function tonight(state: OperationsState, months: number, now: Date): OperationRequested | undefined {
  const reason = `Kept for ${months} months`
  const ours = [...state.operations.values()].filter(
    (one) => one.kind === 'retention' && one.requestedBy === requestedBy,
  )
  const last = ours.reduce<Date | undefined>(
    (newest, { requestedAt }) => (newest && newest > requestedAt ? newest : requestedAt),
    undefined,
  )
  const newest = ours.find(({ requestedAt }) => requestedAt === last)
  const isKnown = newest?.reason === reason
  if (isKnown && (now.getUTCHours() < nightBeginsAt || (last && dayOf(last) === dayOf(now)))) return undefined
  const scope = { until: monthsBefore(now, months).toISOString() }
  return { operationId: randomUUID(), kind: 'retention', scope, dryRun: !isKnown, requestedBy, reason }
}

async function askForTenant(repository: Repository, db: WorkerStore['db'], tenantId: string, now: Date): Promise<void> {
  const { retentionMonths: months, deletedAt } = (await repository.tenant(tenantId)).state
  if (months === undefined || deletedAt) return
  const scope = { until: monthsBefore(now, months).toISOString() }
  const isAnybody = (await quiet(db, { tenantId, scope }, [])).length > 0
  await repository.changeOperations(tenantId, 'retention', (state) => {
    const asked = tonight(state, months, now)
    // A night without anybody leaves no trace; the first look does, so that people see what it would be about.
    if (!asked || underWay(state, asked) || !(isAnybody || asked.dryRun)) return []
    return requestOperation(state, asked)
  })
}

/** Asks for the erasure of buyers who have been quiet for as long as their tenant keeps them; each night once. */
export async function askForRetention(repository: Repository, { db }: WorkerStore, now: Date): Promise<void> {
  const tenants = await db.selectFrom('tenants').select('tenant_id').execute()
  await Promise.all(
    tenants.map(async ({ tenant_id: tenantId }) => {
      try {
        await askForTenant(repository, db, tenantId, now)
      } catch (error) {
        // How long it keeps them is not known then, and health says that it is set aside.
        if (!(error instanceof UnreadableEvent)) throw error
      }
    }),
  )
}
