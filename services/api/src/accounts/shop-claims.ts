import { both } from '@connector/domain/words'
import { randomUUID } from 'node:crypto'
import { setTimeout as rest } from 'node:timers/promises'
import { UnreadableEvent } from '@connector/domain/events'
import { CommandRefused, shopNumber } from '@connector/domain/integration'
import { TooManyConflicts } from '@connector/repository'
import type { Log } from '@connector/service-kit'
import type { TenantStore } from '@connector/store'
import { ApiError } from '../errors/api-error.ts'

/** Of several requests about one shop of a tenant, lets one at a time ask who has it and record what follows. */
export interface ShopClaims {
  /**
   * Waits for its turn, then does the work.
   * @throws {ApiError} write.contention when the turn does not come
   */
  during<T>(tenantId: string, shopId: string, work: () => Promise<T>): Promise<T>
}

/**
 * The work is a read and an append, some 20 ms; no statement of it lasts longer than 10 s. Whoever holds a claim for longer
 * than this has died. After it, what he recorded or did not record stands in the log for the next one to see.
 */
const heldForSeconds = 60

/** A caller waits for a handful of others, and not for a dead one. */
const patienceMs = 5_000
const firstRestMs = 20
const longestRestMs = 250

const take = `
  insert into shop_claims (tenant_id, shop_id, holder) values ($1, $2, $3)
  on conflict (tenant_id, shop_id) do update set holder = excluded.holder, claimed_at = excluded.claimed_at
  where shop_claims.claimed_at < now() - make_interval(secs => ${heldForSeconds})`
const giveBack = 'delete from shop_claims where tenant_id = $1 and shop_id = $2 and holder = $3'

/** After any other error an append may still be on its way to the log, so the claim is left to grow old. */
const saysNothingWasDone = (error: unknown): boolean =>
  error instanceof ApiError ||
  error instanceof CommandRefused ||
  error instanceof TooManyConflicts ||
  error instanceof UnreadableEvent

export function createShopClaims(store: Pick<TenantStore, 'connection'>, logger: Log): ShopClaims {
  async function untilTaken(tenantId: string, values: readonly string[]): Promise<void> {
    const until = performance.now() + patienceMs
    for (let restMs = firstRestMs; ; restMs = Math.min(restMs * 2, longestRestMs)) {
      const { rowCount } = await store.connection(tenantId).query({ text: take, values: [...values] })
      if (rowCount === 1) return
      if (performance.now() + restMs > until)
        throw new ApiError(
          'write.contention',
          both(
            'Inne zapytanie o ten sklep jest właśnie wykonywane albo przerwano je niecałą minutę temu.',
            'Another request about this shop is being carried out, or was cut short less than a minute ago.',
          ),
        )
      await rest(restMs)
    }
  }

  async function release(tenantId: string, values: readonly string[]): Promise<void> {
    try {
      await store.connection(tenantId).query({ text: giveBack, values: [...values] })
    } catch (error) {
      // What was done is done: the caller is told.
      logger.warn({ tenantId, operation: 'shop-claim', error }, 'A claim of a shop could not be given back')
    }
  }

  return {
    async during(tenantId, shopId, work) {
      const values = [tenantId, shopNumber(shopId), randomUUID()]
      await untilTaken(tenantId, values)
      try {
        const result = await work()
        await release(tenantId, values)
        return result
      } catch (error) {
        if (saysNothingWasDone(error)) await release(tenantId, values)
        throw error
      }
    },
  }
}
