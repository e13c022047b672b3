import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { createAccount } from './support/account.ts'

const skip = noDatabase ?? false
const one = 'GET tickets/:id'

await t.test('clocks that are minutes apart hide nothing and cost nothing', { skip }, async (t) => {
  for (const { clockOffsetSeconds, dateHeader } of [
    { clockOffsetSeconds: -600, dateHeader: 'sent' },
    { clockOffsetSeconds: -150, dateHeader: 'sent' },
    { clockOffsetSeconds: 150, dateHeader: 'sent' },
    { clockOffsetSeconds: 600, dateHeader: 'sent' },
    { clockOffsetSeconds: -150, dateHeader: 'absent' },
    { clockOffsetSeconds: 150, dateHeader: 'absent' },
  ] as const)
    await t.test(`Thulium’s clock ${clockOffsetSeconds} s off, Date ${dateHeader}`, async (t) => {
      const account = await createAccount(t, { switches: { clockOffsetSeconds, dateHeader } })
      const { ticketId } = await account.ownTicket()
      await account.look()
      // Where no answer tells the time, the clocks are taken to be a quarter of an hour apart.
      account.passes(1_200)
      await account.look()
      const before = account.calls(one)
      account.passes(45)
      await account.look()
      t.equal(account.calls(one), before, 'an unchanged ticket is not read')

      // The ticket is read because of something else, and answered soon after that.
      account.comment(ticketId)
      await account.look()
      t.equal(account.calls(one), before + 1)
      account.passes(20)
      const first = account.answer(ticketId)
      await account.look()
      t.same(await account.settling(), [first], 'found at the next look')
      account.passes(20)
      const second = account.answer(ticketId)
      await account.look()
      t.same(await account.settling(), [first, second])
      if (dateHeader === 'sent')
        t.ok(Math.abs(Number((await account.reported()).clock_offset_ms) - clockOffsetSeconds * 1_000) < 2_000)
      else t.equal((await account.reported()).clock_offset_ms, null)
    })
})

await t.test('a reading is as old as its question', { skip }, async (t) => {
  let onTheWay = (): void => undefined
  const account = await createAccount(t, { onTheWay: () => onTheWay() })
  const { ticketId, threadId } = await account.ownTicket()
  account.passes(600)
  let reply = 0
  onTheWay = () => {
    reply = account.answer(ticketId)
    account.passes(180)
    onTheWay = () => undefined
  }
  await account.look()
  t.same(await account.settling(), [], 'the answer that is on its way does not show what is written meanwhile')
  await account.look()
  t.same(await account.settling(), [reply])
  account.passes(61)
  await account.look()
  t.same(await account.taken(threadId), [reply])
})

await t.test(
  'a date in a month hides no later change, and does not cost a reading in each look',
  { skip },
  async (t) => {
    const account = await createAccount(t)
    const [dated, other] = [await account.ownTicket(), await account.ownTicket()]
    await account.look()
    account.passes(600)
    account.date(dated.ticketId, new Date(account.now().getTime() + 30 * 24 * 3_600_000))
    await account.look()
    const cursor = account.cursor()
    t.ok(cursor && cursor <= account.now(), 'the cursor does not pass the answer')
    account.passes(45)
    await account.look()
    const before = account.calls(one)
    account.passes(45)
    await account.look()
    t.equal(account.calls(one), before)
    const first = account.answer(other.ticketId)
    await account.look()
    t.same(await account.settling(), [first])
    const second = account.answer(dated.ticketId)
    await account.look()
    t.same(await account.settling(), [first, second])
  },
)

await t.test('a cursor that is ahead of the time already comes back', { skip }, async (t) => {
  const account = await createAccount(t)
  const { ticketId } = await account.ownTicket()
  await account.look()
  account.passes(600)
  account.moveCursor(new Date(account.now().getTime() + 30 * 24 * 3_600_000))
  const reply = account.answer(ticketId)
  await account.look()
  t.same(await account.settling(), [reply])
  const cursor = account.cursor()
  t.ok(cursor && cursor <= account.now())
})

