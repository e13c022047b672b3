import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import multipart from '@fastify/multipart'
import { Eta } from 'eta'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { TicketRecord } from '../model/model.ts'
import type { SystemStore } from '../systems/system-store.ts'
import { settle } from '../records/ticket-changes.ts'
import { registerPanelForms } from './forms.ts'
import type { PanelParts } from './parts.ts'
import { rowModels, ticketModel } from './view-model.ts'

const eta = new Eta({ views: join(import.meta.dirname, 'views'), cache: true })
const maxFileBytes = 25 * 1024 * 1024
// Benchmarks run thousands of systems; the front page names the first of them.
const shownSystems = 200

/** The page on which a person plays the agent: ticket list and open ticket, rendered here, refreshed by a small poll. */
export async function registerPanel(app: FastifyInstance, parts: PanelParts): Promise<void> {
  await app.register(async (scope) => {
    await scope.register(multipart, { limits: { fileSize: maxFileBytes, files: 10 } })
    scope.setErrorHandler<FastifyError>((error, request, reply) => {
      const status = error instanceof RangeError ? (request.method === 'GET' ? 404 : 400) : (error.statusCode ?? 500)
      return reply.code(status).type('text/plain; charset=utf-8').send(`Nie udało się: ${error.message}`)
    })
    registerPages(scope, parts)
    registerPanelForms(scope, parts)
  })
}

function registerPages(app: FastifyInstance, { stores }: PanelParts): void {
  const withStore = (request: FastifyRequest): SystemStore => {
    const { system = '' } = request.params as { system?: string }
    const store = stores.get(system)
    if (!store) throw new RangeError(`nie ma konta ${system}`)
    settle(store)
    return store
  }
  const page = (reply: FastifyReply, store: SystemStore, ticket: TicketRecord | undefined): FastifyReply => {
    const { system, agents } = store.config
    return html(reply, './page', {
      system,
      agents: agents.filter((agent) => agent.active !== false),
      rows: rowModels(store, ticket?.id),
      ticket: ticket && ticketModel(store, ticket),
    })
  }

  app.get('/', (_request, reply) => {
    const [first] = stores.values()
    if (stores.size !== 1 || !first)
      return html(reply, './systems', { systems: [...stores.keys()].slice(0, shownSystems) })
    settle(first)
    return page(reply, first, undefined)
  })
  app.get('/:system', (request, reply) => page(reply, withStore(request), undefined))
  app.get<{ Params: { id: string } }>('/:system/tickets/:id', (request, reply) => {
    const store = withStore(request)
    return page(reply, store, ticketOf(store, request.params.id))
  })
  app.get<{ Querystring: { open?: string } }>('/:system/fragments/list', (request, reply) => {
    const store = withStore(request)
    const rows = rowModels(store, Number(request.query.open))
    return html(reply, './list', { system: store.config.system, rows })
  })
  app.get<{ Params: { id: string; part: string } }>('/:system/fragments/:part/:id', (request, reply) => {
    const store = withStore(request)
    const template = ['head', 'history', 'side'].find((part) => part === request.params.part)
    if (template === undefined) throw new RangeError('nie ma takiej części')
    const ticket = ticketModel(store, ticketOf(store, request.params.id))
    return html(reply, `./${template}`, { system: store.config.system, ticket })
  })
  app.get<{ Params: { id: string } }>('/:system/files/:id', (request, reply) => {
    const file = withStore(request).files.get(Number(request.params.id))
    if (!file) throw new RangeError('nie ma takiego pliku')
    return reply
      .type('application/octet-stream')
      .header('x-content-type-options', 'nosniff')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.filename)}`)
      .send(file.content)
  })
}

function ticketOf(store: SystemStore, id: string): TicketRecord {
  const ticket = store.tickets.get(Number(id))
  if (!ticket) throw new RangeError(`nie ma zgłoszenia ${id}`)
  return ticket
}

function html(reply: FastifyReply, template: string, data: Record<string, unknown>): FastifyReply {
  const nonce = randomUUID()
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
  ]
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy.join('; '))
    .header('cache-control', 'no-store')
    .send(eta.render(template, { ...data, nonce }))
}
