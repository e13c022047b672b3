import { resolveEffect } from '@connector/domain/conversation'
import { effectKinds, effectTitle } from '@connector/domain/effects'
import { allTenants, both, conversationStream, type BothLanguages } from '@connector/domain/words'
import type { EventLog } from '@connector/event-log'
import type { Finding, OperationContext, OperationHandler } from '@connector/operations'
import type { Repository } from '@connector/repository'
import type { WorkerStore } from '@connector/store'
import { sql } from 'kysely'
import { z } from 'zod'

/** Decided on in one step: a person who cancels waits for these at most. */
const pageSize = 20

const parked = z.object({
  tenantId: z.string(),
  integrationId: z.string(),
  threadId: z.string(),
  effectKey: z.string(),
  kind: z.string(),
  code: z.string().nullable(),
  parkedAt: z.string().nullable(),
  attempts: z.number(),
})
type Parked = z.infer<typeof parked>

const place = z.object({
  after: z.object({ tenantId: z.string(), effectKey: z.string() }),
  /** What is to be decided on next: noted before, so that whoever goes on knows what was meant. */
  page: z.array(parked),
  resolved: z.number(),
  passed: z.number(),
})

const beginning = { after: { tenantId: '', effectKey: '' }, page: [], resolved: 0, passed: 0 }

async function readParked(
  { db }: WorkerStore,
  { tenantId, scope }: OperationContext,
  after: { tenantId: string; effectKey: string },
): Promise<Parked[]> {
  const { integrationId, threadId, since, until, effectKinds: kinds, codes } = scope
  const conditions = [
    sql`e.state = 'parked'`,
    sql`(e.tenant_id, e.effect_key) > (${after.tenantId}, ${after.effectKey})`,
    ...(tenantId === allTenants ? [] : [sql`e.tenant_id = ${tenantId}`]),
    ...(integrationId === undefined ? [] : [sql`e.integration_id = ${integrationId}`]),
    ...(threadId === undefined ? [] : [sql`e.thread_id = ${threadId}`]),
    ...(since === undefined ? [] : [sql`e.parked_at >= ${since}::timestamptz`]),
    ...(until === undefined ? [] : [sql`e.parked_at < ${until}::timestamptz`]),
    ...(kinds === undefined ? [] : [sql`e.kind = any(${kinds}::text[])`]),
    ...(codes === undefined ? [] : [sql`e.parked_code = any(${codes}::text[])`]),
  ]
  const { rows } = await sql<Omit<Parked, 'parkedAt'> & { parkedAt: Date | null }>`
    select e.tenant_id as "tenantId", e.integration_id as "integrationId", e.thread_id as "threadId",
      e.effect_key as "effectKey", e.kind, e.parked_code as code, e.parked_at as "parkedAt", e.attempts
    from effects e where ${sql.join(conditions, sql` and `)} order by e.tenant_id, e.effect_key limit ${pageSize}
  `.execute(db)
  return rows.map((row) => ({ ...row, parkedAt: row.parkedAt?.toISOString() ?? null }))
}

const titleOf = (kind: string): BothLanguages => {
  const known = effectKinds.find((one) => one === kind)
  return known === undefined ? both(kind, kind) : effectTitle(known)
}

const again = both('ponawiamy; najpierw sprawdzamy, czy już wykonano', 'is tried again; it is looked up first')
const givenUp = both('zamknięto bez wykonania', 'is given up')
const wouldBe = both('wstrzymano; decyzja zostałaby podjęta', 'is parked and would be decided on')
const bySomebody = both('w tym czasie zdecydował ktoś inny', 'was decided on by somebody else meanwhile')

const words = {
  retry: { would: 'would-retry', done: 'retried', says: again },
  dismiss: { would: 'would-dismiss', done: 'dismissed', says: givenUp },
} as const

type Resolution = keyof typeof words

function findingOf(
  { kind, code, parkedAt, attempts, ...of }: Parked,
  what: Finding['what'],
  says: BothLanguages,
): Finding {
  const title = titleOf(kind)
  return {
    what,
    ofTenant: of.tenantId,
    integrationId: of.integrationId,
    threadId: of.threadId,
    subject: of.effectKey,
    detail: both(`${title.pl}: ${says.pl}.`, `${title.en} ${says.en}.`),
    evidence: { kind, code, parkedAt, attempts },
  }
}

/** Decides on parked writes, all that fit the scope, as a person does on each: recorded in the log of the conversation. */
export function createResolveParked(
  resolution: Resolution,
  log: EventLog,
  store: WorkerStore,
  repository: Repository,
): OperationHandler {
  const { would, done, says } = words[resolution]

  /** By this operation, before it was cut short. */
  async function isDecided(effect: Parked, causedBy: string): Promise<boolean> {
    const events = await log.readStream(conversationStream(effect))
    return events.some(
      ({ type, data, metadata }) =>
        type === 'EffectResolved' && data['effectKey'] === effect.effectKey && metadata.causationId === causedBy,
    )
  }

  async function decide(effect: Parked, { dryRun, causedBy }: OperationContext): Promise<Finding> {
    if (dryRun) return findingOf(effect, would, wouldBe)
    if (await isDecided(effect, causedBy)) return findingOf(effect, done, says)
    const events = await repository.changeConversation(effect, causedBy, (state) =>
      resolveEffect(state, effect.effectKey, resolution),
    )
    return events.length > 0 ? findingOf(effect, done, says) : findingOf(effect, 'passed-over', bySomebody)
  }

  return {
    async step(context, cursor) {
      const at = cursor === undefined ? beginning : place.parse(cursor)
      const { page, resolved, passed } = at
      const last = page.at(-1)
      if (!last) {
        const next = await readParked(store, context, at.after)
        const count = resolved + passed
        return next.length > 0
          ? { cursor: { ...at, page: next }, done: count }
          : { cursor: at, done: count, total: count, end: { [context.dryRun ? 'parked' : done]: resolved, passed } }
      }
      const findings: Finding[] = []
      for (const effect of page) findings.push(await decide(effect, context))
      const over = findings.filter(({ what }) => what === 'passed-over').length
      const counted = { resolved: resolved + findings.length - over, passed: passed + over }
      const after = { tenantId: last.tenantId, effectKey: last.effectKey }
      return { cursor: { after, page: [], ...counted }, done: counted.resolved + counted.passed, findings }
    },
  }
}