await t.test('in the hour that comes twice', { skip }, async (t) => {
  await t.test('what changes in the second one has an earlier date and is found', async (t) => {
    // 02:50 in summer time.
    const account = await createAccount(t, { startAt: '2026-10-25T00:50:00Z' })
    const [older, newer] = [await account.ownTicket(), await account.ownTicket()]
    await account.look()
    account.passes(5 * 60)
    account.answer(newer.ticketId)
    await account.look()
    // 02:15 in winter time.
    account.passes(20 * 60)
    const reply = account.answer(older.ticketId)
    await account.look()
    t.ok((await account.settling()).includes(reply))
  })

  await t.test('the same date does not mean the same change', async (t) => {
    const account = await createAccount(t, { startAt: '2026-10-25T00:30:00Z' })
    const { ticketId } = await account.ownTicket()
    account.passes(600)
    await account.look()
    account.passes(50 * 60)
    const reply = account.answer(ticketId)
    await account.look()
    t.same(await account.settling(), [reply])
    account.passes(3 * 3_600)
    await account.look()
    const before = account.calls(one)
    account.passes(45)
    await account.look()
    t.equal(account.calls(one) - before, 0, 'and afterwards dates tell again')
  })
})

await t.test('a ticket far down the list of an account with much other mail is found', { skip }, async (t) => {
  const account = await createAccount(t)
  await account.look()
  const { ticketId } = await account.ownTicket()
  const reply = account.answer(ticketId)
  for (let count = 0; count < 230; count++) await account.foreignTicket()
  const before = account.calls('GET tickets')
  await account.look()
  t.same(await account.settling(), [reply])
  t.equal(account.calls('GET tickets') - before, 3)
})

await t.test('a ticket that cannot be read waits for its turn and holds up nobody', { skip }, async (t) => {
  const account = await createAccount(t, { overlapMs: 1 })
  const [ill, well] = [await account.ownTicket(), await account.ownTicket()]
  await account.look()
  account.passes(600)
  const replies = [account.answer(ill.ticketId), account.answer(well.ticketId)]
  const { id } = account.thulium.faults.add({ operation: one, times: 1, fault: { kind: 'status', status: 500 } })
  const { result } = await account.look()
  account.thulium.faults.remove(id)
  t.match(result, { ok: false, othersRead: true, failure: { class: 'unreachable' } })
  const settling = await account.settling()
  t.equal(settling.length, 1)
  const cursor = account.cursor()
  t.ok(cursor && cursor > new Date(account.now().getTime() - 120_000), 'the look goes on from here')
  // The list does not show it any more.
  account.passes(3_600)
  await account.foreignTicket()
  await account.look()
  account.passes(120)
  t.match((await account.look()).result, { ok: true })
  t.same([...(await account.taken(ill.threadId)), ...(await account.settling())].length > 0, true)
  account.passes(120)
  await account.look()
  t.same([...(await account.taken(ill.threadId)), ...(await account.taken(well.threadId))], replies)
})

await t.test('the sweep reads every ticket in turn while its share suffices', { skip }, async (t) => {
  const account = await createAccount(t, { sweepMs: 600_000, sweepsPerSecond: 0.1 })
  for (let count = 0; count < 30; count++) await account.ownTicket()
  account.passes(120)
  await account.look()
  const before = account.calls(one)
  for (let looks = 0; looks < 40; looks++) {
    account.passes(45)
    await account.look()
  }
  const rounds = (account.calls(one) - before) / 30
  t.ok(rounds >= 2 && rounds <= 3, `30 tickets had their turn ${rounds} times in half an hour`)
  t.equal((await account.reported()).sweep_waiting, 0)
})

await t.test(
  'with more tickets each of them waits longer, and it is told; what settles waits for nothing',
  { skip },
  async (t) => {
    const sweepMs = 600_000
    const account = await createAccount(t, { sweepMs, sweepsPerSecond: 0.01 })
    const own = []
    for (let count = 0; count < 60; count++) own.push(await account.ownTicket())
    account.passes(120)
    await account.look()
    const before = account.calls(one)
    for (let looks = 0; looks < 80; looks++) {
      account.passes(45)
      await account.look()
    }
    const read = account.calls(one) - before
    t.ok(read > 30 && read <= 37, `${read} readings in an hour, not 360`)
    const { sweep_waiting: waiting, sweep_oldest_at: oldest } = await account.reported()
    t.ok(waiting > 40 && waiting < 60, `${waiting} wait`)
    t.ok(oldest && oldest < new Date(account.now().getTime() - sweepMs))

    const answered = own.slice(0, 20)
    const replies = answered.map(({ ticketId }) => account.answer(ticketId))
    await account.look()
    t.same(await account.settling(), replies)
    account.passes(61)
    await account.look()
    for (const [place, { threadId }] of answered.entries()) t.same(await account.taken(threadId), [replies[place]])
  },
)

