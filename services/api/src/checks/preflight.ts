import type { Clients } from '@connector/connections'
import type { ThuliumConnection } from '@connector/domain/events'
import type { IntegrationSettings } from '@connector/domain/settings'
import type { IntegrationRef } from '@connector/domain/words'
import { storedLogin, type LoginStores } from '../accounts/stored-login.ts'
import { createThuliumReads } from './thulium-reads.ts'
import { empikPlaceItems } from './empikplace-needs.ts'
import { preflightOf, type Item, type PreflightAnswer } from './needs.ts'
import { createRememberedAccounts } from './remembered-account.ts'
import { thuliumItems } from './thulium-needs.ts'
import { probeWrites, untriedWrites } from './write-probes.ts'

/** Checks each need by itself. Changes nothing here, and nothing outside unless writes are to be tried. */
export interface Preflight {
  account(tenantId: string, account: ThuliumConnection, triesWrites: boolean): Promise<PreflightAnswer>
  integration(
    ref: IntegrationRef,
    account: ThuliumConnection,
    settings: IntegrationSettings,
    triesWrites: boolean,
  ): Promise<PreflightAnswer>
}

/** For one side: up to 22 calls at two a second, and some patience with slow answers. */
const deadlineMs = 60_000

interface PreflightDeps extends LoginStores {
  clients: Pick<Clients, 'empikplace' | 'thulium'>
  now: () => Date
}

export function createPreflight(deps: PreflightDeps): Preflight {
  const { store, vault, clients, now } = deps
  const remembered = createRememberedAccounts(now)

  async function ofThulium(
    tenantId: string,
    account: ThuliumConnection,
    settings: IntegrationSettings | undefined,
    triesWrites: boolean,
  ): Promise<Item[]> {
    const login = await storedLogin(deps, tenantId, account)
    const signal = AbortSignal.timeout(deadlineMs)
    const reads = login && createThuliumReads(login.client, signal)
    const tryWrites = (): Promise<Item[]> =>
      login && triesWrites ? probeWrites(login.client, account, signal) : Promise.resolve(untriedWrites)
    return thuliumItems(reads, account, settings, tryWrites)
  }

  async function ofEmpikPlace(of: IntegrationRef, shopId: string): Promise<Item[]> {
    const { tenantId, integrationId } = of
    const key = await store.inTenant(tenantId, (db) => vault.read(db, tenantId, `empikplace:${integrationId}`))
    const name = `${tenantId}/${integrationId}/${shopId}/${key?.version ?? 0}`
    const client = key && remembered(name, clients.empikplace({ shopId, apiKey: key.secret, of }))
    return empikPlaceItems(client, shopId, now, AbortSignal.timeout(deadlineMs))
  }

  return {
    account: async (tenantId, account, triesWrites) =>
      preflightOf(await ofThulium(tenantId, account, undefined, triesWrites)),
    async integration(ref, account, settings, triesWrites) {
      const sides = await Promise.all([
        ofEmpikPlace(ref, settings.shopId),
        ofThulium(ref.tenantId, account, settings, triesWrites),
      ])
      return preflightOf(sides.flat())
    },
  }
}
