import { randomBytes } from 'node:crypto'
import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { statusOf } from './support/administrator.ts'
import { humanLogin } from './support/account.ts'
import { agentAnswers, begin, effectsIn, mailSeen } from './support/seen.ts'
import { goesOn, neighbour } from './support/strangers.ts'
import { createWorld } from './support/world.ts'

/** Inputs that are larger than anybody planned for. */

t.setTimeout(540_000)

const skip = noDatabase ?? false
const mebibyte = 1024 * 1024

await t.test('what is large holds up nobody', { skip }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  await world.startServices()
  const { empik, thulium } = world
  const words = (bytes: number): string => 'słowo '.repeat(bytes / 7)

  await t.test('a ticket that became large', { jobs: 2 }, async (t) => {
    type Grow = (system: string, ticketId: number) => void
    const inFile = randomBytes(14 * mebibyte).toString('base64')
    const grown: Record<string, Grow> = {
      '20 MB of plain comments': (system, ticketId) => {
        for (let count = 0; count < 20; count += 1)
          thulium.agentComments({ system, ticketId, login: humanLogin, text: words(mebibyte) })
      },
      'a file of 14 MB that is written into an answer': (system, ticketId) =>
        thulium.agentReplies({
          system,
          ticketId,
          login: humanLogin,
          html: `<p>W załączeniu <a href="data:application/pdf;base64,${inFile}">faktura</a>.</p>`,
        }),
    }
    for (const [name, grow] of Object.entries(grown))
      void t.test(name, async (t) => {
        const { shop, threadId, ticketId } = await begin(world)
        grow(shop.tenantId, ticketId)
        await goesOn(t, world, shop, threadId)
        await neighbour(t, world, shop)
        t.same(await effectsIn(world, shop, ['parked']), [])
      })
    await t.test('50 MB: it is told by its number, and holds up no other conversation', async (t) => {
      const { shop, threadId, ticketId } = await begin(world)
      for (let count = 0; count < 5; count += 1)
        thulium.agentComments({ system: shop.tenantId, ticketId, login: humanLogin, text: words(10 * mebibyte) })
      agentAnswers(world, shop, threadId, 'Zostaje w zgłoszeniu')
      const stream = `integration-${shop.tenantId}-${shop.integrationId}`
      const told = await until('it to be told', async () =>
        (await world.log.readStream(stream)).find(({ type }) => type === 'InputUnreadable'),
      )
      t.match(told.data, { side: 'thulium', reason: new RegExp(`^ticket ${ticketId}: .*does not reach the buyer`) })
      empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Kupujący pisze dalej' })
      await mailSeen(world, shop, threadId, 'Kupujący pisze dalej')
      await neighbour(t, world, shop)
      const { health } = await statusOf(world, shop)
      t.match(health, { level: 'failing', reason: { pl: /większa, niż łącznik przyjmuje/ } })
    })
  })

  await t.test('a page that is small on the way and 18 MB behind it', async (t) => {
    const { shop, threadId } = await begin(world)
    const fault = { kind: 'recode', coding: 'gzip', padToBytes: 18 * mebibyte } as const
    empik.faults.add({ operation: 'M11', subject: shop.apiKey, times: 2, fault })
    for (const operation of ['GET tickets', 'GET tickets/:id'])
      thulium.faults.add({ operation, subject: shop.tenantId, fault })
    await goesOn(t, world, shop, threadId)
  })
})