await t.test('what only the sweep finds is counted', { skip }, async (t) => {
  const account = await createAccount(t, { sweepMs: 600_000, switches: { updatedAtMovesOnMessage: false } })
  const { ticketId, threadId } = await account.ownTicket()
  account.passes(120)
  await account.look()
  account.passes(60)
  const reply = account.answer(ticketId)
  await account.look()
  t.same(await account.settling(), [], 'no list shows it')
  account.passes(600)
  await account.look()
  t.same(await account.settling(), [reply])
  t.equal((await account.reported()).found_late, 1)
  account.passes(61)
  await account.look()
  t.same(await account.taken(threadId), [reply])
  t.equal((await account.reported()).found_late, 1, 'once')
})

await t.test('an entry that cannot be understood is told, once, and the others are taken', { skip }, async (t) => {
  const unreadableMessages = [{ raw: { type: 'REPLY', body: '💬'.repeat(11_000) }, reason: 'message_id: Required' }]
  const account = await createAccount(t, { shows: (ticket) => ({ ...ticket, unreadableMessages }) })
  const { ticketId } = await account.ownTicket()
  const reply = account.answer(ticketId)
  await account.look()
  await account.look()
  t.equal(await account.unreadable(), 1)
  t.same(await account.settling(), [reply])
})

await t.test(
  'more changed tickets than one look lists are counted, and the look is a good one',
  { skip },
  async (t) => {
    const account = await createAccount(t, {
      lists: ({ offset, limit }) =>
        Array.from({ length: limit }, (_, place) => ({
          id: 1_000_000 + offset + place,
          subject: '',
          isClosed: false,
          messages: [],
          unreadableMessages: [],
        })),
    })
    t.match((await account.look()).result, { ok: true })
    t.match(account.counted(), [{ name: 'changed_lists_cut_total', labels: { side: 'thulium' }, value: 1 }])
  },
)

await t.test('what a person wrote or attached in an entry of an unknown kind is told, once', { skip }, async (t) => {
  for (const written of [{}, { body: '', attachments: [{ name: 'faktura.pdf' }] }]) {
    const account = await createAccount(t, {
      shows: (ticket) => ({
        ...ticket,
        messages: ticket.messages.map((message) =>
          message.type === 'REPLY' ? { ...message, type: 'WHATSAPP', ...written } : message,
        ),
      }),
    })
    const { ticketId, threadId } = await account.ownTicket()
    account.answer(ticketId)
    account.comment(ticketId)
    await account.look()
    account.passes(61)
    await account.look()
    t.same(await account.taken(threadId), [])
    t.equal(await account.unreadable(), 1)
  }
})

await t.test('a list of changes that is larger than we take is asked for in smaller pages', { skip }, async (t) => {
  const account = await createAccount(t, { switches: { ticketsListIncludesMessages: true } })
  const tickets = [await account.ownTicket(), await account.ownTicket(), await account.ownTicket()]
  for (let count = 0; count < 40; count += 1) await account.foreignTicket()
  for (const { ticketId } of tickets) account.write(ticketId, 'słowo '.repeat(1_500_000))
  const replies = tickets.map(({ ticketId }) => account.answer(ticketId))
  t.match((await account.look()).result, { ok: true })
  t.same(await account.settling(), replies)
  t.same(account.counted(), [], 'nothing is left out')
})

await t.test(
  'a ticket that is larger than we take is told by its number, once, and costs no other one',
  { skip },
  async (t) => {
    const account = await createAccount(t, { switches: { ticketsListIncludesMessages: true } })
    const [large, other] = [await account.ownTicket(), await account.ownTicket()]
    for (let count = 0; count < 3; count += 1) account.write(large.ticketId, 'słowo '.repeat(2_000_000))
    account.answer(large.ticketId)
    const reply = account.answer(other.ticketId)
    t.match((await account.look()).result, { ok: false, othersRead: true, failure: { class: 'too-large' } })
    t.same(await account.settling(), [reply])
    t.equal(await account.unreadable(), 1)
    t.match(account.counted(), [{ name: 'changed_lists_cut_total' }], 'not even its row could be had')
    account.passes(600)
    await account.look()
    t.equal(await account.unreadable(), 1, 'once')
    t.match(account.thulium.ticket('sklep', large.ticketId), { closedAt: undefined })
  },
)

await t.test('what an autoresponder of the queue says goes to nobody, and is told once', { skip }, async (t) => {
  const account = await createAccount(t, { switches: { queueAutoresponder: true } })
  for (const { ticketId, threadId } of [await account.ownTicket(), await account.ownTicket()]) {
    const reply = account.answer(ticketId)
    await account.look()
    account.passes(61)
    await account.look()
    t.same(await account.taken(threadId), [reply])
    t.equal(await account.unreadable(), 1)
  }
})
