import type { Fault } from '@connector/sandbox'
import { until } from '@connector/test-kit'
import t from 'tap'
import {
  agentAnswers,
  answers,
  answerSeen,
  effectsIn,
  mails,
  mailSeen,
  nothingUnderWay,
  replies,
  ticketIdOf,
} from './support/seen.ts'
import { createWorld, type Shop, type World } from './support/world.ts'

t.setTimeout(540_000)

/** Every call fails in one of these ways, for hours. Two of them let the work be done and lose the answer. */
const everyWay: Fault[] = [
  { kind: 'status', status: 503 },
  { kind: 'status', status: 502, body: 'html' },
  { kind: 'html' },
  { kind: 'cut-before' },
  { kind: 'truncate' },
  { kind: 'cut-after' },
]

/** Messages that wait in each conversation, 500 in all. In the first two M11 does not show them all: it ends at 100. */
const waiting = [160, 120, 90, 60, 30, 20, 20]
/** The last ones begin while the other side is away. */
const knownBefore = 5

const settings = { WAIT_SCALE: '0.004', THULIUM_POLL_MS: '400' }

interface Seller {
  shop: Shop
  /** What the buyer wrote in each conversation. */
  written: Map<string, string[]>
}

t.test('hours without one side, 500 messages and replies waiting', async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  const { empik, thulium } = world
  let stop = await world.startServices(settings)
  const restart = async (): Promise<void> => {
    await stop()
    stop = await world.startServices(settings)
  }
  const withoutEmpikPlace = await createSeller(world)
  const withoutThulium = await createSeller(world)
  const sellers = [withoutEmpikPlace, withoutThulium]
  for (const { shop, written } of sellers)
    for (const threadId of written.keys()) {
      await mailSeen(world, shop, threadId, 'Dzień dobry')
      await nothingUnderWay(world, shop)
    }

  const toEmpikPlace = { operation: '*', subject: withoutEmpikPlace.shop.apiKey }
  const toThulium = { operation: '*', subject: withoutThulium.shop.tenantId }
  for (const [index, fault] of everyWay.entries()) {
    // Each takes its share of the calls that the ones before it let pass, so all are equally likely and none passes.
    const share = { times: null, probability: 1 / (everyWay.length - index), fault }
    empik.faults.add({ ...toEmpikPlace, ...share })
    thulium.faults.add({ ...toThulium, ...share })
  }
  for (const seller of sellers) {
    for (const threadId of seller.written.keys())
      for (const text of ['Odpowiedź pierwsza', 'Odpowiedź druga']) agentAnswers(world, seller.shop, threadId, text)
    buyersWrite(world, seller)
  }
  await failuresGo(world, withoutEmpikPlace.shop, 'empikplace', 4)
  await failuresGo(world, withoutThulium.shop, 'thulium', 4)
  await restart()
  await failuresGo(world, withoutEmpikPlace.shop, 'empikplace', 6)
  await failuresGo(world, withoutThulium.shop, 'thulium', 6)

  await t.test('meanwhile another seller notices nothing', async (t) => {
    const shop = await world.addShop()
    const { threadId } = empik.buyerWrites({ shopId: shop.shopId, text: 'Inny sprzedawca' })
    await mailSeen(world, shop, threadId, 'Inny sprzedawca')
    agentAnswers(world, shop, threadId, 'Odpowiadamy')
    await answerSeen(world, threadId, 'Odpowiadamy')
    t.same(await effectsIn(world, shop, ['unknown', 'parked']), [])
  })

  empik.faults.clear()
  thulium.faults.clear()
  for (const { shop, written } of sellers) {
    const [longest = ''] = written.keys()
    await until('a part of the backlog', () => mails(world, shop, longest).length > 20 || undefined)
  }
  await restart()

  for (const [side, seller] of [
    ['EmpikPlace', withoutEmpikPlace],
    ['Thulium', withoutThulium],
  ] as const)
    await t.test(`when ${side} is back all arrive once, in order, with no person needed`, async (t) => {
      const { shop, written } = seller
      for (const [threadId, texts] of written) {
        await mailSeen(world, shop, threadId, texts.at(-1) ?? '')
        const asked = texts[0] === 'Dzień dobry'
        if (asked) await answerSeen(world, threadId, 'Odpowiedź druga')
        await nothingUnderWay(world, shop)
        t.same(mails(world, shop, threadId), texts)
        const expected = asked ? ['Odpowiedź pierwsza', 'Odpowiedź druga'] : []
        t.same(answers(world, threadId), expected)
        t.same(replies(world, shop, threadId), expected, 'no reply came back')
      }
      t.same(await effectsIn(world, shop, ['parked']), [])
      t.equal(thulium.tickets(shop.tenantId).length, waiting.length, 'one ticket each')
      t.equal((await world.repository.integration(shop)).state.status, 'running')
    })
})

