import { effectKinds, sideOf } from '@connector/domain/effects'
import type { HealthFacts, LookFailureClass, WorkerFacts, WriteFailure } from '@connector/domain/health'
import { z } from 'zod'

/** Facts of health as the tables have them, for the status of a tenant and for the list of all. */

const failureClass = z.enum([
  'credentials-rejected',
  'rejects-everybody',
  'unreachable',
  'rate-limited',
  'refused',
  'too-large',
  'internal',
  'not-connected',
])

/** A class that this version does not know is at least no fault of the other side. */
export const classOf = (name: string): LookFailureClass => failureClass.catch('internal').parse(name)

const worker = z.object({ isRunning: z.boolean(), heldForMs: z.number().nullable(), leaseMs: z.number().nullable() })
export const workers = z.object({ ingest: worker, projector: worker })

const workerFacts = ({ isRunning, heldForMs, leaseMs }: z.infer<typeof worker>, now: Date): WorkerFacts => ({
  isRunning,
  heldUntil: heldForMs === null ? undefined : new Date(now.getTime() + heldForMs),
  leaseMs: leaseMs ?? undefined,
})

/** The tables tell spans, since their clock may be another one. */
export const workersFacts = (found: z.infer<typeof workers>, now: Date): HealthFacts['workers'] => ({
  ingest: workerFacts(found.ingest, now),
  projector: workerFacts(found.projector, now),
})

/** Of a kind that this version does not know nobody can say which side it asks. */
export function writeFailure(last: { kind: string; class: string } | null): WriteFailure | undefined {
  const kind = effectKinds.find((known) => known === last?.kind)
  return last && kind ? { failureClass: classOf(last.class), side: sideOf(kind) } : undefined
}
