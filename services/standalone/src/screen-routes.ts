import { resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

export interface ScreenConfig {
  tenantId: string
  empikplaceUrl: string
  thuliumUrl: string
}

const pagePolicy = "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'"

/** The first screen: static files, and the one file that depends on where things listen. */
export async function registerScreen(app: FastifyInstance, config: ScreenConfig): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, scope: 'public' }
    })
    // Set before anything else, so that a 304, which has no content type, carries the same policy as the page it stands for.
    scope.addHook('onRequest', (_request, reply, done) => {
      void reply.header('content-security-policy', pagePolicy)
      done()
    })
    await scope.register(fastifyStatic, {
      root: resolve(import.meta.dirname, 'screen'),
      prefix: '/screen/',
      index: false,
    })
    scope.get('/', { schema: { hide: true } }, (_request, reply) => reply.sendFile('index.html'))
    scope.get('/screen/config.json', { schema: { hide: true } }, () => config)
  })
}
