import type { FastifyInstance, FastifyRequest } from 'fastify'
import { authenticate, requestShop } from './access.ts'
import { inboxError } from '../model/api-error.ts'
import {
  operatorParticipant,
  orderEntity,
  postMessage,
  shopParticipant,
  shopSender,
  startThread,
} from '../world/conversations.ts'
import type { ThreadStart, World } from '../world/conversations.ts'
import { threadOfShop } from './inbox-read-routes.ts'
import {
  checkFiles,
  checkRoom,
  readBody,
  readRecipients,
  readRecipientTypes,
  readTopic,
  storedBody,
} from '../world/message-rules.ts'
import type { Message, Participant, Thread, Topic } from '../model/model.ts'
import { readMultipart } from '../model/multipart-input.ts'
import type { MultipartInput } from '../model/multipart-input.ts'
import { keyUserName } from '../world/actors.ts'

type ById = { Params: { id: string } }

/** M12, M14 and OR43. Every rule is checked before anything is kept. */
export function registerInboxWriting(api: FastifyInstance, world: World): void {
  const { state, clock, switches } = world

  api.post<ById>('/inbox/threads/:id/message', async (request, reply) => {
    state.release(clock.now().getTime())
    const shopId = requestShop(world, request)
    const thread = threadOfShop(world, shopId, request.params.id)
    const multipart = await readMultipart(request, 'message_input', switches)
    const body = readBody(multipart.input)
    const to = readRecipients(multipart.input, thread, switches)
    const topic = readTopic(multipart.input, 'ORDER_MESSAGING')
    checkFiles(multipart, body, switches)
    checkRoom(state, thread, multipart.files)
    if (topic) thread.topic = topic
    return reply.code(201).send(created(post(request, thread, to, body, multipart)))
  })

  api.post<ById>('/orders/:id/threads', async (request, reply) => {
    const shopId = requestShop(world, request)
    const order = state.orders.get(request.params.id)
    if (order?.shopId !== shopId) throw inboxError(404, 'order_id', `Order ${request.params.id} not found`)
    const multipart = await readMultipart(request, 'thread_input', switches)
    const body = readBody(multipart.input)
    const types = readRecipientTypes(multipart.input)
    const topic = requiredTopic(multipart.input, 'ORDER_MESSAGING')
    checkFiles(multipart, body, switches)
    const { customer, channel } = order
    const at = clock.now().getTime()
    const start: ThreadStart = { shopId, entities: [orderEntity(order)], topic, customer, channel, at }
    checkRoom(state, draft(start), multipart.files)
    const thread = startThread(world, start)
    const to = thread.authorized.filter((participant) => types.includes(participant.type))
    return reply.code(201).send(created(post(request, thread, to, body, multipart)))
  })

  api.post('/inbox/threads', async (request, reply) => {
    const shopId = requestShop(world, request)
    const multipart = await readMultipart(request, 'thread_input', switches)
    const body = readBody(multipart.input)
    const entity: unknown = multipart.input.entity
    if (typeof entity !== 'object' || entity === null || !('type' in entity) || entity.type !== 'SELLER_OPERATOR') {
      throw inboxError(400, 'entity.type', 'must be SELLER_OPERATOR', 'entity.type')
    }
    const topic = requiredTopic(multipart.input, 'MMP_SELLER_MESSAGING')
    checkFiles(multipart, body, switches)
    const label = shopParticipant(state, shopId).displayName
    const entities = [{ type: 'SELLER_OPERATOR', id: String(shopId), label }]
    const start: ThreadStart = { shopId, entities, topic, at: clock.now().getTime() }
    checkRoom(state, draft(start), multipart.files)
    const thread = startThread(world, start)
    return reply.code(201).send(created(post(request, thread, [operatorParticipant], body, multipart)))
  })

  function post(
    request: FastifyRequest,
    thread: Thread,
    to: Participant[],
    body: string,
    { files }: MultipartInput,
  ): Message {
    const userName = authenticate(world, request).userName || keyUserName(world, thread.shopId)
    return postMessage(world, thread, {
      from: shopSender(state, thread.shopId, userName),
      to,
      body: storedBody(body, switches),
      attachments: files,
    })
  }
}

function created(message: Message): { message_id: string; thread_id: string } {
  return { message_id: message.id, thread_id: message.threadId }
}

function requiredTopic(input: Record<string, unknown>, reasonType: string): Topic {
  const topic = readTopic(input, reasonType)
  if (!topic) throw inboxError(400, 'topic', 'must not be null', 'topic')
  return topic
}

/** A thread that is not kept yet, to ask about the room its entity has left. */
function draft(start: ThreadStart): Thread {
  return {
    ...start,
    id: '',
    authorized: [],
    current: [],
    createdAt: start.at,
    updatedAt: start.at,
    shopReplyNeededSince: null,
    noStoreReplyNeeded: [],
    messages: [],
  }
}
