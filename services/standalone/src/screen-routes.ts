import { resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

export interface ScreenConfig {
  tenantId: string
  empikplaceUrl: string
  thuliumUrl: string
}

/** The first screen: static files, and the one file that depends on where things listen. */
export async function registerScreen(app: FastifyInstance, config: ScreenConfig): Promise<void> {
  await app.register(fastifyStatic, { root: resolve(import.meta.dirname, 'screen'), prefix: '/screen/', index: false })
  app.get('/', { schema: { hide: true } }, (_request, reply) => reply.sendFile('index.html'))
  app.get('/screen/config.json', { schema: { hide: true } }, () => config)
}
