import { randomUUID } from 'node:crypto'
import type { Test } from 'tap'
import { agentAnswers, answerSeen, mailSeen, ticketIdOf } from './seen.ts'
import type { Shop, World } from './world.ts'

/** What must hold of every input of strangers, whatever it is. */

const ticketsOf = ({ thulium }: World, { tenantId }: Shop, threadId: string): number =>
  thulium.tickets(tenantId).filter(({ customFields }) => customFields['EmpikPlace wątek'] === threadId).length

/** An agent's answer reaches the buyer, and what the buyer says next the same ticket. */
export async function goesOn(t: Test, world: World, shop: Shop, threadId: string): Promise<void> {
  const [answer, question] = [`Odpowiedź ${randomUUID()}`, `Dopisek ${randomUUID()}`]
  agentAnswers(world, shop, threadId, answer)
  await answerSeen(world, threadId, answer)
  world.empik.buyerWrites({ shopId: shop.shopId, threadId, text: question })
  await mailSeen(world, shop, threadId, question)
  t.equal(ticketsOf(world, shop, threadId), 1)
}

/** Another conversation of the shop, which nothing may hold up. */
export async function neighbour(t: Test, world: World, shop: Shop): Promise<void> {
  const { threadId } = world.empik.buyerWrites({ shopId: shop.shopId, text: 'Sąsiednia' })
  await ticketIdOf(world, shop, threadId)
  await goesOn(t, world, shop, threadId)
}
