import { z } from 'zod'
import { startChild } from './child.ts'

export interface Sandboxes {
  pid: number
  empikplaceUrl: string
  thuliumUrl: string
  stop(): Promise<void>
}

const urls = z.object({ empikplaceUrl: z.string(), thuliumUrl: z.string() })

/** Freshly seeded sandboxes of both sides on free ports, at zero latency unless one is given. */
export async function startSandboxes(seed: {
  shops: number
  tenants: number
  conversations: number
  warmUp?: { shops: number; conversations: number }
  latencyMs?: number
}): Promise<Sandboxes> {
  const child = await startChild('sandbox-process.ts', seed)
  return { pid: child.pid, ...urls.parse(child.answer), stop: () => child.stop() }
}

const counters = z.object({ counters: z.array(z.object({ subject: z.string(), total: z.number() })) })

/** How often a sandbox was called, by key or account. */
export async function callsBySubject(url: string, operation: string): Promise<Map<string, number>> {
  const answer = await fetch(`${url}/__sandbox/counters?operation=${encodeURIComponent(operation)}`)
  return new Map(counters.parse(await answer.json()).counters.map(({ subject, total }) => [subject, total]))
}
