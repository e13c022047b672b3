import type { FastifyInstance, FastifyReply } from 'fastify'
import type { World } from '../world/conversations.ts'
import type {
  AttachmentInput,
  BuyerWrites,
  KeyInput,
  OperatorWrites,
  OrderInput,
  SellerWrites,
  ShopInput,
  WriteInput,
} from '../model/inputs.ts'
import type { Anonymise } from '../world/anonymise.ts'
import type { EmpikPlaceActions } from './actions.ts'

type JsonAttachment = { name: string; base64?: string; text?: string; type?: string }
type JsonFields = { attachments?: JsonAttachment[]; at?: string }
type FromJson<T extends WriteInput> = Omit<T, keyof JsonFields> & JsonFields
type OrderJson = Omit<OrderInput, 'createdAt'> & { createdAt?: string }

/** The in-process actions as routes under `/__sandbox/`, for scripts and other processes. See the README of the package. */
export function registerScript(app: FastifyInstance, { state, clock }: World, actions: EmpikPlaceActions): void {
  const attempt = (reply: FastifyReply, act: () => unknown) => {
    try {
      return reply.code(201).send(act() ?? {})
    } catch (error) {
      if (error instanceof RangeError) return reply.code(400).send({ message: error.message })
      throw error
    }
  }

  app.get('/__sandbox/shops', () => ({ shops: [...state.shops.values()] }))
  app.get('/__sandbox/keys', () => ({ keys: [...state.keys.values()] }))
  app.get('/__sandbox/orders', () => ({ orders: [...state.orders.values()] }))
  app.get<{ Params: { id: string } }>('/__sandbox/shops/:id/threads', (request) => {
    state.release(clock.now().getTime())
    return { threads: [...state.threadsOfShop(Number(request.params.id)).newestFirst()] }
  })
  app.get<{ Params: { id: string } }>('/__sandbox/threads/:id', (request, reply) => {
    const thread = state.threads.get(request.params.id)
    return thread ? actions.thread(thread.id) : reply.code(404).send({ message: 'No such thread' })
  })

  app.post<{ Body: ShopInput }>('/__sandbox/shops', { schema: required('id') }, (request, reply) =>
    attempt(reply, () => actions.addShop(request.body)),
  )
  app.post<{ Body: KeyInput }>('/__sandbox/keys', { schema: required('shopIds') }, (request, reply) =>
    attempt(reply, () => actions.addKey(request.body)),
  )
  app.delete<{ Params: { key: string } }>('/__sandbox/keys/:key', (request, reply) =>
    reply.code(actions.removeKey(request.params.key) ? 204 : 404).send(),
  )
  app.post<{ Body: OrderJson }>('/__sandbox/orders', { schema: required('shopId') }, (request, reply) => {
    const { createdAt, ...order } = request.body
    return attempt(reply, () =>
      actions.addOrder({ ...order, ...(createdAt !== undefined && { createdAt: new Date(createdAt) }) }),
    )
  })

  const writing = required('shopId', 'text')
  app.post<{ Body: FromJson<BuyerWrites> }>('/__sandbox/buyer-writes', { schema: writing }, (request, reply) =>
    attempt(reply, () => actions.buyerWrites(fromJson(request.body))),
  )
  app.post<{ Body: FromJson<SellerWrites> }>('/__sandbox/seller-writes', { schema: writing }, (request, reply) =>
    attempt(reply, () => actions.sellerWrites(fromJson(request.body))),
  )
  app.post<{ Body: FromJson<OperatorWrites> }>(
    '/__sandbox/operator-writes',
    { schema: required('shopId', 'text', 'to') },
    (request, reply) => attempt(reply, () => actions.operatorWrites(fromJson(request.body))),
  )
  app.post<{ Body: FromJson<BuyerWrites> }>('/__sandbox/before-next-page', { schema: writing }, (request, reply) =>
    attempt(reply, () => {
      const input = fromJson(request.body)
      actions.beforeNextPage(() => actions.buyerWrites(input))
      return {}
    }),
  )

  app.post<{ Body: Anonymise }>('/__sandbox/anonymise', { schema: required('customerId') }, (request, reply) =>
    attempt(reply, () => ({ threads: actions.anonymiseCustomer(request.body) })),
  )
  app.delete<{ Params: { id: string } }>('/__sandbox/attachments/:id', (request, reply) =>
    reply.code(actions.deleteAttachment(request.params.id) ? 204 : 404).send(),
  )
}

function required(...names: string[]): { body: object } {
  return { body: { type: 'object', required: names } }
}

function fromJson<T extends object>(
  body: T & JsonFields,
): Omit<T & JsonFields, keyof JsonFields> & Pick<WriteInput, keyof JsonFields> {
  const { attachments, at, ...rest } = body
  return {
    ...rest,
    ...(attachments && { attachments: attachments.map(fromJsonAttachment) }),
    ...(at !== undefined && { at: new Date(at) }),
  }
}

function fromJsonAttachment(file: JsonAttachment): AttachmentInput {
  return {
    name: file.name,
    content: file.base64 === undefined ? (file.text ?? '') : Buffer.from(file.base64, 'base64'),
    ...(file.type !== undefined && { type: file.type }),
  }
}
