import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import multipart from '@fastify/multipart'
import { Eta } from 'eta'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { EmpikPlaceActions } from '../script/actions.ts'
import type { World } from '../world/conversations.ts'
import type { Thread } from '../model/model.ts'
import { readWriting, writeConversation } from './page-writes.ts'
import { conversationView, listView, orderChoices, orderView } from './view-model.ts'

type PageQuery = { shop?: string; thread?: string; new?: string; error?: string }

// Everything shown is written by others: no foreign scripts, frames or pictures.
const pagePolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'"

/** The page on which a person plays the buyer, the seller and the operator. */
export async function registerPage(app: FastifyInstance, world: World, actions: EmpikPlaceActions): Promise<void> {
  const { state, clock } = world
  const eta = new Eta({ views: join(import.meta.dirname, 'views'), cache: true })
  const publicFile = (name: string) => readFileSync(join(import.meta.dirname, 'public', name))
  const style = publicFile('panel.css')
  const script = publicFile('panel.js')

  await app.register(async (page) => {
    await page.register(multipart, { limits: { fileSize: 64 * 1024 * 1024, files: 60 } })

    page.get('/panel/style.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(style))
    page.get('/panel/script.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(script))

    page.get<{ Querystring: PageQuery }>('/', (request, reply) => {
      state.release(clock.now().getTime())
      const thread = openThread(request.query)
      const shopId = thread?.shopId ?? (Number(request.query.shop) || state.shops.keys().next().value || 0)
      const parts = render(shopId, thread)
      const html = eta.render('./page', {
        ...parts,
        shops: [...state.shops.values()],
        shop: state.shops.get(shopId),
        keys: [...state.keys.values()].filter((key) => key.shopIds.includes(shopId)),
        conversation: thread && conversationView(world, thread),
        isNew: request.query.new !== undefined,
        orders: orderChoices(world, shopId),
        error: request.query.error,
      })
      return sendPage(reply, html)
    })

    page.get<{ Querystring: PageQuery & { version?: string } }>('/panel/changes', (request, reply) => {
      state.release(clock.now().getTime())
      const thread = openThread(request.query)
      const parts = render(thread?.shopId ?? Number(request.query.shop), thread)
      return parts.version === request.query.version ? reply.code(204).send() : reply.send(parts)
    })

    page.post('/panel/messages', async (request, reply) => {
      const writing = await readWriting(request)
      try {
        const { threadId } = writeConversation(world, actions, writing)
        return await reply.redirect(`/?shop=${writing.shopId}&thread=${threadId}`, 303)
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        const where = writing.threadId === undefined ? 'new=1' : `thread=${encodeURIComponent(writing.threadId)}`
        return reply.redirect(`/?shop=${writing.shopId}&${where}&error=${encodeURIComponent(error.message)}`, 303)
      }
    })

    page.get<{ Params: { id: string } }>('/panel/attachments/:id', (request, reply) => {
      const attachment = state.attachments.get(request.params.id)
      if (!attachment || attachment.deleted)
        return reply.code(404).type('text/plain; charset=utf-8').send('Nie ma takiego załącznika')
      const isPicture = /^image\/(png|jpeg|gif)$/.test(attachment.type)
      reply.header('x-content-type-options', 'nosniff')
      reply.header(
        'content-disposition',
        `${isPicture ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(attachment.name)}`,
      )
      return reply.type(isPicture ? attachment.type : 'application/octet-stream').send(attachment.content)
    })
  })

  function openThread(query: PageQuery): Thread | undefined {
    return query.thread === undefined ? undefined : state.threads.get(query.thread)
  }

  /** The parts that change by themselves, with a version that tells whether they have. */
  function render(shopId: number, thread: Thread | undefined) {
    const list = eta.render('./list', listView(world, shopId, thread?.id))
    const messages = thread ? eta.render('./messages', conversationView(world, thread)) : ''
    const order = thread ? eta.render('./order', { order: orderView(world, thread) }) : ''
    const version = createHash('sha1').update(list).update(messages).update(order).digest('hex')
    return { list, messages, order, version }
  }
}

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', pagePolicy)
    .header('x-content-type-options', 'nosniff')
    .send(html)
}