t.test('a reply that went out while M11 was away does not hide the gap behind it', async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  const { empik } = world
  await world.startServices(settings)
  const shop = await world.addShop()
  const { shopId } = shop
  const { threadId } = empik.buyerWrites({ shopId, text: 'Dzień dobry' })
  await ticketIdOf(world, shop, threadId)
  const away = empik.faults.add({
    operation: 'M11',
    subject: shop.apiKey,
    times: null,
    fault: { kind: 'status', status: 503 },
  })
  const texts = Array.from({ length: 120 }, (_, index) => `Wiadomość ${index + 1}`)
  const write = (part: readonly string[]): void => {
    for (const text of part) empik.buyerWrites({ shopId, threadId, text })
  }
  write(texts.slice(0, 60))
  agentAnswers(world, shop, threadId, 'Sprawdzamy')
  await answerSeen(world, threadId, 'Sprawdzamy')
  await nothingUnderWay(world, shop)
  // The newest 100 messages now hold one that is known, the reply, and 21 unknown ones are older than all of them.
  write(texts.slice(60))
  empik.faults.remove(away.id)
  await mailSeen(world, shop, threadId, 'Wiadomość 120')
  t.same(mails(world, shop, threadId), ['Dzień dobry', ...texts])
  t.same(replies(world, shop, threadId), ['Sprawdzamy'])
})

async function createSeller(world: World): Promise<Seller> {
  const shop = await world.addShop()
  const written = new Map<string, string[]>()
  for (let count = 0; count < knownBefore; count++) {
    const { threadId } = world.empik.buyerWrites({ shopId: shop.shopId, text: 'Dzień dobry' })
    written.set(threadId, ['Dzień dobry'])
  }
  return { shop, written }
}

/** Message by message in turn, two minutes apart, so that the conversations are as mixed as in hours of a real shop. */
function buyersWrite({ empik, thulium }: World, { shop, written }: Seller): void {
  const { shopId } = shop
  for (const count of waiting.slice(knownBefore)) {
    const text = `Nowa sprawa, 1 z ${count}`
    written.set(empik.buyerWrites({ shopId, text }).threadId, [text])
  }
  for (let turn = 1; turn <= Math.max(...waiting); turn++) {
    for (const [index, [threadId, texts]] of [...written].entries()) {
      const isNew = index >= knownBefore
      if (turn > (waiting[index] ?? 0) || (isNew && turn === 1)) continue
      const text = `Wiadomość ${turn}`
      empik.buyerWrites({ shopId, threadId, text })
      texts.push(text)
    }
    empik.clock.advance(120_000)
    thulium.clock.advance(120_000)
  }
}

/** Waits until so many looks at the side have failed in a row. */
const failuresGo = (world: World, { integrationId }: Shop, side: 'empikplace' | 'thulium', count: number) =>
  until(`${count} failed looks at ${side}`, async () => {
    const row = await world.store.db
      .selectFrom('polls')
      .select('failures')
      .where('integration_id', '=', integrationId)
      .where('side', '=', side)
      .executeTakeFirst()
    return (row?.failures ?? 0) >= count || undefined
  })
