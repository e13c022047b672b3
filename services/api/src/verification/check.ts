import type { BothLanguages, Side } from '@connector/domain'
import { FailureCode, type Failure } from '@connector/outbound-http'
import { z } from 'zod'
import { sideNames, texts } from './texts.ts'

const bothLanguages = z.object({ pl: z.string(), en: z.string() })

export const verificationResult = z.object({
  /** Whether both sides accept their credentials and have what the integration needs. */
  ok: z.boolean(),
  parts: z.array(
    z.object({
      side: z.enum(['empikplace', 'thulium']),
      part: z.enum([
        'credentials',
        'shop',
        'messages',
        'orders',
        'clock',
        'queue',
        'category',
        'tickets',
        'thread-field',
        'order-field',
        'ticket-field',
        'customers',
        'agent',
      ]),
      ok: z.boolean(),
      /** Could not be checked to the end; nothing is known to be wrong. */
      warning: z.boolean(),
      message: bothLanguages,
    }),
  ),
})

/** `stored`: whether the new credentials are in use now; those that the other side does not accept never are. */
export const replacementResult = verificationResult.extend({ stored: z.boolean() })

export type VerificationResult = z.infer<typeof verificationResult>
export type Check = VerificationResult['parts'][number]
type Part = Check['part']

/** Makes the checks of one side. */
export function checksOf(side: Side) {
  const check = (part: Part, ok: boolean, warning: boolean, message: BothLanguages): Check => ({
    side,
    part,
    ok,
    warning,
    message,
  })
  const passed = (part: Part, message: BothLanguages): Check => check(part, true, false, message)
  const warned = (part: Part, message: BothLanguages): Check => check(part, true, true, message)
  const failed = (part: Part, message: BothLanguages): Check => check(part, false, false, message)

  /** @param says what a rejection (403) and a refusal (other 4xx) mean for this part */
  const fromFailure = (
    part: Part,
    failure: Failure,
    says: { rejected: BothLanguages; refused?: BothLanguages },
  ): Check => {
    const name = sideNames[side]
    if (isUnknownShape(failure)) return warned(part, texts.unknownShape(name))
    if (failure.code === FailureCode.destinationRefused) return failed(part, texts.destinationRefused(name))
    switch (failure.class) {
      case 'credentials-rejected':
        return failed(part, says.rejected)
      case 'refused':
        return failed(part, says.refused ?? texts.refused(name, failure.status))
      case 'rate-limited':
        return failed(part, texts.rateLimited(name))
      case 'unreachable':
        return failed(part, texts.unreachable(name, failure.status))
    }
  }
  return { passed, warned, failed, fromFailure }
}

/** The other side answered with success, in a form nobody has documented: that proves the permission, and no more. */
const isUnknownShape = (failure: Failure): boolean => failure.code === FailureCode.unexpectedShape

/** The credentials themselves, and not a permission, were rejected: going on would only add rejections. */
export const isWrongCredentials = (failure: Failure): boolean =>
  failure.class === 'credentials-rejected' && failure.status !== 403

/** Nothing can be learned from this side at the moment. */
export const isAway = (failure: Failure): boolean =>
  !isUnknownShape(failure) && (failure.class === 'unreachable' || failure.class === 'rate-limited')
