import type { Fault } from '@connector/sandbox'
import { noDatabase } from '@connector/test-kit'
import t, { type Test } from 'tap'
import { createAccount } from './support/account.ts'
import { createShop } from './support/shop.ts'

const skip = noDatabase ?? false
const one = 'GET tickets/:id'

const row = { subject: '', isClosed: false, messages: [], unreadableMessages: [] }

const edit = (changes: Record<string, unknown>, leftOut: string[] = []): Fault => ({ kind: 'edit', changes, leftOut })

await t.test('a ticket that was not shown as it is, is read again', { skip, jobs: 3 }, async (t) => {
  for (const [name, fault] of Object.entries({
    'no entries': edit({ messages: null }),
    'an empty list': edit({ messages: [] }),
    'no word of them': edit({}, ['messages']),
    'another ticket': edit({ ticket_id: 999_999 }),
    'an error beside it': edit({ error: 'x', messages: false }),
  }))
    await t.test(name, async (t) => {
      const account = await createAccount(t)
      const { ticketId, threadId } = await account.ownTicket()
      await account.look()
      account.passes(600)
      const reply = account.answer(ticketId)
      account.thulium.faults.add({ operation: one, fault })
      t.match((await account.look()).result, { ok: false, othersRead: true }, 'it is told')
      account.passes(60)
      t.match((await account.look()).result, { ok: true })
      account.passes(61)
      await account.look()
      t.same(await account.taken(threadId), [reply])
    })
})

await t.test('answers that share a number', { skip, jobs: 2 }, async (t) => {
  for (const other of [{}, { body: 'Inna' }])
    await t.test(JSON.stringify(other), async (t) => {
      const account = await createAccount(t, {
        shows: (ticket) => ({
          ...ticket,
          messages: ticket.messages.flatMap((message) =>
            message.type === 'REPLY' ? [message, { ...message, ...other }] : [message],
          ),
        }),
      })
      const { ticketId, threadId } = await account.ownTicket()
      const reply = account.answer(ticketId)
      for (let count = 0; count < 4; count++) {
        await account.look()
        account.passes(61)
      }
      const isOne = other.body === undefined
      t.same(await account.taken(threadId), isOne ? [reply] : [], 'one that comes twice is one')
      t.equal(await account.unreadable(), isOne ? 0 : 1, 'where nobody knows which it is, it is told, once')
    })
})

await t.test('pages of tickets that are shorter than asked for', { skip, jobs: 3 }, async (t) => {
  const listed = async (t: Test, count: number, least = 0) => {
    let there: number[] = []
    const account = await createAccount(t, {
      count,
      lists: ({ offset }) =>
        there
          .slice(offset < least ? 0 : offset)
          .slice(0, 2)
          .map((id) => ({ ...row, id })),
    })
    const tickets = []
    for (let made = 0; made < 5; made++) tickets.push(await account.ownTicket())
    there = tickets.map(({ ticketId }) => ticketId)
    t.match((await account.look()).result, { ok: true })
    // The sweep and the check of the fields read one more.
    return {
      all: account.calls(one) >= 5,
      cut: account.counted().filter(({ name }) => name === 'changed_lists_cut_total'),
    }
  }
  await t.test('all are read', async (t) => t.match(await listed(t, 5), { all: true, cut: [] }))
  await t.test('more are said to be there than there are: it is told', async (t) =>
    t.match(await listed(t, 50), { all: true, cut: [{ value: 1 }] }),
  )
  await t.test('and always the same ones come', async (t) => t.match(await listed(t, 50, 100), { cut: [{ value: 1 }] }))
})

await t.test('a conversation that answers nonsense by itself', { skip, jobs: 3 }, async (t) => {
  for (const [name, fault] of Object.entries({
    'no messages': edit({ messages: null }),
    'another conversation': edit({ id: 'inna' }),
    'no date': edit({ date_updated: null }),
    'an error': { kind: 'document', document: 'json' } as const,
  }))
    await t.test(name, async (t) => {
      const shop = await createShop(t)
      const threadId = shop.writes('Pierwsza')
      for (let count = 1; count < 120; count++) shop.writes(`Kolejna ${count}`, { threadId })
      shop.passes(1)
      const other = shop.writes('Inna')
      shop.passes(1)
      shop.empik.faults.add({ operation: 'M10', fault })
      t.match(await shop.look(), { ok: false, othersRead: true }, 'it is told')
      t.same(await shop.recorded(other), ['Inna'])
      shop.passes(5)
      t.match(await shop.look(), { ok: true })
      t.equal((await shop.recorded(threadId)).length, 120, 'and asked again')
    })
  await t.test('for ever: what the list shows is taken, and the shop goes on', async (t) => {
    const shop = await createShop(t)
    const threadId = shop.writes('Pierwsza')
    for (let count = 1; count < 120; count++) shop.writes(`Kolejna ${count}`, { threadId })
    shop.passes(1)
    shop.empik.faults.add({ operation: 'M10', times: null, fault: edit({ messages: 'x' }) })
    await shop.look()
    shop.passes(5)
    t.match(await shop.look(), { ok: true })
    t.ok(shop.cursor(), 'the cursor moves')
    t.equal((await shop.recorded(threadId)).length, 100)
    t.equal((await shop.unreadable()).length, 1)
  })
})

await t.test('a message that appears late, with a date and a count that do not move, is taken', { skip }, async (t) => {
  const shop = await createShop(t)
  const threadId = shop.writes('Pierwsza')
  shop.writes('Druga', { threadId })
  shop.passes(1)
  const fixed = { 'data.*.date_updated': shop.now().toISOString(), 'data.*.metadata': {} }
  shop.empik.faults.add({ operation: 'M11', fault: edit(fixed, ['data.0.messages.0']) })
  shop.empik.faults.add({ operation: 'M10', fault: edit({}, ['messages.0']) })
  await shop.look()
  shop.empik.faults.add({ operation: 'M11', times: null, fault: edit(fixed) })
  await shop.look()
  t.same(new Set(await shop.recorded(threadId)), new Set(['Pierwsza', 'Druga']))
})

await t.test('a conversation whose list shows no date of a message', { skip, jobs: 2 }, async (t) => {
  await t.test('because its only one cannot be read, is told', async (t) => {
    const shop = await createShop(t)
    shop.writes('Pierwsza')
    shop.passes(1)
    const unread = { 'data.*.metadata': null, 'data.*.messages.*.date_created': 'wczoraj' }
    shop.empik.faults.add({ operation: 'M11', fault: edit(unread) })
    shop.empik.faults.add({ operation: 'M10', fault: edit({ metadata: null, 'messages.*.date_created': 'wczoraj' }) })
    t.match(await shop.look(), { ok: true })
    t.match(await shop.unreadable(), [/date_created/])
  })
  await t.test('because it shows no message, is read', async (t) => {
    const shop = await createShop(t)
    const threadId = shop.writes('Pierwsza')
    shop.passes(1)
    shop.empik.faults.add({ operation: 'M11', fault: edit({ 'data.*.metadata': null, 'data.*.messages': null }) })
    t.match(await shop.look(), { ok: true })
    t.same(await shop.recorded(threadId), ['Pierwsza'])
  })
})
