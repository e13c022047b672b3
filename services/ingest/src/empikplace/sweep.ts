import type { Connection } from '@connector/connections'
import type { Failure } from '@connector/outbound-http'
import { walkThreads } from './page-walk.ts'
import { recordPage, type RecordDeps } from './record-page.ts'

export interface SweepTiming {
  /** Between two sweeps of a shop. */
  everyMs: number
  /** How far back a sweep looks. */
  backMs: number
  random: () => number
}

/** Shops that were swept together drift apart: up to this share of the time between two sweeps. */
const spread = 0.1

export const isSweepDue = ({ everyMs, random }: SweepTiming, sweptAt: Date, now: Date): boolean =>
  now.getTime() - sweptAt.getTime() >= everyMs * (1 + spread * random())

/**
 * Looks further back than the overlap of looks. A message that was held back, for moderation or on its way between two of
 * EmpikPlace's machines, appears with its own, older date, which no look after the cursor sees. Threads that are as the last
 * look recorded them cost nothing but their place in a page.
 * @returns how many conversations had a message that no look had shown
 */
export async function sweep(
  deps: RecordDeps & { sweep: SweepTiming },
  connection: Connection,
  startedAt: Date,
  signal: AbortSignal,
): Promise<{ foundLate: number; failure: Failure | undefined }> {
  let foundLate = 0
  let leftOut: Failure | undefined
  const { failure } = await walkThreads(
    connection.empikplace,
    new Date(deps.now().getTime() - deps.sweep.backMs),
    0,
    async (page) => {
      const recorded = await recordPage(deps, connection, page, startedAt, signal)
      foundLate += recorded.withNewMessages
      leftOut = recorded.leftOut ?? leftOut
      return recorded.failure
    },
    signal,
  )
  return { foundLate, failure: failure ?? leftOut }
}
