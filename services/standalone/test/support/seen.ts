import { compareCheckpoints } from '@connector/event-log'
import { slowestPart } from '@connector/store'
import { until } from '@connector/test-kit'
import { humanLogin } from './account.ts'
import type { Shop, World } from './world.ts'

/** What people on both sides see of a seller's conversations, and what is still to be done. */

type Ticket = ReturnType<World['thulium']['ticket']>
type Thulium = Pick<World, 'thulium'>
type Tenant = Pick<Shop, 'tenantId'>

export const ticketOf = ({ thulium }: Thulium, { tenantId }: Tenant, threadId: string): Ticket | undefined =>
  thulium.tickets(tenantId).find(({ customFields }) => customFields['EmpikPlace wątek'] === threadId)

const texts = (world: Thulium, shop: Tenant, threadId: string, type: 'MAIL' | 'REPLY' | 'COMMENT'): string[] =>
  (ticketOf(world, shop, threadId)?.messages ?? [])
    .filter((message) => message.type === type && message.systemComment === '')
    .map(({ body, comment }) => (type === 'COMMENT' ? comment : body.replace(/<[^>]*>/g, '')))

/** Texts in the ticket as the buyer's, oldest first. */
export const mails = (world: Thulium, shop: Tenant, threadId: string): string[] => texts(world, shop, threadId, 'MAIL')
/** Texts in the ticket as sent to the buyer: agents' replies and the seller's messages from the EmpikPlace panel. */
export const replies = (world: World, shop: Shop, threadId: string): string[] => texts(world, shop, threadId, 'REPLY')
export const comments = (world: World, shop: Shop, threadId: string): string[] =>
  texts(world, shop, threadId, 'COMMENT')

/** The shop's messages in EmpikPlace, oldest first. */
export const answers = ({ empik }: Pick<World, 'empik'>, threadId: string): string[] =>
  empik.thread(threadId).messages.flatMap(({ from, body }) => (from.type === 'SHOP_USER' ? [body] : []))

export const ticketIdOf = (world: World, shop: Shop, threadId: string): Promise<number> =>
  until('the ticket', () => ticketOf(world, shop, threadId)?.ticketId)

/** Waits until EmpikPlace has given the order of a conversation, for which its ticket does not wait. */
export const orderRecorded = ({ repository }: World, shop: Shop, threadId: string): Promise<unknown> =>
  until('the order', async () => (await repository.conversation({ ...shop, threadId })).state.order)

export const mailSeen = (world: World, shop: Shop, threadId: string, text: string): Promise<unknown> =>
  until(`“${text}” in the ticket`, () => mails(world, shop, threadId).includes(text) || undefined)

export const answerSeen = (world: World, threadId: string, text: string): Promise<unknown> =>
  until(`“${text}” in EmpikPlace`, () => answers(world, threadId).includes(text) || undefined)

export interface Scene {
  shop: Shop
  threadId: string
  ticketId: number
}

/** A conversation with its ticket, in a new shop unless one is given. */
export async function begin(world: World, given?: Shop): Promise<Scene> {
  const shop = given ?? (await world.addShop())
  const { threadId } = world.empik.buyerWrites({ shopId: shop.shopId, text: 'Pytanie' })
  return { shop, threadId, ticketId: await ticketIdOf(world, shop, threadId) }
}

/** An agent answers in the ticket of the conversation, which must be there. Returns Thulium's id of the message. */
export function agentAnswers(
  world: Thulium,
  shop: Tenant,
  threadId: string,
  html: string,
  attachments: { filename: string; content: Buffer }[] = [],
): number {
  const ticket = ticketOf(world, shop, threadId)
  if (!ticket) throw new RangeError(`Conversation ${threadId} has no ticket`)
  return world.thulium.agentReplies({
    system: shop.tenantId,
    ticketId: ticket.ticketId,
    login: humanLogin,
    html,
    attachments,
  })
}

export const effectsIn = (world: World, { tenantId }: Shop, states: readonly string[]) =>
  world.store.db
    .selectFrom('effects')
    .select(['effect_key', 'state', 'failure_message'])
    .where('tenant_id', '=', tenantId)
    .where('state', 'in', states)
    .execute()

/** Waits until all that is in the log now has asked for its effects. */
async function allPlanned({ store, log }: World): Promise<void> {
  const head = await log.head()
  if (head === undefined) return
  await until('the projection', async () => {
    const { rows } = await store.pool.query<{ position: string | null }>(`select ${slowestPart} as position`)
    const position = rows[0]?.position ?? undefined
    return compareCheckpoints(position, head) >= 0 || undefined
  })
}

/** Waits until every effect that what happened so far asked for has its outcome, be it that it needs a person. */
export async function nothingUnderWay(world: World, shop: Shop): Promise<void> {
  await allPlanned(world)
  await until(
    'nothing under way',
    async () => (await effectsIn(world, shop, ['planned', 'claimed', 'unknown'])).length === 0 || undefined,
  )
  // The last outcomes may have asked for more.
  await allPlanned(world)
  if ((await effectsIn(world, shop, ['planned', 'claimed', 'unknown'])).length > 0) await nothingUnderWay(world, shop)
}
