import { sides } from '@connector/domain/events'
import { z } from 'zod'
import { field } from '../schemas/field.ts'
import { bothLanguages } from '../schemas/views.ts'
import { isFine, parts, type Check, type Part } from './vocabulary.ts'

const part = z.object({
  side: field(z.enum(sides), 'The outside system.'),
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
    'The new credentials are in use now: always true, since those that the other side does not accept are answered 422.',
  ),
})

export type VerificationResult = z.infer<typeof verificationResult>

export const partOf = (check: Check<Part>): z.infer<typeof part> => ({
  side: check.side,
  part: check.need,
  ok: isFine(check),
  warning: check.severity === 'warning',
  message: check.message,
})
