import { both } from '@connector/domain/words'
import { unconfirmedRestore, type TenantStore } from '@connector/store'
import { ApiError } from '../errors/api-error.ts'

/**
 * After a restore nothing at all is written to the outside until a person confirms.
 * @throws {ApiError} `service.paused`
 */
export async function assertMayWrite(store: TenantStore, tenantId: string): Promise<void> {
  const restore = await store.inTenant(tenantId, unconfirmedRestore)
  if (restore)
    throw new ApiError(
      'service.paused',
      both(
        `Bazę danych przywrócono z kopii z ${restore.since.toISOString()} i nikt tego jeszcze nie potwierdził.`,
        `The database was restored from a backup of ${restore.since.toISOString()}, and nobody has confirmed it yet.`,
      ),
    )
}
