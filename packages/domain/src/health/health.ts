import { sides } from '../events/integration-events.ts'
import { defaultHealthLimits, type HealthFacts, type HealthLimits } from './facts.ts'
import { healthLevels, type Health } from './levels.ts'
import { notRunning } from './not-running.ts'
import {
  faultHealth,
  projectionHealth,
  quarantineHealth,
  rebuildingHealth,
  restoreHealth,
  workersHealth,
} from './own-health.ts'
import { sideHealth, wellUntil } from './side-health.ts'
import { effectsHealth, fieldsHealth } from './write-health.ts'

const severity = ({ level }: Health): number => healthLevels.indexOf(level)
const begun = ({ since }: Health): number => since?.getTime() ?? Infinity
const olderFirst = (one: Health, other: Health): number => begun(one) - begun(other)

const ofReadModels = (facts: HealthFacts, limits: HealthLimits, now: Date): Health[] =>
  facts.isRebuilding
    ? [rebuildingHealth()]
    : [...effectsHealth(facts, limits, now), ...projectionHealth(facts, limits, now)]

/**
 * How an integration is doing: the worst of what the facts say; of two equally bad things, the older one. What keeps looks
 * and writes from being made comes before all of that: what is old then says nothing of the side that it is about.
 */
export function healthOf(facts: HealthFacts, now: Date, limits: HealthLimits = defaultHealthLimits): Health {
  const nobodyWorks = workersHealth(facts, limits, now).sort(olderFirst)
  const explains = notRunning(facts) ?? faultHealth(facts) ?? restoreHealth(facts) ?? nobodyWorks[0]
  if (explains) return explains
  const found = [
    ...sides.flatMap((side) => sideHealth(side, facts, limits, now) ?? []),
    ...fieldsHealth(facts),
    ...quarantineHealth(facts),
    ...ofReadModels(facts, limits, now),
  ]
  const [worst] = found.sort((one, other) => severity(other) - severity(one) || olderFirst(one, other))
  if (worst) return worst
  const looked = sides.every((side) => facts.sides[side]?.lastSuccessAt === wellUntil(side, facts))
  return looked
    ? {
        level: 'ok',
        since: undefined,
        owner: undefined,
        reason: { pl: 'Wszystko działa.', en: 'Everything is working.' },
      }
    : {
        level: 'ok',
        since: facts.statusSince,
        owner: undefined,
        reason: {
          pl: 'Uruchomiona; czeka na pierwszy udany odczyt obu stron.',
          en: 'Started; waiting for the first good look at both sides.',
        },
      }
}
