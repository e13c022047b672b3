import type { SignedLinks } from '@connector/service-kit'
import { hintThulium, type Query, type TenantStore, type Vault } from '@connector/store'
import { z } from 'zod'
import { ApiError } from '../errors/api-error.ts'
import { systemName } from '@connector/domain/settings'
import { fromSecret, shows, toSecret, type WebhookLogin } from './webhook-login.ts'

interface WebhookFacts {
  /** Where Thulium is to send its events. */
  url: string
  /** Null where no login is asked for. */
  user: string | null
  lastHintAt: Date | null
}

/** The webhook of each tenant, by which Thulium says that it is worth looking at once. */
export interface Webhooks {
  read(tenantId: string): Promise<WebhookFacts>
  /** Makes a new address; the one before is dead from now on. */
  renew(tenantId: string): Promise<void>
  /** @param login undefined: none is asked for */
  setLogin(tenantId: string, login: WebhookLogin | undefined): Promise<void>
  /** @throws {ApiError} webhook.unknown, webhook.login */
  receive(token: string, authorization: string | undefined): Promise<void>
}

/**
 * It is pasted into Thulium by hand, and one that ended by itself would be missed by nobody: replies would only come
 * later. It ends when a new one is made, or with the master key.
 */
const never = new Date('9999-12-31T00:00:00Z')

/** Of a tenant that never asked for a new address. */
const firstGeneration = 0

const purpose = 'thulium-webhook'
const payload = z.object({ tenant: systemName, generation: z.coerce.number().int() })

interface WebhookDeps {
  store: Pick<TenantStore, 'inTenant'>
  vault: Vault
  links: SignedLinks
  now: () => Date
}

export function createWebhooks({ store, vault, links, now }: WebhookDeps): Webhooks {
  async function generationOf(db: Query, tenantId: string): Promise<number> {
    const row = await db
      .selectFrom('thulium_webhooks')
      .select('generation')
      .where('tenant_id', '=', tenantId)
      .executeTakeFirst()
    return row?.generation ?? firstGeneration
  }

  async function loginOf(db: Query, tenantId: string): Promise<WebhookLogin | undefined> {
    const sealed = await vault.read(db, tenantId, purpose)
    return sealed && fromSecret(sealed.secret)
  }

  return {
    read: (tenantId) =>
      store.inTenant(tenantId, async (db) => {
        const generation = await generationOf(db, tenantId)
        const { lastHintAt } = await db
          .selectFrom('polls')
          .select(({ fn }) => fn.max<Date | null>('hinted_at').as('lastHintAt'))
          .where('tenant_id', '=', tenantId)
          .executeTakeFirstOrThrow()
        return {
          url: links.make(purpose, { tenant: tenantId, generation: String(generation) }, never),
          user: (await loginOf(db, tenantId))?.user ?? null,
          lastHintAt,
        }
      }),
    async renew(tenantId) {
      await store.inTenant(tenantId, (db) =>
        db
          .insertInto('thulium_webhooks')
          .values({ tenant_id: tenantId, generation: firstGeneration + 1 })
          .onConflict((conflict) =>
            conflict
              .column('tenant_id')
              .doUpdateSet(({ eb }) => ({ generation: eb('thulium_webhooks.generation', '+', 1) })),
          )
          .execute(),
      )
    },
    async setLogin(tenantId, login) {
      await store.inTenant(tenantId, async (db) => {
        if (login) await vault.replace(db, tenantId, purpose, toSecret(login))
        else await vault.remove(db, tenantId, purpose)
      })
    },
    async receive(token, authorization) {
      const reading = links.read(purpose, token, now())
      if (reading.outcome !== 'valid') throw new ApiError('webhook.unknown')
      const { tenant, generation } = payload.parse(reading.payload)
      await store.inTenant(tenant, async (db) => {
        if (generation !== (await generationOf(db, tenant))) throw new ApiError('webhook.unknown')
        const login = await loginOf(db, tenant)
        if (login && !shows(login, authorization)) throw new ApiError('webhook.login')
        await hintThulium(db, tenant, now())
      })
    },
  }
}
