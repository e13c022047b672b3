import type { Connection } from '@connector/connections'
import type { IntegrationRef } from '@connector/domain/words'
import { failure, type Failure } from '@connector/outbound-http'
import { walkThreads } from './page-walk.ts'
import { recordPage, type RecordDeps } from './record-page.ts'

export interface SweepTiming {
  /** Between two sweeps of a shop. */
  everyMs: number
  /** How far back a sweep looks. */
  backMs: number
  /** Pages that one look may spend on it; it goes on in the next look. */
  pages: number
  /** A sweep that has read so many pages and is not at its end is told to a person, and goes on. */
  tellAfterPages: number
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
  /** Places that it came by, so that a list that leads back to one is told from a long one. */
  tokens: Set<string>
  /** Why a conversation could not be read; the others go on, and a sweep that lacks one is not done. */
  leftOut: Failure | undefined
}

/** Shops that were swept together drift apart: up to this share of the time between two sweeps. */
const spread = 0.1

export const isSweepDue = ({ everyMs, random }: SweepTiming, sweptAt: Date, now: Date): boolean =>
  now.getTime() - sweptAt.getTime() >= everyMs * (1 + spread * random())

/** Whether a look that reads all since a time has left a sweep nothing to find: it began no later, or before all that counts. */
export const isAsWide = ({ backMs }: SweepTiming, since: Date, startedAt: Date, now: Date): boolean =>
  since < startedAt || since.getTime() <= now.getTime() - backMs

/**
 * Looks further back than the overlap of looks. A message that was held back, for moderation or on its way between two of
 * EmpikPlace's machines, appears with its own, older date, which no look after the cursor sees. Threads that are as the last
 * look recorded them cost nothing but their place in a page.
 * @param rest where the last one stopped, if it was cut off
 * @returns how many conversations had a message that no look had shown, and where it goes on if it was cut off; with a
 * failure beside it where it was cut off so often that somebody must know
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
  const { pages, tellAfterPages } = deps.sweep
  const tokens = rest?.tokens ?? new Set()
  let leftOut = rest?.leftOut
  const walked = await walkThreads(
    connection.empikplace,
    since,
    rest?.size ?? 0,
    async (page) => {
      const recorded = await recordPage(deps, connection, page, startedAt, signal)
      foundLate += recorded.withNewMessages
      leftOut = recorded.leftOut ?? leftOut
    },
    signal,
    { pages, from: rest?.from, tokens },
  )
  // A place in the list does not live for ever: from the beginning then, and in one go, or it would never come to its end.
  if (rest && walked.failure?.class === 'refused') {
    const inOneGo = { ...deps, sweep: { ...deps.sweep, pages: deps.sweep.tellAfterPages } }
    return sweep(inOneGo, connection, startedAt, signal)
  }
  if (walked.failure || walked.rest === undefined) return { foundLate, failure: walked.failure ?? leftOut }
  const read = (rest?.pages ?? 0) + pages
  deps.sweep.onCut?.(connection.ref, read)
  return {
    foundLate,
    failure: leftOut ?? (read < tellAfterPages ? undefined : endless(read)),
    rest: { since, from: walked.rest, size: walked.size, pages: read, foundLate, tokens, leftOut },
  }
}

const endless = (read: number): Failure =>
  failure('too-large', `The wider look at conversations has read ${read} pages and is not at their end; it goes on`)
