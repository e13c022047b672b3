import { randomUUID } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { untried } from '@connector/domain/effects'
import { appendAll, createPostgresEventLog } from '@connector/event-log'
import { createBatcher, createLog } from '@connector/service-kit'
import { connectWorker, createLeases, migrate } from '@connector/store'
import { sql } from 'kysely'
import { createLedger } from '../src/ledger.ts'
import { startWorker } from '../src/worker.ts'

/** As many as EFFECT_CONCURRENCY lets a process have under way. */
const concurrency = 64

/** As many streams as the appender of the services puts into one append. */
const streamsAtOnce = 200

export interface LedgerRun {
  /** Makes the next amount of effects that are due, one to a conversation. */
  fill(effects: number): Promise<void>
  /** Carries out all that is due, with nothing to do outside. */
  work(): Promise<void>
  close(): Promise<void>
}

/**
 * The ledger at work as in the projector: claimed from the database, the outcome appended to the log, settled.
 * @param url of an empty database
 * @param tenants that the effects are spread over
 */
export async function openLedgerRun(url: string, tenants: number): Promise<LedgerRun> {
  await migrate(url)
  const store = connectWorker({ url, max: 20 })
  const log = createPostgresEventLog({ pool: store.pool, onError: () => undefined })
  const { db } = store
  await sql`insert into tenants (tenant_id, connection, revision)
    select 't' || n, '{}', 0 from generate_series(1, ${tenants}::int) n`.execute(db)
  await sql`insert into integrations (tenant_id, integration_id, settings, status, state, changed_at, revision)
    select 't' || n, 'i', '{}', 'running', '{}', now(), 0 from generate_series(1, ${tenants}::int) n`.execute(db)
  const leases = createLeases({ store, service: 'projector', owner: 'bench', ttlMs: 3_600_000 })
  await leases.share()
  const ledger = createLedger(store)
  const append = createBatcher((streams: Parameters<typeof appendAll>[1][number][]) => {
    return appendAll(log, streams).then(() => streams)
  }, streamsAtOnce)

  /** The one event that every effect leaves behind when it is done. */
  const record = (tenantId: string, effectKey: string): Promise<unknown> =>
    append({
      streamId: `bench-${tenantId}-${effectKey}`,
      expectedRevision: -1,
      events: [
        {
          id: randomUUID(),
          type: 'TicketUpdated',
          schemaVersion: 1,
          data: { effectKey },
          metadata: { tenantId, correlationId: effectKey },
        },
      ],
    })

  async function untilSettled(effects: number): Promise<void> {
    let settled = 0
    const counter = new EventEmitter()
    const all = once(counter, 'all')
    const worker = startWorker({
      ...{ leases, ledger, concurrency, perTenant: concurrency, lookUpAfterMs: 60_000 },
      log: createLog('bench', 'warn'),
      now: () => new Date(),
      async execute(effect) {
        await record(effect.tenantId, effect.effectKey)
        const transition = { state: 'confirmed' as const, notBefore: new Date(), progress: untried }
        const { accepted } = await ledger.settle({ effect, transition })
        if (!accepted) counter.emit('error', new Error('An outcome was refused'))
        if (++settled === effects) counter.emit('all')
        return undefined
      },
    })
    await all
    await worker.stop()
  }

  let due = 0
  return {
    async fill(effects) {
      due = effects
      await sql`insert into effects (tenant_id, integration_id, effect_key, thread_id, lane, kind, subject, seq, holds_lane,
          state, not_before, planned_at)
        select 't' || 1 + n % ${tenants}::int, 'i', gen_random_uuid(), gen_random_uuid(), 'thulium', 'ticket:update', '', n, false,
          'planned', now(), now() from generate_series(1, ${effects}::int) n`.execute(db)
      await sql`analyze`.execute(db)
    },
    work: () => untilSettled(due),
    async close() {
      await leases.releaseAll()
      await log.close()
      await store.close()
    },
  }
}
