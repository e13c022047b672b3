import { both } from '@connector/domain/words'
import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { ApiError } from '../errors/api-error.ts'
import { readConsole } from './files.ts'

/** The stand-ins of both outside systems, where the console is shown without an account of one's own. */
interface Demonstration {
  tenantId: string
  empikplaceUrl: string
  thuliumUrl: string
}

/** Addresses for people, with `{system}`, `{order_id}`, `{thread_id}` and `{ticket_id}` to be filled in. */
export interface Panels {
  order: string
  conversation: string
  ticket: string
}

export interface ConsoleOptions {
  /** What was built of apps/console. */
  folder: string
  panels: Panels
  demonstration?: Demonstration | undefined
}

/** What the page is told about where it runs. */
interface PageSettings {
  authentication: 'required' | 'off'
  panels: Panels
  demonstration: Demonstration | null
}

/** Answers with the page of the console, which then looks at the address for itself. */
export type SendConsole = (reply: FastifyReply, status: number) => FastifyReply

/** Only what the console's own files are; styles that Mantine makes in the page carry the nonce of this one answer. */
const policyOf = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** Addresses of the console; what is behind them is looked at in the browser. */
const places = ['zgloszenia', 'status', 'problemy', 'integracje', 'ustawienia', 'operator']

/** JSON inside a page: nothing in it may end the element that it stands in. */
const inPage = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

/** A year; the name changes with the content. */
const forEver = 'public, max-age=31536000, immutable'

/** Serves the built console at `/` and at its own addresses. */
export async function installConsole(
  app: FastifyInstance,
  { folder, panels, demonstration }: ConsoleOptions,
  authentication: PageSettings['authentication'],
): Promise<SendConsole> {
  const { page, assets } = await readConsole(folder)
  const settings: PageSettings = { authentication, panels, demonstration: demonstration ?? null }
  const filled = page.replace('{{settings}}', () => inPage(settings))

  const send: SendConsole = (reply, status) => {
    const nonce = randomBytes(18).toString('base64')
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policyOf(nonce))
      .send(filled.replaceAll('{{nonce}}', nonce))
  }

  const config = { scope: 'public', linkedFromOutside: true } as const
  const schema = { hide: true }
  for (const url of ['/', ...places.flatMap((place) => [`/${place}`, `/${place}/*`])])
    app.get(url, { config, schema }, (_request, reply) => send(reply, 200))

  const params = z.object({ name: z.string() })
  app.get('/assets/:name', { config, schema }, (request, reply) => {
    const asset = assets.get(params.parse(request.params).name)
    if (!asset)
      throw new ApiError(
        'route.unknown',
        both('Konsola nie ma (już) takiego pliku.', 'The console has no such file (any more).'),
      )
    const takesPacked = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    void reply.type(asset.type).header('cache-control', forEver).header('vary', 'accept-encoding')
    return takesPacked && asset.packed
      ? reply.header('content-encoding', 'gzip').send(asset.packed)
      : reply.send(asset.plain)
  })
  return send
}
