import { hostname } from 'node:os'
import { allTenants } from '@connector/domain/words'
import type { TenantStore } from '@connector/store'
import { writeEntry } from './audit/entry.ts'
import { createAccessKeys } from './authentication/access-keys.ts'

/** Long enough to try the API out for a day, and not to be found in a terminal next year. */
const lastsMs = 86_400_000

/**
 * Makes a key of the operator and writes that down: by a command on the machine, which is all that whoever may reach the
 * database has to show.
 * @param key when it ends, null for never
 * @returns its secret, told this once
 */
export async function makeOperatorKey(
  store: TenantStore,
  key: { name: string; expiresAt: Date | null },
  now: Date,
): Promise<string> {
  const { key: made, secret } = await createAccessKeys(store, () => now).create(undefined, {
    ...key,
    scopes: ['operator'],
  })
  await writeEntry(
    store,
    {
      ...{ tenantId: allTenants, kind: 'key-made', keyId: null, keyName: null, credential: 'command' },
      ...{ address: hostname(), requestId: '', integrationId: null, threadId: null, subject: made.id },
    },
    now,
  )
  return secret
}

/** A key of the operator for whoever started the service on his own machine; its secret, told this once. */
export const createOperatorKey = (store: TenantStore, now: Date): Promise<string> =>
  makeOperatorKey(store, { name: `started ${now.toISOString()}`, expiresAt: new Date(now.getTime() + lastsMs) }, now)
