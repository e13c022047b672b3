import { both } from '@connector/domain/words'
import { anybody, type Caller } from '../../authentication/caller.ts'
import { allows, type Scope } from '../../authentication/scopes.ts'
import { ApiError } from '../../errors/api-error.ts'

/** Where nobody is asked who he is, no key made it. */
export const makerId = (maker: Caller): string | null => (maker === anybody ? null : maker.keyId)

/** An answer with a secret is never stored. */
export const idempotency = { none: 'the answer holds a secret, which is never stored' }

/** @throws {ApiError} for an end that is past, or after that of the key that makes it */
export function expiryOf(text: string | undefined, { keyExpiresAt }: Caller, now: Date): Date | null {
  if (text === undefined) return keyExpiresAt
  const expiresAt = new Date(text)
  if (expiresAt <= now)
    throw new ApiError('request.invalid', undefined, [
      { field: 'body.expiresAt', message: 'must be in the future', messagePl: 'musi leżeć w przyszłości' },
    ])
  if (keyExpiresAt && expiresAt > keyExpiresAt)
    throw new ApiError(
      'access_key.outlives_maker',
      both(
        `Klucz, którym się go wydaje, kończy się ${keyExpiresAt.toISOString()}.`,
        `The key that makes it ends at ${keyExpiresAt.toISOString()}.`,
      ),
    )
  return expiresAt
}

/** @throws {ApiError} authentication.scope */
export function assertWithin({ scopes: held }: Caller, wanted: readonly Scope[]): void {
  const beyond = wanted.find((scope) => !allows(held, scope))
  if (beyond !== undefined)
    throw new ApiError(
      'authentication.scope',
      both(
        `Klucz pozwalałby na \`${beyond}\`, czego ten, którym się go wydaje, sam nie może.`,
        `The key would allow \`${beyond}\`, which you may not do yourself.`,
      ),
    )
}
