import type { TenantStore } from '@connector/store'
import { z } from 'zod'
import type { App, RouteDeps } from '../app.ts'
import { scopes } from '../authentication/scopes.ts'
import { ApiError } from '../errors/api-error.ts'
import { problems } from '../errors/problem.ts'
import { tokenAnswer, tokenEnd } from './api/token.ts'
import { linkToken, systemName } from './schemas.ts'

const linkPayload = z.object({
  id: z.uuid(),
  tenant: systemName,
  key: z.string(),
  scope: z.string().transform((text) => z.array(z.enum(scopes)).parse(text.split(' '))),
})

/** True for the first one who uses the link. */
async function use(store: TenantStore, link: { id: string; tenant: string }, expiresAt: Date, now: Date) {
  return store.inTenant(link.tenant, async (db) => {
    await db.deleteFrom('used_launch_links').where('expires_at', '<', now).execute()
    const row = { tenant_id: link.tenant, link_id: link.id, expires_at: expiresAt }
    const inserted = await db
      .insertInto('used_launch_links')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
  })
}

/**
 * `POST /launch/:token`: exchanges a launch link for a token, once. Never by `GET`, since mail scanners and previews
 * follow links; the page at that address, which is the console, sends it.
 */
export function registerLaunch(app: App, { links, store, authentication, now }: RouteDeps): void {
  app.post(
    '/launch/:token',
    {
      config: { scope: 'public' },
      schema: {
        operationId: 'followLaunchLink',
        tags: ['Access'],
        summary: 'Exchange a launch link for a token',
        description: 'Once. Never by GET, since mail scanners and previews follow links.',
        problems: ['launch_link.unusable', 'database.unavailable'],
        params: z.object({ token: linkToken }),
        response: { 200: tokenAnswer, ...problems },
      },
    },
    async (request) => {
      const reading = links.read('launch', request.params.token, now())
      if (reading.outcome !== 'valid') throw new ApiError('launch_link.unusable')
      const link = linkPayload.parse(reading.payload)
      const { tenant: tenantId, scope } = link
      const maker = z.uuid().safeParse(link.key).data
      const live = maker !== undefined && (await authentication.accessKeys.findLive({ id: maker }))
      if (!live || !(await use(store, link, reading.expiresAt, now()))) throw new ApiError('launch_link.unusable')
      const accessToken = await authentication.tokens.sign({ keyId: live.id, tenantId, scopes: scope })
      return { accessToken, tokenType: 'Bearer' as const, expiresAt: tokenEnd(now()), tenantId, scopes: scope }
    },
  )
}
