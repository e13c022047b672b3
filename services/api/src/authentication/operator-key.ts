import type { TenantStore } from '@connector/store'
import { createAccessKeys } from './access-keys.ts'

/** Long enough to try the API out for a day, and not to be found in a terminal next year. */
const lastsMs = 86_400_000

/** A key of the operator for whoever started the service on his own machine; its secret, told this once. */
export async function createOperatorKey(store: TenantStore, now: Date): Promise<string> {
  const key = { name: `started ${now.toISOString()}`, scopes: ['operator'] as const }
  const { secret } = await createAccessKeys(store, () => now).create(undefined, {
    ...key,
    expiresAt: new Date(now.getTime() + lastsMs),
  })
  return secret
}
