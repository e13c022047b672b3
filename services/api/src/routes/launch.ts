import { systemName } from '@connector/domain/settings'
import type { TenantStore } from '@connector/store'
import { z } from 'zod'
import type { App, RouteDeps } from './deps.ts'
import type { AccessKey } from '../authentication/access-keys.ts'
import { scopes } from '../authentication/scopes.ts'
import { ApiError } from '../errors/api-error.ts'
import { problems } from '../errors/problem.ts'
import { pageAnswer } from '../openapi/page-answer.ts'
import { launchBroken, launchPage, launchUnusable } from '../pages/launch.ts'
import { sendPage } from '../pages/page.ts'
import { tokenAnswer } from './api/token.ts'
import { linkToken } from '../schemas/views.ts'

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

const wasUsed = (store: TenantStore, { id, tenant }: { id: string; tenant: string }): Promise<boolean> =>
  store.inTenant(tenant, async (db) => {
    const used = db.selectFrom('used_launch_links').select('link_id').where('link_id', '=', id)
    return (await used.executeTakeFirst()) !== undefined
  })

/**
 * `/launch/:token`: `GET` shows a page that says what the link opens and changes nothing, since mail scanners and previews
 * follow links; its button, a `POST`, exchanges the link for a token, once.
 */
export function registerLaunch(app: App, { links, store, authentication, now }: RouteDeps): void {
  /** The key that made the link; undefined when it has ended, and the link with it. */
  async function makerOf({ key }: z.output<typeof linkPayload>): Promise<AccessKey | undefined> {
    const id = z.uuid().safeParse(key).data
    return id === undefined ? undefined : authentication.accessKeys.findLive({ id })
  }

  app.get(
    '/launch/:token',
    {
      config: { scope: 'public', linkedFromOutside: true },
      schema: {
        operationId: 'showLaunchLink',
        tags: ['Links'],
        summary: 'Show what a launch link opens',
        description: 'The page that a launch link leads to. It changes nothing; its button exchanges the link.',
        problems: ['database.unavailable'],
        unchecked: {
          200: pageAnswer('The page with its button.'),
          404: pageAnswer('A page: the link is not ours.'),
          410: pageAnswer('A page: the link was used or has expired.'),
        },
        params: z.object({ token: linkToken }),
      },
    },
    async (request, reply) => {
      const reading = links.read('launch', request.params.token, now())
      if (reading.outcome === 'expired') return sendPage(reply, launchUnusable)
      if (reading.outcome !== 'valid') return sendPage(reply, launchBroken)
      const link = linkPayload.parse(reading.payload)
      if ((await wasUsed(store, link)) || !(await makerOf(link))) return sendPage(reply, launchUnusable)
      return sendPage(reply, launchPage({ tenantId: link.tenant, scopes: link.scope }))
    },
  )

  app.post(
    '/launch/:token',
    {
      config: { scope: 'public', audit: 'link-followed' },
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
      const maker = await makerOf(link)
      request.audited = { tenantId, subject: link.id }
      if (!maker || !(await use(store, link, reading.expiresAt, now()))) throw new ApiError('launch_link.unusable')
      const content = { keyId: maker.id, keyExpiresAt: maker.expiresAt, tenantId, scopes: scope }
      const { token, expiresAt } = await authentication.tokens.sign(content)
      return {
        accessToken: token,
        tokenType: 'Bearer' as const,
        expiresAt: expiresAt.toISOString(),
        tenantId,
        scopes: scope,
      }
    },
  )
}
