import { missingFieldText } from '../integration/custom-fields.ts'
import type { HealthFacts, HealthLimits } from './facts.ts'
import { meaningOf } from './failures.ts'
import { after, type Health } from './levels.ts'

/** Nothing can be found or linked by a field that is not there. */
export const fieldsHealth = ({ missingFields }: HealthFacts): Health[] =>
  missingFields.map((field) => ({
    level: 'failing',
    since: field.since,
    owner: 'seller',
    reason: missingFieldText(field),
  }))

export function effectsHealth({ effects }: HealthFacts, limits: HealthLimits, now: Date): Health[] {
  const { parked, parkedByUs, oldestParkedAt, oldestWaitingAt, lastFailure } = effects
  const found: Health[] = []
  if (parkedByUs > 0)
    found.push({
      level: 'failing',
      since: oldestParkedAt,
      owner: 'connector',
      reason: {
        pl: `Zapisy wstrzymane z powodu usterki łącznika: ${parkedByUs}. Nic nie zginęło. Zgłoś to operatorowi łącznika; po naprawie ponów.`,
        en: `Writes parked because of a fault of the connector: ${parkedByUs}. Nothing is lost. Tell its operator; once it is mended, retry.`,
      },
    })
  if (parked > parkedByUs)
    found.push({
      level: 'failing',
      since: oldestParkedAt,
      owner: 'seller',
      reason: {
        pl: `Wstrzymane zapisy: ${parked - parkedByUs}. Każdy wymaga decyzji człowieka: ponów albo zamknij bez wykonania.`,
        en: `Parked writes: ${parked - parkedByUs}. Each needs a person's decision: retry or dismiss.`,
      },
    })
  const due = oldestWaitingAt && after(oldestWaitingAt, limits.writeWithinMs)
  if (due && due < now) {
    const cause = lastFailure && meaningOf(lastFailure.side, lastFailure.failureClass)
    found.push({
      level: 'late',
      since: due,
      owner: cause?.owner ?? 'connector',
      reason: {
        pl: `Zapisy czekają zbyt długo. ${cause?.reason.pl ?? 'Usługa projector nie nadąża. Zgłoś to operatorowi łącznika.'}`,
        en: `Writes wait for too long. ${cause?.reason.en ?? 'The projector service cannot keep up. Tell the operator of the connector.'}`,
      },
    })
  }
  return found
}
