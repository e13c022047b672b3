import type { SelfCheck } from '@connector/connections'
import type { OwnFault } from '@connector/domain/health'

/** What was found last, as a fact of health. */
export function ownFaultOf(
  selfCheck: Pick<SelfCheck, 'known'>,
  now: Date,
): { fault: OwnFault; since: Date } | undefined {
  const { fault, since } = selfCheck.known()
  return fault && { fault, since: since ?? now }
}
