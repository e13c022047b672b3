import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { catalogue } from '../errors/catalogue.ts'
import { translateError } from '../errors/translate.ts'
import { pageAnswer } from '../openapi/page-answer.ts'
import { linkBroken, notNow } from '../pages/add-to-crm.ts'
import { sendPage } from '../pages/page.ts'
import { panelExpired, panelGone, panelPage } from '../pages/panel.ts'
import { readPanel } from '../reads/panel.ts'
import { conversationParams, linkToken } from '../schemas/views.ts'
import type { App, RouteDeps } from './deps.ts'

/** `/panel/:token`: what belongs to one conversation, for whoever has the link from its ticket. It changes nothing. */
export function registerPanel(app: App, deps: RouteDeps): void {
  const { links, logger } = deps
  app.get(
    '/panel/:token',
    {
      config: { scope: 'public', linkedFromOutside: true, audit: 'conversation-read' },
      schema: {
        operationId: 'showPanel',
        tags: ['Links'],
        summary: 'Show what belongs to a conversation, beside its ticket',
        description:
          'A page without any script: clock, order, customer, files, and where the last messages stand. It changes nothing.',
        unchecked: {
          200: pageAnswer('The page.'),
          404: pageAnswer('A page: the link is not ours.'),
          410: pageAnswer('A page: the link has expired, or the conversation is no longer here.'),
          503: pageAnswer('A page: the database cannot be reached.'),
        },
        params: z.object({ token: linkToken }),
      },
      // People see what comes from here, not programs.
      errorHandler(error, request: FastifyRequest, reply: FastifyReply) {
        const { code } = translateError(error)
        if (['integration.unknown', 'tenant.unknown', 'tenant.deleted'].includes(code)) {
          void sendPage(reply, panelGone)
          return
        }
        if (catalogue[code].status !== 503) throw error
        logger.error({ requestId: request.id, route: request.routeOptions.url, code, error }, 'The request failed')
        void sendPage(reply, notNow)
      },
    },
    async (request, reply) => {
      const now = deps.now()
      const link = links.read('panel', request.params.token, now)
      if (link.outcome === 'expired') return sendPage(reply, panelExpired)
      const ref = link.outcome === 'valid' ? conversationParams.safeParse(link.payload) : undefined
      if (!ref?.success || link.outcome !== 'valid') return sendPage(reply, linkBroken)
      request.audited = ref.data
      const view = await readPanel(deps, ref.data, now)
      if (!view) return sendPage(reply, panelGone)
      // Whoever may look may add, no longer than he may look.
      return sendPage(reply, panelPage(view, links.make('add-to-crm', { ...ref.data }, link.expiresAt), now))
    },
  )
}
