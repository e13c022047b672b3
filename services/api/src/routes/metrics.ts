import { both } from '@connector/domain/words'
import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { App, RouteDeps } from './deps.ts'
import { credentialOf } from '../authentication/access-control.ts'
import { hashOf } from '../authentication/key-secret.ts'
import { isLoopback } from '../authentication/open-to-this-machine.ts'
import { ApiError } from '../errors/api-error.ts'
import { createServiceNumbers } from '../metrics/service-numbers.ts'

const nameIn = (host: string): string =>
  URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, '') : ''

/** A proxy on this machine calls from here too, for whoever called it: most say so, others pass on the name they were called by. */
const isOfThisMachine = ({ socket, headers }: FastifyRequest): boolean =>
  isLoopback((socket.remoteAddress ?? '').replace(/^::ffff:/, '')) &&
  isLoopback(nameIn(headers.host ?? '')) &&
  headers['x-forwarded-for'] === undefined &&
  headers.forwarded === undefined

/** @throws {ApiError} authentication.missing, authentication.invalid */
function assertMayRead(request: FastifyRequest, token: string | undefined): void {
  if (token === undefined) {
    if (!isOfThisMachine(request))
      throw new ApiError(
        'authentication.missing',
        both('Ustaw API_METRICS_TOKEN i go pokaż.', 'Set API_METRICS_TOKEN and show it.'),
      )
  } else if (!timingSafeEqual(hashOf(credentialOf(request)), hashOf(token))) {
    throw new ApiError('authentication.invalid')
  }
}

/** `GET /metrics`: numbers of the process and of the whole service for Prometheus; none of them names a tenant. */
export function registerMetrics(app: App, { metrics, metricsToken, store, behindSince, logger, now }: RouteDeps): void {
  const serviceNumbers = createServiceNumbers(store, behindSince, now)
  app.get(
    '/metrics',
    {
      config: { scope: 'public' },
      schema: {
        operationId: 'readMetrics',
        tags: ['Service'],
        summary: 'Read metrics',
        description:
          'For Prometheus. With `API_METRICS_TOKEN` set, show it as `Authorization: Bearer …`; without, only programs on the machine of the service are answered.',
        problems: ['authentication.missing', 'authentication.invalid'],
        unchecked: {
          200: {
            description: 'The text format of Prometheus. What comes from the database is missing while it is away.',
            content: {
              'text/plain': { schema: { type: 'string' }, example: 'connector_effects{state="parked"} 2\n' },
            },
          },
        },
      },
    },
    async (request, reply) => {
      assertMayRead(request, metricsToken)
      const numbers = await serviceNumbers().catch((error: unknown) => {
        logger.warn({ operation: 'metrics', error }, 'The numbers of the service could not be read')
        return undefined
      })
      return reply.type(metrics.contentType).send(await metrics.text(numbers))
    },
  )
}
