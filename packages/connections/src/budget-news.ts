import type { BudgetUse } from './clients.ts'

/** A status takes what was reported within 70 s; what has not changed is told again before that. */
const retoldAfterMs = 50_000

export const placeOf = ({ tenantId, integrationId = '', side }: BudgetUse): string =>
  `${tenantId}/${integrationId}/${side}`

interface BudgetNews {
  /** What is not known yet, or only from long ago. */
  of(uses: readonly BudgetUse[]): BudgetUse[]
  /** What was given last did not arrive. */
  forget(): void
}

/**
 * Keeps what is told of each budget. With many accounts a minute holds one look at each, and telling that every ten seconds was six rows
 * for a look.
 * @param clock monotonic, in ms
 */
export function createBudgetNews(clock: () => number): BudgetNews {
  let told = new Map<string, { figures: string; at: number }>()
  return {
    of(uses) {
      const at = clock()
      const telling = new Map<string, { figures: string; at: number }>()
      const news = uses.filter((use) => {
        const { usedInMinute, perMinute, pausedUntil } = use.snapshot
        const figures = [usedInMinute, perMinute, pausedUntil?.getTime()].join('/')
        const place = placeOf(use)
        const before = told.get(place)
        const isKnown = before?.figures === figures && at - before.at < retoldAfterMs
        telling.set(place, isKnown ? before : { figures, at })
        return !isKnown
      })
      told = telling
      return news
    },
    forget: () => told.clear(),
  }
}
