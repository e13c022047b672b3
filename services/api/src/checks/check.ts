import type { Side } from '@connector/domain/events'
import type { BothLanguages } from '@connector/domain/words'
import { FailureCode, type Failure } from '@connector/outbound-http'
import { sideNames, texts } from './texts.ts'
import type { Check, Finding, Need, Severity } from './vocabulary.ts'

/** What a rejection (403) and a refusal (other 4xx) mean for what was asked. */
interface Meanings {
  rejected: BothLanguages
  refused?: BothLanguages
}

/** What a failed request says of that which it was to find out. */
export function findingOf(side: Side, failure: Failure, says: Meanings): Finding {
  const name = sideNames[side]
  if (isUnknownShape(failure)) return { severity: 'warning', message: texts.unknownShape(name) }
  const wrong = (message: BothLanguages): Finding => ({ severity: 'error', message })
  if (failure.code === FailureCode.destinationRefused) return wrong(texts.destinationRefused(name))
  if (failure.code === FailureCode.gateway) return wrong(texts.gateway(name))
  switch (failure.class) {
    case 'credentials-rejected':
      return wrong(says.rejected)
    case 'refused':
      return wrong(says.refused ?? texts.refused(name, failure.status))
    case 'rate-limited':
      return wrong(texts.rateLimited(name))
    case 'unreachable':
      return wrong(texts.unreachable(name, failure.status))
    case 'too-large':
      return wrong(texts.tooLarge(name))
    case 'not-connected':
      return wrong(texts.notConnected())
    case 'internal':
      return wrong(texts.internal(name))
  }
}

/** Makes the checks of one side. */
export function checksOf(side: Side) {
  const checked =
    (severity: Severity) =>
    <N extends Need>(need: N, message: BothLanguages): Check<N> => ({ side, need, severity, message })
  return {
    passed: checked('ok'),
    warned: checked('warning'),
    failed: checked('error'),
    fromFailure: <N extends Need>(need: N, failure: Failure, says: Meanings): Check<N> => ({
      side,
      need,
      ...findingOf(side, failure, says),
    }),
  }
}

/** The other side answered with success, in a form nobody has documented: that proves the permission, and no more. */
const isUnknownShape = (failure: Failure): boolean => failure.code === FailureCode.unexpectedShape

/** The credentials themselves, and not a permission, were rejected: going on would only add rejections. */
export const isWrongCredentials = (failure: Failure): boolean =>
  failure.class === 'credentials-rejected' && failure.status !== 403

/** Nothing can be learned from this side at the moment. */
export const isAway = (failure: Failure): boolean =>
  !isUnknownShape(failure) && (failure.class === 'unreachable' || failure.class === 'rate-limited')
