import { resetReadModels } from '@connector/store'
import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { pause, resume, statusOf, untilHealth } from './support/administrator.ts'
import { startChild } from './support/child.ts'
import { openDoor } from './support/read-only.ts'
import {
  agentAnswers,
  answers,
  answerSeen,
  begin,
  effectsIn,
  mails,
  mailSeen,
  nothingUnderWay,
  ticketIdOf,
} from './support/seen.ts'
import { shiftedBy } from './support/shifted-clock.ts'
import { createWorld, shortLease, type Shop, type World } from './support/world.ts'

t.setTimeout(540_000)

const skip = noDatabase ?? false
const allIsWell = 'Wszystko działa.'

/** Nobody answers in the moment in which the database ends all connections. */
const seenOf = (world: World, shop: Shop) => statusOf(world, shop).catch(() => undefined)

/** Both sides were looked at, and somebody works. */
const working = (world: World, shop: Shop): Promise<true> =>
  until('everything to work', async () => {
    const seen = await seenOf(world, shop)
    return seen?.health.level === 'ok' && seen.health.reason.pl === allIsWell ? true : undefined
  })

await t.test('what health says is so', { skip }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  const shop = await world.addShop()
  // A lease that outlives the hours which this test lets pass: nobody is dead here.
  const slow = { EMPIKPLACE_POLL_MS: '600000', THULIUM_POLL_MS: '600000', LEASE_MS: '7200000' }

  await t.test('a shop that is looked at every 10 minutes is not late after 9', async (t) => {
    const stop = await world.startServices(slow)
    await working(world, shop)
    world.clock.moveTo(new Date(world.clock.now().getTime() + 9 * 60_000))
    t.match((await statusOf(world, shop)).health, { level: 'ok', reason: { pl: allIsWell } })
    await world.store.db.updateTable('polls').set({ interval_ms: 300 }).execute()
    t.match((await statusOf(world, shop)).health, { level: 'late' }, 'one that is looked at all the time would be')
    await stop()
  })

  await t.test('while read models are filled anew it is neither stopped nor empty, but rebuilt', async (t) => {
    // The looks of the slow service are due.
    world.clock.moveTo(new Date(world.clock.now().getTime() + 5 * 60_000))
    const { threadId } = world.empik.buyerWrites({ shopId: shop.shopId, text: 'Pytanie' })
    const stop = await world.startServices({ LEASE_MS: '7200000' })
    await ticketIdOf(world, shop, threadId)
    await nothingUnderWay(world, shop)
    await working(world, shop)
    await stop()
    await resetReadModels(world.store)
    t.match(await statusOf(world, shop), { status: 'running', health: { level: 'rebuilding' } })
    await world.startServices()
    await working(world, shop)
    t.equal(world.thulium.tickets(shop.tenantId).length, 1, 'nothing is written again')
  })

  await t.test('a database that takes no writes is our fault, and of nobody else', async (t) => {
    const door = await openDoor(t, world.databaseUrl)
    await door.shut()
    const seen = await until('it to be told', async () => {
      const now = await seenOf(world, shop)
      return now?.health.level === 'failing' ? now : undefined
    })
    t.match(seen.health.reason.pl, /Łącznik ma własną usterkę: baza danych nie przyjmuje zapisów/)
    t.notMatch(JSON.stringify(seen), /read-only transaction/)
    const { threadId } = world.empik.buyerWrites({ shopId: shop.shopId, text: 'W czasie usterki' })
    await door.open()
    await working(world, shop)
    await ticketIdOf(world, shop, threadId)
    t.same(mails(world, shop, threadId), ['W czasie usterki'], 'nothing was lost or doubled')
  })
})

/** What the API lists, as far as it tells of time. */
async function listed(world: World, { tenantId }: Shop, threadId: string) {
  const answer = await fetch(`${world.apiUrl}/api/tenants/${tenantId}/conversations`)
  const { items } = (await answer.json()) as { items: Record<string, unknown>[] }
  return items.find((item) => item['threadId'] === threadId)
}

await t.test('who a message is for decides, and both clocks are told', { skip }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  const shop = await world.addShop({
    settings: {
      replyDueHours: 2,
      autoReplies: [{ id: 'first', name: 'Pierwsza', occasion: 'first-message', template: 'Dziękujemy.' }],
    },
  })
  await world.startServices()
  const { shopId } = shop
  world.empik.switches.set('shopSeesAllMessages', true)

  await t.test('what a buyer writes to Empik alone is shown as that, and not answered', async (t) => {
    const { threadId } = world.empik.buyerWrites({ shopId, text: 'Skarga na sklep', to: ['OPERATOR'] })
    await until('it in the ticket', () =>
      mails(world, shop, threadId).some((text) => text.includes('Skarga na sklep')) ? true : undefined,
    )
    await nothingUnderWay(world, shop)
    t.match(mails(world, shop, threadId), [/wiadomość do operatora, nie do sklepu/])
    t.same(answers(world, threadId), [], 'no automatic answer')
    t.same((await world.repository.conversation({ ...shop, threadId })).state.autoReplies, [])
    t.match(await listed(world, shop, threadId), { unansweredSince: null, unansweredOverdue: false })
  })

  await t.test('an automatic answer stops the clock of EmpikPlace, and not that of people', async (t) => {
    const { threadId } = world.empik.buyerWrites({ shopId, text: 'Kiedy paczka?' })
    await answerSeen(world, threadId, 'Dziękujemy.')
    await nothingUnderWay(world, shop)
    const row = await until('the clock to stop', async () => {
      const found = await listed(world, shop, threadId)
      return found?.['replyNeededSince'] === null ? found : undefined
    })
    t.match(row, { unansweredSince: String, unansweredOverdue: false, overdue: false })
    world.clock.moveTo(new Date(world.clock.now().getTime() + 121 * 60_000))
    t.match(await listed(world, shop, threadId), { replyNeededSince: null, overdue: true, unansweredOverdue: true })
    agentAnswers(world, shop, threadId, 'Jutro.')
    await answerSeen(world, threadId, 'Jutro.')
    await until('both clocks to stop', async () =>
      (await listed(world, shop, threadId))?.['unansweredSince'] === null ? true : undefined,
    )
    t.match(await listed(world, shop, threadId), { overdue: false, unansweredOverdue: false })
  })
})

