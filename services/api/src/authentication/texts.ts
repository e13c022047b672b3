import { both } from '@connector/domain/words'
import type { FastifyRequest } from 'fastify'
import { ApiError } from '../errors/api-error.ts'
import { callerOf } from './caller.ts'
import { allows } from './scopes.ts'

/** Whether a caller may read what people wrote, their names and what they ordered. `status:read` alone is counts and states. */
const mayReadTexts = (request: FastifyRequest): boolean => allows(callerOf(request).scopes, 'conversations:read')

/** @throws {ApiError} authentication.scope */
export function assertMayReadTexts(request: FastifyRequest): void {
  if (!mayReadTexts(request))
    throw new ApiError(
      'authentication.scope',
      both(
        'Znaną konwersację można obejrzeć z dodatkowym uprawnieniem `conversations:read`.',
        'A conversation that is known can be looked at with the scope `conversations:read` besides.',
      ),
    )
}

/** Stands for a text that came from outside, which may quote anything. */
const hidden = 'Shown to keys with the scope `conversations:read`.'

/** What an outside API, or an error about some content, said; hidden from whom only states are for. */
export const textFor = (request: FastifyRequest): ((text: string) => string) =>
  mayReadTexts(request) ? (text) => text : () => hidden
