import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { agentAnswers, answerSeen, begin, mailSeen } from './support/seen.ts'
import { goesOn, neighbour } from './support/strangers.ts'
import { createWorld } from './support/world.ts'

/** Inputs of the kinds that strangers reported of other programs, each other than the one they reported. */

t.setTimeout(540_000)

const skip = noDatabase ?? false
const day = 24 * 3_600_000

await t.test('inputs of strangers', { skip }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  await world.startServices()
  const { empik, thulium } = world
  const now = () => world.clock.now().getTime()

  await t.test('no date leads', { jobs: 6 }, async (t) => {
    void t.test('of a conversation long ago', async (t) => {
      const shop = await world.addShop()
      empik.buyerWrites({ shopId: shop.shopId, text: 'Z innego czasu', at: new Date('1970-01-02T00:00:00Z') })
      await neighbour(t, world, shop)
    })
    await t.test('of a ticket', async (t) => {
      const { shop, threadId, ticketId } = await begin(world)
      const updatedAt = new Date(now() + 30 * day).toISOString()
      thulium.changeTicket({ system: shop.tenantId, ticketId, updatedAt })
      await neighbour(t, world, shop)
      await goesOn(t, world, shop, threadId)
    })
  })

  await t.test('one refusal of a ticket is no verdict', { jobs: 6 }, async (t) => {
    for (const [name, times, fault] of [
      ['404 of the API', 1, { kind: 'status', status: 404 }],
      ['404 of a page', 1, { kind: 'status', status: 404, body: 'html' }],
      ['404 without a word', 1, { kind: 'status', status: 404, body: 'empty' }],
      ['410', 1, { kind: 'status', status: 410 }],
      ['404, three times', 3, { kind: 'status', status: 404 }],
      ['409', 2, { kind: 'status', status: 409 }],
    ] as const)
      void t.test(name, async (t) => {
        const { shop, threadId } = await begin(world)
        thulium.faults.add({ operation: 'GET tickets/:id', subject: shop.tenantId, times, fault })
        agentAnswers(world, shop, threadId, 'Pierwsza odpowiedź')
        await answerSeen(world, threadId, 'Pierwsza odpowiedź')
        await goesOn(t, world, shop, threadId)
      })
    await t.test('404 of what the buyer says', async (t) => {
      const { shop, threadId } = await begin(world)
      const fault = { kind: 'status', status: 404 } as const
      thulium.faults.add({ operation: 'POST tickets/:id/customer_response', subject: shop.tenantId, fault })
      empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Jeszcze jedno' })
      await mailSeen(world, shop, threadId, 'Jeszcze jedno')
      await goesOn(t, world, shop, threadId)
    })
  })
})
