import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { requestQuery, requestShop } from './access.ts'
import { inboxError } from '../model/api-error.ts'
import type { World } from '../world/conversations.ts'
import type { Attachment, Thread } from '../model/model.ts'
import { PageTokens } from './page-token.ts'
import type { PagePosition, PageWalk } from './page-token.ts'
import { queryList, queryPageSize, queryText } from './query.ts'
import { readPage } from './thread-pages.ts'
import { readInstant } from '../model/date.ts'
import { wireThread } from './thread-view.ts'

type ById = { Params: { id: string } }

const m11Parameters = new Set([
  ...['shop_id', 'updated_since', 'with_messages', 'entity_type', 'entity_id', 'channel_codes'],
  ...['limit', 'page_token', 'sort'],
])
const defaultLimit = 50

/** Tokens of empty pages, each leading to the other. */
const circle: Record<string, string> = { first: 'second', second: 'first' }

/** M10, M11 and M13. `beforeNextPage` runs when a page after the first is asked for, before it is read. */
export function registerInboxReading(api: FastifyInstance, world: World, beforeNextPage: () => void): void {
  const { state, clock, switches } = world
  const tokens = new PageTokens()

  api.get('/inbox/threads', (request) => {
    const now = clock.now().getTime()
    const shopId = requestShop(world, request)
    const token = queryText(request, 'page_token')
    if (token !== undefined) beforeNextPage()
    state.release(now)
    const further = token === undefined ? undefined : circle[token]
    if (further !== undefined) return { data: [], next_page_token: further }
    // With a token all other parameters are ignored (General Notes); the shop still comes from the call.
    const walk = token === undefined ? firstWalk(request, shopId, switches.get('overLimit')) : openToken(token, now)
    if (token === undefined && switches.get('m11UnknownParameters') === 'reject') rejectUnknown(request)
    if (walk.shopId !== shopId && switches.get('pageTokenShop') !== 'from-token') {
      if (switches.get('pageTokenShop') === 'empty') return { data: [] }
      throw inboxError(400, 'page_token', 'The page token belongs to another shop', 'page_token')
    }
    const page = readPage(world, walk)
    const first = page.threads[0]
    const last = page.threads.at(-1)
    const turn = (direction: PagePosition['direction'], { id, updatedAt }: Thread) =>
      tokens.issue({ ...walk, position: { direction, id, updatedAt } }, now)
    return {
      data: page.threads.map((thread) => wireThread(world, thread, walk.withMessages ? 'last' : 'none')),
      ...(page.hasOlder && last
        ? { next_page_token: turn('after', last) }
        : switches.get('pageTokenAtEnd') === 'circle' && { next_page_token: 'first' }),
      ...(page.hasNewer && first && { previous_page_token: turn('before', first) }),
    }
  })

  api.get<ById>('/inbox/threads/:id', (request) => {
    state.release(clock.now().getTime())
    const thread = threadOfShop(world, requestShop(world, request), request.params.id)
    const answer = wireThread(world, thread, 'all')
    if (!answer) throw unknownThread(request.params.id)
    return answer
  })

  api.get<ById>('/inbox/threads/:id/download', (request, reply) => {
    const shopId = requestShop(world, request)
    const attachment = state.attachments.get(request.params.id)
    if (attachment?.shopId !== shopId) throw unknownAttachment(404)
    if (attachment.deleted) throw unknownAttachment(switches.get('deletedAttachment'))
    nameDownload(reply, attachment, switches.get('downloadName'))
    reply.type(switches.get('downloadType') === 'real' ? attachment.type : 'application/octet-stream')
    return reply.send(attachment.content)
  })

  function openToken(token: string, now: number): PageWalk {
    return tokens.open(token, now, switches.get('pageTokenLifetimeMs'))
  }
}

/** The thread, when it exists, belongs to the shop and has something the shop may see. */
export function threadOfShop({ state }: World, shopId: number, id: string): Thread {
  const thread = state.threads.get(id)
  if (thread?.shopId !== shopId || thread.messages.length === 0) throw unknownThread(id)
  return thread
}

function unknownThread(id: string): Error {
  return inboxError(404, 'thread_id', `Thread ${id} not found`)
}

function unknownAttachment(status: number): Error {
  return inboxError(status, 'attachment_id', 'Attachment not found')
}

function firstWalk(request: FastifyRequest, shopId: number, overLimit: string): PageWalk {
  const updatedSince = readInstant('updated_since', queryText(request, 'updated_since'))
  const entityType = queryText(request, 'entity_type')
  const entityIds = queryList(request, 'entity_id')
  const channels = queryList(request, 'channel_codes')
  if (entityIds && entityType === undefined) {
    throw inboxError(400, 'entity_id', 'entity_type must be specified to filter by entity_id', 'entity_id')
  }
  return {
    shopId,
    limit: queryPageSize(request, 'limit', defaultLimit, overLimit),
    ...(updatedSince !== undefined && { updatedSince }),
    withMessages: queryText(request, 'with_messages') === 'true',
    ...(entityType !== undefined && { entityType }),
    ...(entityIds && { entityIds }),
    ...(channels && { channels }),
  }
}

function rejectUnknown(request: FastifyRequest): void {
  const name = Object.keys(requestQuery(request)).find((one) => !m11Parameters.has(one))
  if (name !== undefined) throw inboxError(400, name, `Unknown parameter ${name}`, name)
}

function nameDownload(reply: FastifyReply, attachment: Attachment, style: string): void {
  if (style === 'absent') return
  const name = attachment.name.replace(/["\\\r\n]/g, '_')
  // Header values are latin1 on the wire, so raw UTF-8 bytes are passed one by one as characters.
  const raw = Buffer.from(name).toString('latin1')
  const plain = name.replace(/[^\x20-\x7e]/g, '_')
  const encoded = encodeURIComponent(attachment.name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)
  reply.header(
    'content-disposition',
    style === 'raw-utf8'
      ? `attachment; filename="${raw}"`
      : `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
  )
}
