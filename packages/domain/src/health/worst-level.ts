import type { HealthLevel } from './levels.ts'

/** How much each deserves a look. What somebody stopped on purpose is no news while others run. */
const urgency: Record<HealthLevel, number> = {
  stopped: 0,
  ok: 1,
  rebuilding: 2,
  late: 3,
  failing: 4,
  'credentials-rejected': 5,
}

/** The level of several integrations together; without any, nothing runs. */
export const worstLevel = (levels: readonly HealthLevel[]): HealthLevel =>
  [...levels].sort((one, other) => urgency[other] - urgency[one])[0] ?? 'stopped'

/** How many there are of each. */
export const countLevels = (levels: readonly HealthLevel[]): Record<HealthLevel, number> => {
  const countOf = (level: HealthLevel): number => levels.filter((one) => one === level).length
  return {
    ok: countOf('ok'),
    rebuilding: countOf('rebuilding'),
    late: countOf('late'),
    failing: countOf('failing'),
    stopped: countOf('stopped'),
    'credentials-rejected': countOf('credentials-rejected'),
  }
}
