import type { ThuliumConnection } from '@connector/domain/events'
import type { Cause, Repository } from '@connector/repository'
import type { TenantStore, Vault } from '@connector/store'
import type { z } from 'zod'
import type { thuliumSettings } from '../schemas/views.ts'

/** What is recorded of a Thulium account: no secret, and no key for what is not set. */
export function connectionOf(
  system: string,
  settings: z.infer<typeof thuliumSettings>,
  defaultSinkDomain: string,
): ThuliumConnection {
  const { apiUser, mailbox, agentLogin, threadField, orderField, sinkDomain } = settings
  return {
    system,
    apiUser,
    mailbox,
    agentLogin,
    threadField,
    ...(orderField === undefined ? {} : { orderField }),
    sinkDomain: sinkDomain ?? defaultSinkDomain,
  }
}

interface PasswordStores {
  store: Pick<TenantStore, 'inTenant'>
  vault: Pick<Vault, 'replace'>
  repository: Pick<Repository, 'changeTenant'>
}

/** Seals the password of the API user and records that there is a new one. */
export async function storeThuliumPassword(
  { store, vault, repository }: PasswordStores,
  tenantId: string,
  password: string,
  causedBy: Cause,
): Promise<void> {
  const credentialVersion = await store.inTenant(tenantId, (db) => vault.replace(db, tenantId, 'thulium', password))
  await repository.changeTenant(tenantId, causedBy, () => [
    { type: 'ThuliumCredentialsReplaced', data: { credentialVersion } },
  ])
}
