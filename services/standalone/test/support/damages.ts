import { accountConfig, agentLogin, humanLogin } from './account.ts'
import type { Scene } from './seen.ts'
import { ticketOf } from './seen.ts'
import type { World } from './world.ts'

/** What people and faults do behind the connector's back, for what a reconciliation must find. */
export function damagesIn(world: World) {
  const { empik, thulium, store } = world
  const url = (world.environment['THULIUM_URL'] ?? '').replace('{system}', '')

  async function call({ shop }: Scene, method: string, path: string, body: object): Promise<void> {
    const { apiUser, password } = accountConfig(shop.tenantId)
    const answer = await fetch(`${url}${shop.tenantId}/api/${path}`, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`${apiUser}:${password}`).toString('base64')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  }

  const messageOf = ({ threadId }: Scene, text: string) => {
    const { messages } = empik.thread(threadId)
    const place = messages.findIndex(({ body }) => body.includes(text))
    const message = messages[place]
    if (!message) throw new RangeError(`There is no “${text}”`)
    return { messages, place, message }
  }

  const entryOf = ({ shop, threadId }: Scene, text: string) => {
    const entry = ticketOf(world, shop, threadId)?.messages.find(({ body, comment }) =>
      `${body}${comment}`.includes(text),
    )
    if (!entry) throw new RangeError(`There is no “${text}” in the ticket`)
    return entry
  }

  return {
    /** The marketplace shows a message that nobody has read. */
    buyerWrites: ({ shop, threadId }: Scene, text: string) =>
      empik.buyerWrites({ shopId: shop.shopId, threadId, text }),
    /** An agent answers, and nobody looks. */
    agentAnswers: ({ shop, ticketId }: Scene, html: string) =>
      thulium.agentReplies({ system: shop.tenantId, ticketId, login: humanLogin, html }),
    entryDeleted: (scene: Scene, text: string): void =>
      thulium.deleteMessage({
        system: scene.shop.tenantId,
        ticketId: scene.ticketId,
        messageId: entryOf(scene, text).messageId,
      }),
    /** As the buyer's, once more or for the first time. */
    entryAdded: (scene: Scene, body: string): Promise<void> =>
      call(scene, 'POST', `tickets/${scene.ticketId}/customer_response`, { body, body_type: 'PLAIN' }),
    commentAdded: ({ shop, ticketId }: Scene, comment: string): number =>
      thulium.agentComments({ system: shop.tenantId, ticketId, login: agentLogin, text: comment }),
    replyGone(scene: Scene, text: string): void {
      const { messages, place } = messageOf(scene, text)
      messages.splice(place, 1)
    },
    replyTwice(scene: Scene, text: string): void {
      const { messages, message } = messageOf(scene, text)
      messages.push({ ...message, id: crypto.randomUUID(), createdAt: message.createdAt + 1_000 })
    },
    fileGone(scene: Scene, text: string): void {
      messageOf(scene, text).message.attachments = []
    },
    markChanged: ({ shop, ticketId }: Scene): void =>
      thulium.changeTicket({ system: shop.tenantId, ticketId, customFields: { 'EmpikPlace wątek': 'inny' } }),
    ticketDeleted: ({ shop, ticketId }: Scene): void => thulium.deleteTicket({ system: shop.tenantId, ticketId }),
    customerFieldChanged: (scene: Scene, customerId: number): Promise<void> =>
      call(scene, 'PUT', `customers/${customerId}`, { custom_fields: { 'Empik ID': 'ktoś inny' } }),
    /** A row says that it was done, and the log knows nothing of it; and another row is gone. */
    async ledgerDamaged({ threadId }: Scene): Promise<void> {
      await store.db
        .deleteFrom('effects')
        .where('thread_id', '=', threadId)
        .where('kind', '=', 'customer:link')
        .execute()
      await store.db
        .updateTable('effects')
        .set({ state: 'parked', parked_code: 'effect.refused' })
        .where('thread_id', '=', threadId)
        .where('kind', '=', 'ticket:create')
        .execute()
    },
  }
}
