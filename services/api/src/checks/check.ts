import type { Side } from '@connector/domain/events'
import type { BothLanguages } from '@connector/domain/words'
import { FailureCode, type Failure } from '@connector/outbound-http'
import { z } from 'zod'
import { field } from '../schemas/field.ts'
import { bothLanguages } from '../schemas/views.ts'
import { sideNames, texts } from './texts.ts'

const parts = [
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
] as const

const part = z.object({
  side: field(z.enum(['empikplace', 'thulium']), 'The outside system.'),
  part: field(z.enum(parts), 'What was checked.'),
  ok: field(z.boolean(), 'Nothing is known to be wrong.'),
  warning: field(z.boolean(), 'Could not be checked to the end.'),
  message: field(bothLanguages, 'What was found, and what to do.'),
})

export const verificationResult = z.object({
  ok: field(z.boolean(), 'Both sides accept their credentials and have what the integration needs.'),
  parts: field(z.array(part), 'What was checked, one by one.'),
})

export const replacementResult = verificationResult.extend({
  stored: field(
    z.boolean(),
    'The new credentials are in use now; those that the other side does not accept never are.',
  ),
})

export type VerificationResult = z.infer<typeof verificationResult>
export type Check = VerificationResult['parts'][number]

/** A check of one part; which parts there are is up to those who check. */
export type CheckOf<Part extends string> = Omit<Check, 'part'> & { part: Part }

/** Makes the checks of one side. */
export function checksOf<Part extends string = Check['part']>(side: Side) {
  const check = (part: Part, ok: boolean, warning: boolean, message: BothLanguages): CheckOf<Part> => ({
    side,
    part,
    ok,
    warning,
    message,
  })
  const passed = (part: Part, message: BothLanguages): CheckOf<Part> => check(part, true, false, message)
  const warned = (part: Part, message: BothLanguages): CheckOf<Part> => check(part, true, true, message)
  const failed = (part: Part, message: BothLanguages): CheckOf<Part> => check(part, false, false, message)

  /** @param says what a rejection (403) and a refusal (other 4xx) mean for this part */
  const fromFailure = (
    part: Part,
    failure: Failure,
    says: { rejected: BothLanguages; refused?: BothLanguages },
  ): CheckOf<Part> => {
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
      case 'too-large':
        return failed(part, texts.tooLarge(name))
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
