import { randomUUID } from 'node:crypto'
import type { Row, Tables, TenantStore } from '@connector/store'
import type { Transaction } from 'kysely'
import type { Fingerprints } from './fingerprints.ts'
import { fateOf, judge, keptMs, type StoredAnswer } from './verdict.ts'

/** A request that may be done at most once. */
export interface Operation {
  tenantId: string
  accessKeyId: string
  key: string
  method: string
  path: string
  /** Method, path and body as they were sent. */
  content: unknown
}

/** The right to carry out an operation, for a while. */
export interface Claim {
  operation: Operation
  /** The same at every try of the operation. */
  operationId: string
  /** An earlier try came to nothing, or was cut short in the middle. */
  isRepetition: boolean
  /** Tells this try from a later one, which took over when this one seemed dead. */
  claimedAt: Date
}

type Claiming =
  | { is: 'claimed'; claim: Claim }
  | { is: 'answered'; answer: StoredAnswer }
  | { is: 'in-progress' }
  /** The key stands for something else. */
  | { is: 'reused'; for: string }

export interface Claims {
  claim(operation: Operation): Promise<Claiming>
  /** Keeps the answer, or lets the operation be tried again. */
  finish(claim: Claim, answer: StoredAnswer): Promise<void>
}

/** Removed at each claim: more than one comes in, so what is older than a day goes as fast as new ones come. */
const removedAtOnce = 100

const answerOf = ({ finished_at: at, status, headers, body }: Row<'idempotency_keys'>) =>
  at && status !== null ? { status, headers: headers ?? {}, body } : undefined

/** Skips what another request is removing just now. */
const removeOld = (db: Transaction<Tables>, tenantId: string, now: Date): Promise<unknown> =>
  db
    .deleteFrom('idempotency_keys')
    .where('tenant_id', '=', tenantId)
    .where((eb) =>
      eb(
        eb.refTuple('access_key_id', 'key'),
        'in',
        eb
          .selectFrom('idempotency_keys')
          .select(['access_key_id', 'key'])
          .where('tenant_id', '=', tenantId)
          .where('created_at', '<=', new Date(now.getTime() - keptMs))
          .orderBy('created_at')
          .limit(removedAtOnce)
          .forUpdate()
          .skipLocked()
          .$asTuple('access_key_id', 'key'),
      ),
    )
    .execute()

export function createClaims(store: TenantStore, fingerprints: Fingerprints, now: () => Date): Claims {
  const idOf = ({ tenantId, accessKeyId, key }: Operation) => ({
    tenant_id: tenantId,
    access_key_id: accessKeyId,
    key,
  })

  async function take(db: Transaction<Tables>, operation: Operation): Promise<Claiming> {
    const at = now()
    const { method, path, content } = operation
    const unanswered = { claimed_at: at, finished_at: null, status: null, headers: null, body: null }
    const fresh = {
      ...unanswered,
      method,
      path,
      digest: fingerprints.of(content),
      operation_id: randomUUID(),
      created_at: at,
    }
    const claimed = (operationId: string): Claiming => ({
      is: 'claimed',
      claim: { operation, operationId, isRepetition: operationId !== fresh.operation_id, claimedAt: at },
    })

    // Of two at the same moment the second waits here for the first one's row.
    const inserted = await db
      .insertInto('idempotency_keys')
      .values({ ...idOf(operation), ...fresh })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if ((inserted.numInsertedOrUpdatedRows ?? 0n) > 0n) return claimed(fresh.operation_id)

    const own = idOf(operation)
    const row = await db
      .selectFrom('idempotency_keys')
      .selectAll()
      .where((eb) => eb.and(own))
      .forUpdate()
      .executeTakeFirst()
    // Forgotten since the insert: the caller tries again in a moment.
    if (!row) return { is: 'in-progress' }

    const answer = answerOf(row)
    const kept = { createdAt: row.created_at, claimedAt: row.claimed_at ?? undefined, answer }
    const claimWith = async (values: typeof fresh | typeof unanswered, operationId: string): Promise<Claiming> => {
      await db
        .updateTable('idempotency_keys')
        .set(values)
        .where((eb) => eb.and(own))
        .execute()
      return claimed(operationId)
    }
    const verdict = judge(kept, fingerprints.fits(row.digest, content), at)
    if (verdict === 'expired') return claimWith(fresh, fresh.operation_id)
    if (verdict === 'again') return claimWith(unanswered, row.operation_id)
    if (verdict === 'reused') return { is: 'reused', for: `${row.method} ${row.path}` }
    return answer ? { is: 'answered', answer } : { is: 'in-progress' }
  }

  return {
    claim: (operation) =>
      store.inTenant(operation.tenantId, async (db) => {
        await removeOld(db, operation.tenantId, now())
        return take(db, operation)
      }),
    finish: ({ operation, operationId, claimedAt }, { status, headers, body }) =>
      store.inTenant(operation.tenantId, async (db) => {
        const own = { ...idOf(operation), operation_id: operationId, claimed_at: claimedAt }
        const fate = fateOf(status)
        if (fate === 'forget')
          await db
            .deleteFrom('idempotency_keys')
            .where((eb) => eb.and(own))
            .execute()
        else
          await db
            .updateTable('idempotency_keys')
            .set(
              fate === 'retry'
                ? { claimed_at: null }
                : { finished_at: now(), status, headers: JSON.stringify(headers), body },
            )
            .where((eb) => eb.and(own))
            .execute()
      }),
  }
}
