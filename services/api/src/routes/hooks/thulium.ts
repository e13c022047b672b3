import { z } from 'zod'
import type { App, RouteDeps } from '../deps.ts'
import { problems } from '../../errors/problem.ts'
import { createWebhooks } from '../../accounts/webhook.ts'
import { linkToken } from '../../schemas/views.ts'

/** The events that are known have less than 1 kB. */
const bodyLimit = 64 * 1024

/**
 * `POST /hooks/thulium/:token`: Thulium says that something happened. It is only a hint to look now, so what it says is
 * not read: nothing in it is signed, and a look finds out more than any event tells.
 */
export function registerThuliumHook(app: App, deps: RouteDeps): void {
  const webhooks = createWebhooks(deps)
  void app.register((scope: App, _options, done) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, _body, parsed) => parsed(null, undefined))

    scope.post(
      '/hooks/thulium/:token',
      {
        bodyLimit,
        config: { scope: 'public' },
        schema: {
          operationId: 'receiveThuliumWebhook',
          tags: ['Links'],
          summary: 'Receive a webhook of Thulium',
          description:
            'Thulium posts its events here. Each is a hint to look for agents’ replies now, whatever its body says; at most one look in 5 s comes of it. Where the tenant has set a login, the request shows it by HTTP Basic.',
          problems: ['webhook.unknown', 'webhook.login', 'credentials.unreadable', 'database.unavailable'],
          params: z.object({ token: linkToken }),
          response: { 204: z.null(), ...problems },
        },
      },
      async (request, reply) => {
        await webhooks.receive(request.params.token, request.headers.authorization)
        return reply.code(204).send(null)
      },
    )
    done()
  })
}
