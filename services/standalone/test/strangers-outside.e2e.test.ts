import { randomBytes } from 'node:crypto'
import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { statusOf } from './support/administrator.ts'
import { agentAnswers, answerSeen, begin, mails } from './support/seen.ts'
import { goesOn } from './support/strangers.ts'
import { createWorld } from './support/world.ts'

/** More inputs of the kinds that strangers reported: how the two sides answer. */

t.setTimeout(540_000)

const skip = noDatabase ?? false

await t.test('inputs of strangers', { skip }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  await world.startServices()
  const { empik, thulium } = world

  await t.test('answers in other forms', { jobs: 4 }, async (t) => {
    const forms = [
      ['deflate without its head', { coding: 'deflate-raw' }],
      ['Brotli, in ISO 8859-2', { coding: 'br', charset: 'iso-8859-2' }],
      ['UTF-16', { charset: 'utf-16le' }],
      ['UTF-8 with a mark', { charset: 'utf-8-bom' }],
    ] as const
    for (const [name, form] of forms)
      void t.test(name, async (t) => {
        const { shop, threadId } = await begin(world)
        const fault = { kind: 'recode', ...form } as const
        empik.faults.add({ operation: 'M11', subject: shop.apiKey, times: 3, fault })
        thulium.faults.add({ operation: 'GET tickets/:id', subject: shop.tenantId, times: 3, fault })
        thulium.faults.add({ operation: 'GET tickets', subject: shop.tenantId, times: 2, fault })
        await goesOn(t, world, shop, threadId)
      })
    for (const body of ['gateway-json', 'challenge', 'html', 'empty'] as const)
      void t.test(`401 and 410 of a gateway (${body})`, async (t) => {
        const { shop, threadId } = await begin(world)
        for (const status of [401, 410]) {
          const fault = { kind: 'status', status, body } as const
          empik.faults.add({ operation: '*', subject: shop.apiKey, times: 4, fault })
          // Of a Thulium that shows no login beside it nobody knows who refused.
          if (status === 410) thulium.faults.add({ operation: 'GET tickets', subject: shop.tenantId, times: 4, fault })
        }
        await goesOn(t, world, shop, threadId)
        t.match(await statusOf(world, shop), { status: 'running' })
      })
    for (const retryAfter of ['epoch-milliseconds', 'http-date', '0.5', '-3', 'za chwilę'])
      void t.test(`429 with Retry-After ${retryAfter}`, async (t) => {
        const { shop, threadId } = await begin(world)
        const fault = { kind: 'status', status: 429, retryAfter, retryAfterSeconds: 1 } as const
        empik.faults.add({ operation: 'M12', subject: shop.apiKey, fault })
        await goesOn(t, world, shop, threadId)
      })
    await t.test('half a file, and documents of other kinds in its place', async (t) => {
      const { shop, threadId } = await begin(world)
      for (const fault of [
        { kind: 'part' },
        { kind: 'document', document: 'xml' },
        { kind: 'document', document: 'html' },
      ] as const) {
        empik.faults.add({ operation: 'M13', subject: shop.apiKey, fault })
        thulium.faults.add({ operation: 'GET attachments/:id', subject: shop.tenantId, fault })
      }
      const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(5_000), Buffer.from('\n%%EOF\n')])
      empik.buyerWrites({
        shopId: shop.shopId,
        threadId,
        text: 'Paragon',
        attachments: [{ name: 'paragon.pdf', content }],
      })
      // Its text tells of the file, too.
      await until(
        'the message in the ticket',
        () => mails(world, shop, threadId).some((text) => text.startsWith('Paragon')) || undefined,
      )
      agentAnswers(world, shop, threadId, 'Faktura', [{ filename: 'faktura.pdf', content }])
      await answerSeen(world, threadId, 'Faktura')
      const file = await until(
        'the file',
        () =>
          empik
            .thread(threadId)
            .messages.flatMap(({ from, attachments }) => (from.type === 'SHOP_USER' ? attachments : []))[0],
      )
      t.same(empik.state.attachments.get(file.id)?.content, content)
    })
  })
})
