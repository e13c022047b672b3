import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { createShop, type TestShop } from './support/shop.ts'

/** A thread of which M11 does not show all messages. */
function longThread(shop: TestShop): string {
  const threadId = shop.writes('Pierwsza')
  for (let count = 1; count < 120; count++) shop.writes(`Kolejna ${count}`, { threadId })
  shop.passes(1)
  return threadId
}

/** A message that no usual look shows: it becomes visible with a date of before the newest one. */
async function holdsOneBack(shop: TestShop): Promise<string> {
  shop.writes('Zwykła')
  await shop.look()
  const held = shop.writes('Zatrzymana', { visibleAfterMs: 20 * 60_000 })
  shop.passes(10)
  shop.writes('Inna')
  await shop.look()
  shop.passes(11)
  return held
}

await t.test('looks at a shop', { skip: noDatabase ?? false, jobs: 4 }, async (t) => {
  await t.test('a date in the future leads nobody away from what comes after it', async (t) => {
    const shop = await createShop(t)
    const ahead = shop.writes('Z przyszłości', {
      at: new Date(shop.now().getTime() + 30 * 24 * 3_600_000),
      visibleAfterMs: 1,
    })
    shop.passes(1)
    t.match(await shop.look(), { ok: true })
    t.same(await shop.recorded(ahead), ['Z przyszłości'])
    t.ok((shop.cursor() ?? 0) <= shop.now(), 'the cursor is not ahead of the clock')
    shop.passes(10)
    const next = shop.writes('Dzisiaj')
    await shop.look()
    t.same(await shop.recorded(next), ['Dzisiaj'])
    await shop.look()
    t.same(await shop.recorded(ahead), ['Z przyszłości'], 'it comes again at each look, and is recorded once')
  })

  await t.test('no wider look is made beside one that reads as far back, as the first one does', async (t) => {
    const shop = await createShop(t)
    shop.passes(12 * 60)
    t.match(await shop.look(), { ok: true, swept: { foundLate: 0 } })
    t.equal(shop.calls('M11'), 1, 'of a shop that was started half a day ago')
    shop.writes('Zwykła')
    t.match(await shop.look(), { ok: true, swept: { foundLate: 0 } }, 'nothing moved the cursor from its start')
    t.match(await shop.look(), { ok: true, swept: undefined })
    t.equal(shop.calls('M11'), 3)
    shop.passes(49 * 60)
    t.match(await shop.look(), { ok: true, swept: { foundLate: 0 } }, 'nobody looked for two days')
    t.equal(shop.calls('M11'), 4)
  })

  await t.test('what becomes visible late is found by a wider look, which says so', async (t) => {
    const shop = await createShop(t)
    const held = await holdsOneBack(shop)
    const after = shop.writes('Jeszcze inna')
    t.match(await shop.look(), { ok: true, swept: undefined })
    t.same(await shop.recorded(after), ['Jeszcze inna'])
    t.same(await shop.recorded(held), [], 'the usual look goes back 5 minutes only')
    shop.passes(6 * 60)
    t.match(await shop.look(), { ok: true, swept: { foundLate: 1 } })
    t.same(await shop.recorded(held), ['Zatrzymana'])
    shop.passes(10)
    t.match(await shop.look(), { ok: true, swept: undefined }, 'the next one is due hours later')
    shop.passes(6 * 60)
    t.match(await shop.look(), { ok: true, swept: { foundLate: 0 } })
  })

  await t.test('a wider look of more pages than it may read says so, and goes on where it stopped', async (t) => {
    const shop = await createShop(t, { sweepPages: 1 })
    const held = await holdsOneBack(shop)
    for (let count = 0; count < 250; count++) shop.writes(`Wiadomość ${count}`)
    await shop.look()
    t.same(await shop.recorded(held), [])
    shop.passes(6 * 60)
    const before = shop.calls('M11')
    t.match(await shop.look(), { ok: true, swept: undefined })
    t.equal(shop.calls('M11') - before, 4, 'the three pages of the usual look, and one of the wider one')
    shop.passes(2)
    t.match(await shop.look(), { ok: true, swept: undefined })
    t.same(shop.cuts(), [1, 2], 'it was told each time')
    shop.passes(2)
    t.match(await shop.look(), { ok: true, swept: { foundLate: 1 } }, 'the third part is the last')
    t.same(await shop.recorded(held), ['Zatrzymana'])
    shop.passes(2)
    t.match(await shop.look(), { ok: true, swept: undefined }, 'and the next one is due hours later')
  })

  await t.test(
    'a wider look that comes to no end is never taken for a whole one: it goes on, and is told',
    async (t) => {
      const shop = await createShop(t, { sweepPages: 1, tellAfterPages: 2 })
      const held = await holdsOneBack(shop)
      for (let count = 0; count < 250; count++) shop.writes(`Wiadomość ${count}`)
      await shop.look()
      shop.passes(6 * 60)
      t.match(await shop.look(), { ok: true, swept: undefined })
      shop.passes(2)
      const told = { ok: false, othersRead: true, cursor: Date, failure: { class: 'too-large', message: /2 pages/ } }
      t.match(await shop.look(), told, 'the usual look was well, and the next one is at its usual time')
      shop.passes(2)
      t.match(await shop.look(), { ok: true, swept: { foundLate: 1 } }, 'it went on where it had stopped')
      t.same(await shop.recorded(held), ['Zatrzymana'])
    },
  )

  await t.test('a conversation that cannot be read holds up no later part of a wider look', async (t) => {
    const shop = await createShop(t, { sweepPages: 1 })
    const held = await holdsOneBack(shop)
    for (let count = 0; count < 250; count++) shop.writes(`Wiadomość ${count}`)
    await shop.look()
    const ill = shop.writes('Pierwsza', { visibleAfterMs: 20 * 60_000 })
    for (let count = 1; count < 120; count++)
      shop.writes(`Kolejna ${count}`, { threadId: ill, visibleAfterMs: 20 * 60_000 })
    shop.passes(10)
    shop.writes('Znów')
    await shop.look()
    shop.passes(6 * 60)
    const rule = shop.empik.faults.add({ operation: 'M10', times: null, fault: { kind: 'status', status: 503 } })
    for (const part of [1, 2, 3]) {
      t.match(await shop.look(), { ok: false, othersRead: true, failure: { class: 'unreachable' } }, `part ${part}`)
      shop.passes(2)
    }
    t.same(await shop.recorded(held), ['Zatrzymana'])
    shop.empik.faults.remove(rule.id)
    shop.passes(10)
    for (const part of [1, 2]) t.match(await shop.look(), { ok: true, swept: undefined }, `part ${part} again`)
    t.match(await shop.look(), { ok: true, swept: { foundLate: 1 } })
    t.equal((await shop.recorded(ill)).length, 120)
  })

  await t.test('a conversation that this version cannot read holds up no other, and is taken up again', async (t) => {
    const shop = await createShop(t)
    const [ill, well] = [shop.writes('Pierwsza'), shop.writes('Obok')]
    await shop.look()
    const later = await shop.laterVersionRecords(ill)
    shop.passes(1)
    shop.writes('Druga', { threadId: ill })
    shop.writes('Też druga', { threadId: well })
    t.match(await shop.look(), { ok: true })
    t.same(await shop.recorded(well), ['Obok', 'Też druga'])
    await t.rejects(shop.recorded(ill), { code: 'event.unreadable' })
    shop.passes(6 * 60)
    t.match(await shop.look(), { ok: true, swept: { foundLate: 0 } }, 'hours later the wider look is made all the same')
    await later.understand()
    t.match(await shop.look(), { ok: true })
    t.same(await shop.recorded(ill), ['Pierwsza', 'Druga'], 'nothing is lost')
  })

  await t.test('a conversation that cannot be recorded holds up no other', async (t) => {
    const shop = await createShop(t)
    const [ill, well] = [shop.writes('Pierwsza'), shop.writes('Obok')]
    await shop.look()
    await shop.refuses(ill)
    shop.passes(1)
    shop.writes('Druga', { threadId: ill })
    shop.writes('Też druga', { threadId: well })
    t.match(await shop.look(), { ok: false, othersRead: true, failure: { class: 'internal' } }, 'it is told')
    t.same(await shop.recorded(well), ['Obok', 'Też druga'])
    t.same(await shop.recorded(ill), ['Pierwsza'])
    shop.passes(1)
    shop.writes('Trzecia', { threadId: well })
    t.match(await shop.look(), { ok: false, othersRead: true })
    t.same(await shop.recorded(well), ['Obok', 'Też druga', 'Trzecia'])
  })

  await t.test('a page larger than we take loses no conversation', async (t) => {
    const shop = await createShop(t)
    const long = 'ż'.repeat(49_000)
    const threads: string[] = []
    for (let place = 0; place < 60; place++) {
      const threadId = shop.writes(`${place} ${long}`)
      for (const more of [1, 2, 3]) shop.writes(`${place}.${more} ${long}`, { threadId })
      threads.push(threadId)
    }
    shop.passes(1)
    t.match(await shop.look(), { ok: true })
    for (const threadId of threads) t.equal((await shop.recorded(threadId)).length, 4)
    shop.passes(10)
    const next = shop.writes('Krótka')
    t.match(await shop.look(), { ok: true })
    t.same(await shop.recorded(next), ['Krótka'])
    shop.passes(10)
    const before = shop.calls('M11')
    t.match(await shop.look(), { ok: true })
    t.equal(shop.calls('M11') - before, 1, 'and a later look is an ordinary one')
  })

  await t.test('tokens in a circle are a failure, and what was read is taken', async (t) => {
    const shop = await createShop(t)
    const first = shop.writes('Pierwsza')
    shop.empik.switches.set('pageTokenAtEnd', 'circle')
    const cursor = shop.cursor()
    t.match(await shop.look(), { ok: false, othersRead: false, failure: { class: 'unreachable' } })
    t.same(await shop.recorded(first), ['Pierwsza'])
    t.equal(shop.cursor(), cursor)
    t.ok(shop.calls('M11') <= 5)
    shop.empik.switches.set('pageTokenAtEnd', 'absent')
    t.match(await shop.look(), { ok: true })
  })

  for (const status of [400, 403, 404, 410])
    await t.test(
      `a thread that EmpikPlace refuses with ${status} costs its older messages, and nobody else`,
      async (t) => {
        const shop = await createShop(t)
        const threadId = longThread(shop)
        const rule = shop.empik.faults.add({ operation: 'M10', times: null, fault: { kind: 'status', status } })
        const other = shop.writes('Inna')
        t.match(await shop.look(), { ok: false, othersRead: true, failure: { class: 'refused' } })
        t.same(await shop.recorded(other), ['Inna'])
        t.same(await shop.unreadable(), [], 'one refusal is no verdict')
        shop.passes(10)
        t.match(await shop.look(), { ok: true })
        t.equal((await shop.recorded(threadId)).length, 100)
        t.match(await shop.unreadable(), [/Of 120 messages only the last 100 could be read/])
        t.ok(shop.cursor(), 'the next look goes on from here')

        const before = shop.calls('M10')
        shop.passes(2)
        t.match(await shop.look(), { ok: true })
        t.equal(shop.calls('M10'), before, 'it is left in peace for a while')
        shop.empik.faults.remove(rule.id)
        shop.passes(7 * 60)
        t.match(await shop.look(), { ok: true })
        t.equal((await shop.recorded(threadId)).length, 120, 'and asked for again later')
      },
    )

  await t.test('a refusal that comes once costs nothing', async (t) => {
    const shop = await createShop(t)
    const threadId = longThread(shop)
    shop.empik.faults.add({ operation: 'M10', fault: { kind: 'status', status: 404 } })
    t.match(await shop.look(), { ok: false, othersRead: true })
    shop.passes(10)
    t.match(await shop.look(), { ok: true })
    t.equal((await shop.recorded(threadId)).length, 120)
    t.same(await shop.unreadable(), [])
  })

  await t.test('a thread that is larger than we take is told, and costs no other one', async (t) => {
    const shop = await createShop(t)
    const long = 'ż'.repeat(49_999)
    const huge = shop.writes(long)
    for (let count = 1; count < 200; count++) shop.writes(long, { threadId: huge })
    const other = shop.writes('Krótka')
    t.match(await shop.look(), { ok: true })
    t.same(await shop.recorded(other), ['Krótka'])
    t.match(await shop.unreadable(), [/Of 200 messages .* could be read: .* larger than/])
    t.ok(shop.cursor())
  })

  await t.test('a refusal of older messages that is no verdict leaves the thread for later', async (t) => {
    const shop = await createShop(t)
    const threadId = longThread(shop)
    const other = shop.writes('Inna')
    const rule = shop.empik.faults.add({ operation: 'M10', fault: { kind: 'status', status: 503 } })
    t.match(await shop.look(), { ok: false, othersRead: true })
    t.same(await shop.recorded(threadId), [])
    t.same(await shop.recorded(other), ['Inna'])
    shop.empik.faults.remove(rule.id)
    shop.passes(60)
    t.match(await shop.look(), { ok: true })
    t.equal((await shop.recorded(threadId)).length, 120)
  })
})
