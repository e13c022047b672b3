import type { ReconcileFinding } from '@connector/domain/reconcile'
import type { OperationResult } from '@connector/domain/events'
import { z } from 'zod'
import { listPlace } from './list-place.ts'

const ref = z.object({ tenantId: z.string(), integrationId: z.string() })

/** What is to be repaired in one conversation: noted with its findings, so that whoever goes on knows. */
const toRepair = z.object({ threadId: z.string(), reread: z.boolean(), retry: z.array(z.string()) })
export type ToRepair = z.infer<typeof toRepair>

export const place = z.object({
  /** The last integration that is through. */
  after: ref,
  /** The one that is looked at: first what EmpikPlace lists, for what the log does not know at all, then all that it knows. */
  current: ref
    .extend({
      part: z.enum(['listed', 'known']),
      ...listPlace,
      afterThread: z.string(),
      repairs: z.array(toRepair),
    })
    .optional(),
  conversations: z.number(),
  found: z.record(z.string(), z.number()),
  reread: z.number(),
  retried: z.number(),
  notRead: z.number(),
  /** In a row, at the conversation that is next. */
  failures: z.number(),
})
export type Place = z.infer<typeof place>
export type Current = NonNullable<Place['current']>

export const beginning: Place = {
  after: { tenantId: '', integrationId: '' },
  ...{ conversations: 0, found: {}, reread: 0, retried: 0, notRead: 0, failures: 0 },
}

/** With what a conversation came to. */
export function counted(at: Place, findings: readonly Pick<ReconcileFinding, 'what'>[]): Place {
  const found = { ...at.found }
  for (const { what } of findings) found[what] = (found[what] ?? 0) + 1
  return { ...at, found }
}

/** How it went: what was found by kind, so that status and metrics need nothing else. */
export function resultOf({ conversations, found, reread, retried, notRead }: Place, repair: boolean): OperationResult {
  const differences = Object.values(found).reduce((sum, count) => sum + count, 0)
  return { conversations, differences, notRead, ...(repair ? { reread, retried } : {}), ...found }
}
