import type { Connection } from '@connector/connections'
import { LRUCache } from 'lru-cache'

/** What EmpikPlace calls its codes hardly ever changes. */
const freshForMs = 24 * 3_600_000

/** A list that could not be had, or that lacks a code, is asked for again after this long, when it is needed. */
const askAgainMs = 10 * 60_000

interface Known {
  labels: ReadonlyMap<string, string>
  askedAt: number
}

/** Labels of reason codes, per integration. A list has some dozens. */
export type ReasonMemory = LRUCache<string, Known>

export const createReasonMemory = (): ReasonMemory => new LRUCache({ max: 2_000 })

async function ask({ empikplace }: Connection, signal: AbortSignal): Promise<ReadonlyMap<string, string> | undefined> {
  const answer = await empikplace.reasons(signal)
  if (!answer.ok) return undefined
  const labelled = answer.value.reasons.filter(({ label }) => label !== '')
  // Should one code stand for several things, the one that is a topic of conversations counts.
  const topicsLast = labelled.sort((a, b) => Number(/MESSAGING/.test(a.type)) - Number(/MESSAGING/.test(b.type)))
  return new Map(topicsLast.map(({ code, label }) => [code, label]))
}

/**
 * Labels of these codes, as far as they can be had now (RE01). Like its order, a conversation does not depend on it: a
 * ticket that does not name its topic is better than no ticket.
 */
export async function fetchReasonLabels(
  connection: Connection,
  memory: ReasonMemory,
  codes: readonly string[],
  now: Date,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const key = `${connection.ref.tenantId}/${connection.ref.integrationId}`
  const known = memory.get(key) ?? { labels: new Map<string, string>(), askedAt: -Infinity }
  const goodFor = codes.every((code) => known.labels.has(code)) ? freshForMs : askAgainMs
  if (codes.length === 0 || now.getTime() - known.askedAt < goodFor) return known.labels
  const labels = (await ask(connection, signal)) ?? known.labels
  memory.set(key, { labels, askedAt: now.getTime() })
  return labels
}
