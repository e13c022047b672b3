import type { Connection } from '@connector/connections'
import type { IntegrationRef } from '@connector/domain/words'
import type { Failure } from '@connector/outbound-http'
import { walkThreads } from './page-walk.ts'
import { recordPage, type RecordDeps } from './record-page.ts'

export interface SweepTiming {
  /** Between two sweeps of a shop. */
  everyMs: number
  /** How far back a sweep looks. */
  backMs: number
  /** Pages that one look may spend on it; it goes on in the next look. */
  pages: number
  random: () => number
  /** Told each time that a sweep was cut off. */
  onCut?: (ref: IntegrationRef, pagesSoFar: number) => void
}

/** Where a sweep was cut off. */
export interface SweepRest {
  since: Date
  from: string
  size: number
  /** Read by all its parts. */
  pages: number
  foundLate: number
}

/** 50 000 threads; a list that is longer does not end, and the sweep begins anew. */
const mostPages = 500

/** Shops that were swept together drift apart: up to this share of the time between two sweeps. */
const spread = 0.1

export const isSweepDue = ({ everyMs, random }: SweepTiming, sweptAt: Date, now: Date): boolean =>
  now.getTime() - sweptAt.getTime() >= everyMs * (1 + spread * random())

/**
 * Looks further back than the overlap of looks. A message that was held back, for moderation or on its way between two of
 * EmpikPlace's machines, appears with its own, older date, which no look after the cursor sees. Threads that are as the last
 * look recorded them cost nothing but their place in a page.
 * @param rest where the last one stopped, if it was cut off
 * @returns how many conversations had a message that no look had shown, and where it goes on if it was cut off
 */
export async function sweep(
  deps: RecordDeps & { sweep: SweepTiming },
  connection: Connection,
  startedAt: Date,
  signal: AbortSignal,
  rest?: SweepRest,
): Promise<{ foundLate: number; failure: Failure | undefined; rest?: SweepRest }> {
  let foundLate = rest?.foundLate ?? 0
  const since = rest?.since ?? new Date(deps.now().getTime() - deps.sweep.backMs)
  const { pages } = deps.sweep
  let leftOut: Failure | undefined
  const walked = await walkThreads(
    connection.empikplace,
    since,
    rest?.size ?? 0,
    async (page) => {
      const recorded = await recordPage(deps, connection, page, startedAt, signal)
      foundLate += recorded.withNewMessages
      leftOut = recorded.leftOut ?? leftOut
      return recorded.failure
    },
    signal,
    { pages, from: rest?.from },
  )
  // A place in the list does not live for ever: from the beginning then, and no failure.
  if (rest && walked.failure?.class === 'refused') return sweep(deps, connection, startedAt, signal)
  const failure = walked.failure ?? leftOut
  const read = (rest?.pages ?? 0) + pages
  if (failure || walked.rest === undefined || read >= mostPages) return { foundLate, failure }
  deps.sweep.onCut?.(connection.ref, read)
  return { foundLate, failure, rest: { since, from: walked.rest, size: walked.size, pages: read, foundLate } }
}
