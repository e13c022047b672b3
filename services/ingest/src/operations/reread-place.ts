import type { Step } from '@connector/operations'
import type { Failure } from '@connector/outbound-http'
import { z } from 'zod'
import { isFinal, restAfter, tries } from './failed-call.ts'
import { leftList, listPlace } from './list-place.ts'
import { notRead } from './reread-findings.ts'

const ref = z.object({ tenantId: z.string(), integrationId: z.string() })

export const place = z.object({
  /** The last integration that is through. */
  after: ref,
  /** The one that is being read, and how far it is. */
  current: ref
    .extend({
      part: z.enum(['threads', 'list', 'tickets']),
      ...listPlace,
      tickets: z.array(z.number()).default([]),
    })
    .optional(),
  threads: z.number(),
  tickets: z.number(),
  recorded: z.number(),
  notRead: z.number(),
  failures: z.number(),
})
export type Place = z.infer<typeof place>
export type Current = NonNullable<Place['current']>

export const beginning: Place = {
  after: { tenantId: '', integrationId: '' },
  ...{ threads: 0, tickets: 0, recorded: 0, notRead: 0, failures: 0 },
}

/** One side that cannot be asked does not keep the other from being read. */
const passOver = (current: Current): Current | undefined => {
  if (current.part === 'threads') return { ...current, ...leftList, part: 'list' }
  const [, ...rest] = current.tickets
  return current.part === 'list' || rest.length === 0 ? undefined : { ...current, tickets: rest }
}

/** The place behind what was read. */
export const movedTo = (at: Place, current: Current, next: Current | undefined): Place => {
  const { tenantId, integrationId } = current
  const rest: Place = { ...at, current: undefined }
  return next ? { ...at, current: next, failures: 0 } : { ...rest, after: { tenantId, integrationId }, failures: 0 }
}

/** The place after a call that failed: the same again, or the next part and a finding. */
export function failedAt(at: Place, current: Current, failure: Failure, now: Date): Step {
  if (!isFinal(failure) && at.failures < tries) {
    return { cursor: { ...at, failures: at.failures + 1 }, restMs: restAfter(failure, now) }
  }
  const subject = current.part === 'tickets' ? `ticket ${current.tickets[0] ?? ''}` : current.part
  const findings = [notRead(current, subject, failure)]
  return { cursor: { ...movedTo(at, current, passOver(current)), notRead: at.notRead + 1 }, findings }
}
