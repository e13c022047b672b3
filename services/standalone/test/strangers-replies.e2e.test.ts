import { randomUUID } from 'node:crypto'
import { noDatabase, until } from '@connector/test-kit'
import t, { type Test } from 'tap'
import {
  agentAnswers,
  answers,
  answerSeen,
  begin,
  comments,
  mails,
  mailSeen,
  nothingUnderWay,
  ticketIdOf,
  ticketOf,
} from './support/seen.ts'
import { goesOn, neighbour } from './support/strangers.ts'
import { createWorld } from './support/world.ts'

/** Replies of nothing but files, large numbers, and messages that are not for the shop: inputs of the kinds that strangers reported. */

t.setTimeout(540_000)

const skip = noDatabase ?? false
const pdf = { filename: 'Faktura 12.pdf', content: Buffer.from('%PDF-1.4\n%%EOF\n') }
const other = { filename: 'Etykieta.pdf', content: Buffer.from('%PDF-1.4\nX\n%%EOF\n') }
const beyond = ['9007199254740993', '9007199254740992', '18446744073709551616']

await t.test('inputs of strangers', { skip }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  await world.startServices()
  const { empik, thulium } = world

  /** Files of the shop's messages at EmpikPlace, in order. */
  const filesOf = (threadId: string): string[] =>
    empik
      .thread(threadId)
      .messages.flatMap(({ from, attachments }) =>
        from.type === 'SHOP_USER' ? attachments.map(({ name }) => name) : [],
      )

  await t.test('a reply that is only a file', { jobs: 4 }, async (t) => {
    const said = (threadId: string): string[] => answers(world, threadId)
    for (const [name, html, files, texts] of [
      ['nothing', '', [pdf], []],
      ['a blank', '<p>&nbsp;</p><p><br></p>', [pdf, other], []],
      ['signs without a shape', '\u200b\u00ad\ufeff', [pdf], []],
      ['a signature', '<p>-- <br>Anna Nowak<br>Sklep</p>', [pdf], []],
      ['a text that is too short', '<p>ok</p>', [pdf, other], []],
      ['words', '<p>W załączniku.</p>', [pdf], ['W załączniku.']],
    ] as const)
      void t.test(name, async (t) => {
        const { shop, threadId } = await begin(world)
        agentAnswers(world, shop, threadId, html, [...files])
        await until('the files', () => filesOf(threadId).length >= files.length || undefined)
        await nothingUnderWay(world, shop)
        t.equal(filesOf(threadId).length, files.length, 'each once')
        t.same(
          said(threadId).filter((text) => !text.startsWith('Załącznik: ')),
          texts,
        )
        const told = comments(world, shop, threadId).filter((text) => text.includes('3 znaki'))
        t.equal(told.length, name === 'a text that is too short' ? 1 : 0, 'a text that stays behind is told')
        await goesOn(t, world, shop, threadId)
      })
    await t.test('of nothing: it is told, and what comes behind it goes', async (t) => {
      const { shop, threadId } = await begin(world)
      agentAnswers(world, shop, threadId, '', [{ filename: 'Pusta.pdf', content: Buffer.alloc(0) }, other])
      await until('the file behind it', () => filesOf(threadId)[0])
      await until('a word of it', () => comments(world, shop, threadId).find((text) => text.includes('Pusta.pdf')))
      t.equal(filesOf(threadId).length, 1)
      await goesOn(t, world, shop, threadId)
    })
  })

  await t.test('numbers that no number can hold', { jobs: 3 }, async (t) => {
    void t.test('of buyers: each has a record of his own', async (t) => {
      empik.switches.set('numericIds', true)
      t.teardown(() => empik.switches.set('numericIds', false))
      const shop = await world.addShop()
      const threads = beyond.map(
        (id) =>
          empik.buyerWrites({
            shopId: shop.shopId,
            text: `Jestem ${id}`,
            customer: { id, firstname: 'A', lastname: id },
          }).threadId,
      )
      const records = new Set<unknown>()
      for (const threadId of threads) {
        await ticketIdOf(world, shop, threadId)
        records.add(ticketOf(world, shop, threadId)?.customerId)
        await goesOn(t, world, shop, threadId)
      }
      t.equal(records.size, beyond.length)
    })
    void t.test('of entries in a ticket: told, and the others go', async (t) => {
      const { shop, threadId } = await begin(world)
      agentAnswers(world, shop, threadId, 'Pod zbyt dużym numerem')
      const ticketRead = { operation: 'GET tickets/:id', subject: shop.tenantId, times: null }
      const changes = { 'messages.1.message_id': beyond[0] }
      const { id } = thulium.faults.add({ ...ticketRead, fault: { kind: 'edit', changes } })
      await until('it to be told', async () =>
        (await world.repository.integration(shop)).state.unreadable.size > 0 ? true : undefined,
      )
      await neighbourUntouched(t)
      thulium.faults.remove(id)
      await answerSeen(world, threadId, 'Pod zbyt dużym numerem')

      async function neighbourUntouched(t: Test): Promise<void> {
        const another = await begin(world)
        await goesOn(t, world, another.shop, another.threadId)
      }
    })
    await t.test('of a new ticket: it is searched for, and found', async (t) => {
      const shop = await world.addShop()
      const fault = { kind: 'edit', changes: { ticket_id: beyond[0] } } as const
      thulium.faults.add({ operation: 'POST tickets', subject: shop.tenantId, fault })
      await neighbour(t, world, shop)
      t.equal(thulium.tickets(shop.tenantId).length, 1)
    })
    await t.test('0, where PHP has none', async (t) => {
      const shop = await world.addShop()
      const fault = { kind: 'edit', changes: { ticket_id: 0, customer_id: 0 } } as const
      for (const operation of ['POST tickets', 'POST customers'])
        thulium.faults.add({ operation, subject: shop.tenantId, fault })
      await neighbour(t, world, shop)
      t.equal(thulium.tickets(shop.tenantId).length, 1)
    })
  })

  await t.test('messages that are not for the shop', async (t) => {
    empik.switches.set('shopSeesAllMessages', true)
    t.teardown(() => empik.switches.set('shopSeesAllMessages', false))
    const automatic = 'Dziękujemy za wiadomość.'
    const shop = await world.addShop({
      settings: {
        autoReplies: [{ id: 'first', name: 'Pierwsza', occasion: 'first-message', template: automatic }],
      },
    })
    const { shopId } = shop
    const order = () => ({ shopId, orderId: empik.addOrder({ shopId }).id })
    const told = (threadId: string, text: string): string | undefined =>
      [...mails(world, shop, threadId), ...comments(world, shop, threadId)].find((one) => one.includes(text))

    await t.test('to the operator alone, first', async (t) => {
      const { threadId } = empik.buyerWrites({ ...order(), text: 'Do Empiku', to: ['OPERATOR'] })
      await until('it', () => told(threadId, 'Do Empiku'))
      await nothingUnderWay(world, shop)
      t.match(told(threadId, 'Do Empiku'), 'nie do sklepu')
      t.same(answers(world, threadId), [], 'nobody answers it')
      empik.buyerWrites({ shopId, threadId, text: 'A teraz do sklepu', to: ['SHOP'] })
      await answerSeen(world, threadId, automatic)
      await mailSeen(world, shop, threadId, 'A teraz do sklepu')
      await nothingUnderWay(world, shop)
      t.same(answers(world, threadId), [automatic], 'what is for the shop is answered, once')
      await goesOn(t, world, shop, threadId)
    })

    await t.test('to the operator in between, and to both', async (t) => {
      const { threadId } = empik.buyerWrites({ ...order(), text: 'Do sklepu', to: ['SHOP'] })
      await answerSeen(world, threadId, automatic)
      const text = `Skarga ${randomUUID()}`
      empik.buyerWrites({ shopId, threadId, text, to: ['OPERATOR'] })
      empik.buyerWrites({ shopId, threadId, text: 'Do obu', to: ['SHOP', 'OPERATOR'] })
      empik.operatorWrites({ shopId, threadId, text: 'Operator do klienta', to: 'CUSTOMER' })
      for (const one of [text, 'Do obu', 'Operator do klienta']) await until(one, () => told(threadId, one))
      await nothingUnderWay(world, shop)
      t.match(told(threadId, text), 'nie do sklepu')
      t.match(told(threadId, 'Operator do klienta'), 'nie do sklepu')
      t.notMatch(told(threadId, 'Do obu'), 'nie do sklepu')
      t.ok(
        mails(world, shop, threadId).every((mail) => !mail.includes(text)),
        'it stands there as a comment',
      )
      t.same(answers(world, threadId), [automatic])
      await goesOn(t, world, shop, threadId)
    })

    await t.test('in other words', async (t) => {
      for (const to of ['OPERATOR', { type: 'OPERATOR' }, [{ type: 'operator' }]]) {
        const changes = { 'data.*.messages.*.to': to }
        const { id } = empik.faults.add({ operation: 'M11', times: null, fault: { kind: 'edit', changes } })
        const { threadId } = empik.buyerWrites({ ...order(), text: 'Do Empiku', to: ['OPERATOR'] })
        await until('it', () => told(threadId, 'Do Empiku'))
        await nothingUnderWay(world, shop)
        empik.faults.remove(id)
        t.same(answers(world, threadId), [], JSON.stringify(to))
      }
    })
  })
})
