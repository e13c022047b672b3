import type { Connection } from '@connector/connections'
import type { Failure } from '@connector/outbound-http'
import { atMost } from '@connector/service-kit'
import { LRUCache } from 'lru-cache'
import { failed, partlyFailed, type PollResult } from '../poll-result.ts'
import type { DuePoll } from '../due-poll.ts'
import type { LateOrders } from './late-orders.ts'
import { walkThreads } from './page-walk.ts'
import { recordPage, type RecordDeps } from './record-page.ts'
import { isAsWide, isSweepDue, sweep, type SweepRest, type SweepTiming } from './sweep.ts'

export interface EmpikPlacePoll {
  /** @param poll with the newest `date_updated` that is safely recorded as its cursor; none before the first look */
  run(connection: Connection, poll: Pick<DuePoll, 'cursor' | 'sweptAt'>, signal: AbortSignal): Promise<PollResult>
}

export interface EmpikPlacePollDeps extends RecordDeps {
  overlapMs: number
  sweep: SweepTiming
  lateOrders: LateOrders
}

/** A forgotten one begins with an answer that is too large. */
const rememberedSizes = 20_000

export function createEmpikPlacePoll(deps: EmpikPlacePollDeps): EmpikPlacePoll {
  const { overlapMs, lateOrders, now } = deps
  /** Which size of page each shop needs; the next look tries a larger one again. */
  const sizes = new LRUCache<string, number>(atMost(rememberedSizes))

  /** Of sweeps that were cut off. A process that starts anew begins them anew. */
  const rests = new LRUCache<string, SweepRest>(atMost(rememberedSizes))

  return {
    async run(connection, { cursor, sweptAt }, signal) {
      const { startedAt } = connection.integration
      if (!startedAt) return { ok: true, cursor }
      const shop = `${connection.ref.tenantId}/${connection.ref.integrationId}`
      const since = new Date((cursor ?? startedAt).getTime() - overlapMs)
      let leftOut: Failure | undefined
      let newest = cursor
      let setAside = 0
      const { size, ...walked } = await walkThreads(
        connection.empikplace,
        since,
        sizes.get(shop) ?? 0,
        async (page) => {
          const recorded = await recordPage(deps, connection, page, startedAt, signal)
          leftOut = recorded.leftOut ?? leftOut
          setAside += recorded.setAside
          for (const { dateUpdated } of page.threads) newest = later(newest, dateUpdated)
        },
        signal,
      )
      sizes.set(shop, Math.max(0, size - 1))
      if (walked.failure) return failed(walked.failure)
      await lateOrders.catchUp(connection, signal)
      // Only a walk that reached its end and left out nothing may move the cursor.
      if (leftOut) return partlyFailed(leftOut)
      // A date from outside never leads: what changes after this look must be found by the next one. And what this version
      // cannot read now must still be found when one can.
      const reached = setAside > 0 ? cursor : newest && earlier(newest, walked.startedAt ?? now())
      // The first look reads as far back as any sweep would, and so does one after a long time without any.
      if (isAsWide(deps.sweep, since, startedAt, now())) {
        rests.delete(shop)
        return { ok: true, cursor: reached, swept: { at: now(), foundLate: 0 } }
      }
      const rest = rests.get(shop)
      if (!rest && !isSweepDue(deps.sweep, sweptAt ?? startedAt, now())) return { ok: true, cursor: reached }
      rests.delete(shop)
      const swept = await sweep(deps, connection, startedAt, signal, rest)
      if (swept.rest) rests.set(shop, swept.rest)
      if (swept.failure) return partlyFailed(swept.failure, reached)
      return swept.rest
        ? { ok: true, cursor: reached }
        : { ok: true, cursor: reached, swept: { at: now(), foundLate: swept.foundLate } }
    },
  }
}

const later = (one: Date | undefined, other: Date): Date => (one && one > other ? one : other)

const earlier = (one: Date, other: Date): Date => (one < other ? one : other)
