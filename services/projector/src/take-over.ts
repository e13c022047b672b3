import type { Log } from '@connector/service-kit'
import { unconfirmedRestore, type Lease, type WorkerStore } from '@connector/store'
import type { Ledger } from './ledger.ts'

interface TakeOverDeps {
  store: WorkerStore
  ledger: Ledger
  logger: Log
  waitMs: number
}

/** What is done for tenants that this process works for from now on, and told of them. */
export async function takeOverEffects(
  taken: readonly Lease[],
  { store, ledger, logger, waitMs }: TakeOverDeps,
): Promise<void> {
  for (const [tenantId, count] of await ledger.takeOver(taken, waitMs))
    logger.warn({ tenantId, count }, 'Effects of an earlier owner will be looked up before they are tried')
  const restore = await unconfirmedRestore(store.db)
  if (restore)
    logger.warn(
      { count: taken.length, reason: `a backup of ${restore.since.toISOString()}` },
      'The database was restored: nothing is written until somebody confirms (npm run restored -- --confirm)',
    )
}
