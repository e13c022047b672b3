import { Readable } from 'node:stream'
import { fileLinkPayload, messageFile } from '@connector/domain/attachments'
import type { ConversationRef } from '@connector/domain/words'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App, RouteDeps } from './deps.ts'
import { catalogue } from '../errors/catalogue.ts'
import { translateError } from '../errors/translate.ts'
import { fileHeaders, fileTypes } from '../pages/file-headers.ts'
import { filePages } from '../pages/files.ts'
import { sendPage } from '../pages/page.ts'
import { linkToken } from '../schemas/views.ts'

/** Of one file: no limit of a conversation can be set higher. */
const mostBytes = 100 * 1024 * 1024

/** Opens the file at EmpikPlace; nothing of it is kept here. */
async function open(deps: RouteDeps, ref: ConversationRef, subject: string, signal: AbortSignal) {
  const { repository, store, vault, clients } = deps
  const { tenantId, integrationId } = ref
  const [{ state }, { state: integration }, key] = await Promise.all([
    repository.conversation(ref),
    repository.integration(ref),
    store.inTenant(tenantId, (db) => vault.read(db, tenantId, `empikplace:${integrationId}`)),
  ])
  const found = messageFile(state, subject)
  if (!found || !integration.settings || !key) return undefined
  const client = clients.empikplace({
    shopId: integration.settings.shopId,
    apiKey: key.secret,
    of: { tenantId, integrationId },
  })
  return { name: found.file.name, answer: await client.attachment(found.file, mostBytes, signal) }
}

/** A file of a conversation, for whoever has a link from the ticket. It is streamed from EmpikPlace and stored nowhere. */
export function registerFiles(app: App, deps: RouteDeps): void {
  const { links, logger, now } = deps

  async function answer(request: FastifyRequest, token: string, reply: FastifyReply): Promise<FastifyReply> {
    const reading = links.read('file', token, now())
    if (reading.outcome === 'expired') return sendPage(reply, filePages.expired)
    const payload = reading.outcome === 'valid' ? fileLinkPayload.safeParse(reading.payload) : undefined
    if (!payload?.success) return sendPage(reply, filePages.forged)
    const { tenant, integration, thread, file } = payload.data
    // Whoever stops reading, or has never begun, lets go of the connection to EmpikPlace.
    const done = new AbortController()
    reply.raw.once('close', () => done.abort())
    const opened = await open(
      deps,
      { tenantId: tenant, integrationId: integration, threadId: thread },
      file,
      done.signal,
    )
    if (!opened) return sendPage(reply, filePages.gone)
    if (!opened.answer.ok) {
      const { failure } = opened.answer
      logger.warn(
        {
          tenantId: tenant,
          integrationId: integration,
          threadId: thread,
          failureClass: failure.class,
          reason: failure.message,
        },
        'A file could not be fetched for a link',
      )
      return sendPage(reply, failure.status === 404 || failure.status === 410 ? filePages.gone : filePages.unreachable)
    }
    request.audited = { tenantId: tenant, integrationId: integration, threadId: thread, subject: file }
    const { length, body } = opened.answer.value
    void reply.headers({ ...fileHeaders(opened.name), ...(length === undefined ? {} : { 'content-length': length }) })
    if (request.method === 'GET') return reply.send(Readable.from(body, { objectMode: false }))
    done.abort()
    return reply.send()
  }

  app.route({
    method: ['GET', 'HEAD'],
    url: '/files/:token',
    config: { scope: 'public', linkedFromOutside: true, audit: 'file-read' },
    schema: {
      operationId: 'downloadFile',
      tags: ['Links'],
      summary: 'Download a file of a conversation',
      description: 'Streams the file from EmpikPlace. What a person should know instead is told by a page.',
      unchecked: {
        200: { description: 'The file.', content: Object.fromEntries(fileTypes.map((type) => [type, { schema: {} }])) },
        404: {
          description: 'A page: there is no such file (any more), or the link is not ours.',
          content: { 'text/html': { schema: { type: 'string' } } },
        },
        410: { description: 'A page: the link has expired.', content: { 'text/html': { schema: { type: 'string' } } } },
        503: {
          description: 'A page: EmpikPlace or the database cannot be reached.',
          content: { 'text/html': { schema: { type: 'string' } } },
        },
      },
      params: z.object({ token: linkToken }),
    },
    // People see what comes from here, not programs.
    errorHandler(error, request, reply) {
      const { code } = translateError(error)
      if (catalogue[code].status < 500) throw error
      logger.error({ requestId: request.id, route: request.routeOptions.url, code, error }, 'The request failed')
      void sendPage(reply, filePages.unreachable)
    },
    handler: (request, reply) => answer(request, request.params.token, reply),
  })
}