await t.test('a machine whose clock is an hour wrong tells neither more nor less', { skip }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  const shop = await world.addShop()
  for (const hours of [1, -1])
    await t.test(`${hours} h`, async (t) => {
      const service = startChild('services/standalone/test/support/worker-main.ts', {
        ...world.environment,
        ...shortLease,
        ...shiftedBy(hours * 3_600_000),
      })
      t.teardown(async () => {
        service.kill('SIGKILL')
        await service.ended
      })
      await working(world, shop)
      const { threadId } = world.empik.buyerWrites({ shopId: shop.shopId, text: `Pytanie ${hours}` })
      await ticketIdOf(world, shop, threadId)
      const { rows } = await world.store.pool.query<{ wrong: number }>(
        `select coalesce(max(abs(extract(epoch from now() - last_success_at))), 0)::float8 as wrong from polls`,
      )
      t.ok((rows[0]?.wrong ?? Infinity) < 60, 'looks are dated by the time of the database')
      t.match((await statusOf(world, shop)).health, { level: 'ok', reason: { pl: allIsWell } })
      service.kill('SIGKILL')
      await service.ended
      const { health } = await untilHealth(world, shop, 'failing')
      t.match(health.reason.pl, /nie działa/, 'and the dead are not taken for living')
    })
})

await t.test('a tenant that is paused rests, and loses nothing', { skip }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  await world.startServices({ THULIUM_REQUESTS_IN_FLIGHT: '2' })
  const { shop, threadId } = await begin(world)
  const other = await world.addShop()
  const calls = ({ apiKey, tenantId }: Shop): number =>
    world.empik.counters.count({ subject: apiKey }) + world.thulium.counters.count({ subject: tenantId })
  /** As long as a running shop makes so many calls. */
  const whileOthersWork = async (count: number): Promise<void> => {
    const before = calls(other)
    await until('the other shop', () => (calls(other) >= before + count ? true : undefined))
  }
  for (const operation of ['POST tickets/:id/customer_response', 'POST tickets', 'GET tickets/:id'])
    world.thulium.faults.add({ operation, subject: shop.tenantId, times: null, fault: { kind: 'latency', ms: 100 } })
  const texts = Array.from({ length: 12 }, (_, index) => `Wiadomość ${index}`)
  for (const text of texts) world.empik.buyerWrites({ shopId: shop.shopId, threadId, text })
  const elsewhere = Array.from({ length: 12 }, (_, index) =>
    world.empik.buyerWrites({ shopId: shop.shopId, text: `Rozmowa ${index}` }),
  )
  agentAnswers(world, shop, threadId, 'Odpowiedź')
  await mailSeen(world, shop, threadId, 'Wiadomość 2')

  await pause(world, shop)
  await until('the pause', () =>
    world.store.db.selectFrom('tenant_rests').select('state').where('state', '=', 'paused').executeTakeFirst(),
  )
  // Within seconds: what was under way finishes its call, and no lane or look begins another one.
  await whileOthersWork(20)
  t.ok((await effectsIn(world, shop, ['planned', 'unknown'])).length > 0, 'there was work under way')
  const before = calls(shop)
  agentAnswers(world, shop, threadId, 'Już po wstrzymaniu')
  world.empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Po wstrzymaniu' })
  await whileOthersWork(20)
  t.equal(calls(shop), before, 'nothing is asked and nothing written')
  t.match((await statusOf(world, shop)).health.reason.pl, /Porządki/)

  await resume(world, shop)
  await mailSeen(world, shop, threadId, 'Po wstrzymaniu')
  await answerSeen(world, threadId, 'Już po wstrzymaniu')
  await nothingUnderWay(world, shop)
  t.same(mails(world, shop, threadId), ['Pytanie', ...texts, 'Po wstrzymaniu'], 'once each, in order')
  t.same(answers(world, threadId), ['Odpowiedź', 'Już po wstrzymaniu'])
  for (const { threadId } of elsewhere) t.equal(mails(world, shop, threadId).length, 1)
  t.equal(world.thulium.tickets(shop.tenantId).length, 13)
  t.same(await effectsIn(world, shop, ['parked']), [])
  await working(world, shop)
})
