import { allTenants } from '@connector/domain/words'
import { compareCheckpoints, type EventLog } from '@connector/event-log'
import type { OperationContext, OperationHandler, Step } from '@connector/operations'
import type { Repository } from '@connector/repository'
import { partOf, readModels, type Query, type WorkerStore } from '@connector/store'
import { sql } from 'kysely'
import { begin, isOurs } from './rebuild-begin.ts'
import { catchUp } from './rebuild-catch-up.ts'
import { foldBeside } from './rebuild-fill.ts'
import { swapLedger } from './rebuild-ledger.ts'
import { beginning, place, type Place } from './rebuild-place.ts'
import { plus, swapTables } from './rebuild-tables.ts'
import { eventsOf, isAbout } from './scope.ts'

/** Events per step: as many as the projection folds at once. */
const pageSize = 5_000

const waitMs = 200

/** The next tenant in the order of their ids; of an operation of one tenant that one. */
async function nextTenant(db: Query, { tenantId }: OperationContext, after: string): Promise<string | undefined> {
  if (tenantId !== allTenants) return after === '' ? tenantId : undefined
  const smallest = readModels.flatMap((table) =>
    ['public', 'rebuild'].map(
      (schema) => sql`(select min(tenant_id) from ${sql.table(`${schema}.${table}`)} where tenant_id > ${after})`,
    ),
  )
  const { rows } = await sql<{ next: string | null }>`select least(${sql.join(smallest)}) as next`.execute(db)
  return rows[0]?.next ?? undefined
}

/**
 * Fills read models and ledger from the log into tables of their own, compares them with the live ones tenant by tenant, at the very same
 * place of the log, and makes the live ones so, each tenant in one transaction. The live projection stands still for that moment
 * alone; effects go on all the time.
 */
export function createRebuild(
  log: EventLog,
  store: WorkerStore,
  repository: Repository,
  now: () => Date,
  wakeProjection: () => void = () => undefined,
): OperationHandler {
  /** The tables were made anew by a migration, or emptied: they are filled again. */
  const again = (at: Place): Step => ({ cursor: { ...at, position: null, events: 0, filled: false }, done: 0 })

  async function fill(context: OperationContext, at: Place) {
    const fresh = at.position === null
    const page = await log.readAll(at.position ?? undefined, pageSize)
    const about = page.events.filter((event) => isAbout(context, event))
    const total = fresh ? await eventsOf(store.db, allTenants) : undefined
    return async (db: Query): Promise<Step> => {
      if (fresh) await begin(db, context)
      else if (!(await isOurs(db, context))) return again(at)
      await foldBeside(db, about, now())
      const position = page.next ?? at.position
      const events = at.events + page.events.length
      return { cursor: { ...at, position, events, filled: page.events.length < pageSize }, done: events, total }
    }
  }

  async function swap(db: Query, context: OperationContext, at: Place): Promise<Step> {
    if (!(await isOurs(db, context))) return again(at)
    const tenantId = await nextTenant(db, context, at.compared)
    const { events, drift, longestPauseMs } = at
    if (tenantId === undefined) {
      const { missing, extra, differing } = drift
      return {
        cursor: at,
        done: events,
        total: events,
        end: {
          events,
          rowsMissing: missing,
          rowsExtra: extra,
          rowsDiffering: differing,
          rowsRepaired: context.dryRun ? 0 : missing + extra + differing,
          longestPauseMs,
        },
      }
    }
    const live = await db
      .selectFrom('checkpoints')
      .select('position')
      .where('projection', '=', partOf(tenantId))
      .forUpdate()
      .executeTakeFirst()
    const pausedAt = performance.now()
    const position = live?.position ?? null
    // Being filled themselves, or behind what we have read: they come there by themselves.
    const isBehind = position === null || (at.position !== null && compareCheckpoints(position, at.position) < 0)
    if (isBehind) return { cursor: at, restMs: waitMs }
    const caught = await catchUp(log, db, context, at, position, now())
    if (!caught) return { cursor: { ...at, filled: false } }
    const read = await swapTables(db, context, tenantId)
    const ledger = await swapLedger(db, repository, context, tenantId)
    const pauseMs = Math.round(performance.now() - pausedAt)
    return {
      cursor: {
        position,
        events: events + caught.events,
        filled: true,
        compared: tenantId,
        drift: plus(drift, plus(read.drift, ledger.drift)),
        longestPauseMs: Math.max(longestPauseMs, pauseMs),
      },
      done: events + caught.events,
      findings: [...read.findings, ...ledger.findings],
    }
  }

  return {
    async step(context, cursor) {
      const at = cursor === undefined ? beginning : place.parse(cursor)
      if (at.filled) {
        // It may have found the checkpoint taken by the comparison before, and rests.
        wakeProjection()
        return (db) => swap(db, context, at)
      }
      if (context.scope.threadId === undefined) return fill(context, at)
      return async (db) => {
        await begin(db, context)
        return { cursor: { ...at, filled: true } }
      }
    },
  }
}
