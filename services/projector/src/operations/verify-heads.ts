import { allTenants, both, type BothLanguages } from '@connector/domain/words'
import type { ChainedEvent } from '@connector/event-log'
import type { Finding, OperationContext } from '@connector/operations'
import { digestWith, isSigned, readHeads, readHeadsBeyond, type Query, type SignedHead } from '@connector/store'
import { z } from 'zod'

/** Where the log of a tenant is, as its signed heads have it. */
const chain = z.object({ events: z.number(), digest: z.string() })

/** By tenant. */
export const chains = z.record(z.string(), chain)
type Chains = z.infer<typeof chains>

export const fromBackup = both(
  'przywróć dziennik z kopii albo zapytaj osobę, która go zmieniła',
  'restore the log from a backup, or ask whoever changed it',
)
const notSigned = both(
  'Podpisu nie złożono żadnym z naszych kluczy.',
  'The signature of the head is not of any of our keys.',
)
const notThatLog = both(
  'Dziennik jest inny niż w dniu, w którym go podpisano.',
  'The log is not what it was on the day when its head was signed.',
)

/** Compares a signed head with what the first so many events of its tenant come to. */
async function judge(db: Query, head: SignedHead, ours: Chains[string] | undefined): Promise<Finding[]> {
  const { tenantId, day, events, keyId } = head
  const finding = (what: Finding['what'], detail: BothLanguages): Finding => ({
    ...{ what, ofTenant: tenantId, subject: `head ${day}`, detail },
    evidence: { events, found: ours?.events ?? 0, keyId },
    cure: fromBackup,
  })
  return [
    ...((await isSigned(db, head)) ? [] : [finding('head-not-signed', notSigned)]),
    ...(ours?.digest === head.digest.toString('hex') && ours.events === events
      ? []
      : [finding('head-differs', notThatLog)]),
  ]
}

/**
 * Follows the log of each tenant, and compares it with its heads where it has as many events as they cover. Not by their place
 * in the log: that is another one in each copy, and the events, their order and their digests are the same.
 */
export async function followHeads(
  db: Query,
  { tenantId, scope: { integrationId, threadId } }: OperationContext,
  before: Chains,
  events: readonly ChainedEvent[],
  isEnd: boolean,
): Promise<{ chains: Chains; heads: number; findings: Finding[] }> {
  const after = { ...before }
  const at = new Map<string, Chains[string]>()
  const placeOf = (tenant: string, count: number): string => `${count} ${tenant}`
  for (const { metadata, digest } of events) {
    // Of before there were any.
    if (!digest) continue
    const last = after[metadata.tenantId]
    const next = { events: (last?.events ?? 0) + 1, digest: digestWith(last?.digest, digest) }
    after[metadata.tenantId] = next
    at.set(placeOf(metadata.tenantId, next.events), next)
  }
  // Heads are of a whole tenant.
  if (integrationId !== undefined || threadId !== undefined) return { chains: after, heads: 0, findings: [] }
  const followed = [...new Set(events.map(({ metadata }) => metadata.tenantId))].map((tenant) => ({
    tenantId: tenant,
    after: before[tenant]?.events ?? 0,
    upTo: after[tenant]?.events ?? 0,
  }))
  const beyond = isEnd
    ? await readHeadsBeyond(
        db,
        tenantId === allTenants ? undefined : tenantId,
        new Map(Object.entries(after).map(([tenant, { events: count }]) => [tenant, count])),
      )
    : []
  const heads = [...(await readHeads(db, followed)), ...beyond]
  const findings: Finding[] = []
  for (const head of heads)
    findings.push(...(await judge(db, head, at.get(placeOf(head.tenantId, head.events)) ?? after[head.tenantId])))
  return { chains: after, heads: heads.length, findings }
}
