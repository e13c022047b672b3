import type { HealthLevel } from './health.ts'

/** How much each deserves a look. What somebody stopped on purpose is no news while others run. */
const urgency: Record<HealthLevel, number> = { stopped: 0, ok: 1, late: 2, failing: 3, 'credentials-rejected': 4 }

/** The level of several integrations together; without any, nothing runs. */
export const worstLevel = (levels: readonly HealthLevel[]): HealthLevel =>
  [...levels].sort((one, other) => urgency[other] - urgency[one])[0] ?? 'stopped'

/** How many there are of each. */
export const countLevels = (levels: readonly HealthLevel[]): Record<HealthLevel, number> => {
  const counts: Record<HealthLevel, number> = { ok: 0, late: 0, failing: 0, stopped: 0, 'credentials-rejected': 0 }
  for (const level of levels) counts[level] += 1
  return counts
}
