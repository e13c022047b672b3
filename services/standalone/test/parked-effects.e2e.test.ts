import { until } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import {
  agentAnswers,
  answers,
  answerSeen,
  begin,
  comments,
  mails,
  mailSeen,
  nothingUnderWay,
  ticketOf,
} from './support/seen.ts'
import { createWorld, type Shop } from './support/world.ts'

t.setTimeout(540_000)

const effects = z.object({
  items: z.array(
    z.looseObject({
      effectKey: z.string(),
      kind: z.string(),
      threadId: z.string(),
      attempts: z.number(),
      failure: z.looseObject({ code: z.string().nullable() }).nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
})

t.test('a write that is refused waits for a person, who retries or dismisses it', { jobs: 4 }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  const { empik, thulium } = world
  await world.startServices()

  const addressOf = ({ tenantId, integrationId }: Shop): string =>
    `${world.apiUrl}/api/tenants/${tenantId}/integrations/${integrationId}/effects`
  const read = async (shop: Shop, query = '') =>
    effects.parse(await (await fetch(`${addressOf(shop)}${query}`)).json()).items
  const parked = (shop: Shop, kind: string) =>
    until(`a parked ${kind}`, async () =>
      // The reason comes with the projection, a moment after the state.
      (await read(shop)).find((effect) => effect.kind === kind && effect.failure?.code),
    )
  const decide = async (shop: Shop, effectKey: string, decision: 'retry' | 'dismiss'): Promise<Response> =>
    fetch(`${addressOf(shop)}/${encodeURIComponent(effectKey)}/${decision}`, { method: 'POST' })
  const refuse = (shop: Shop, operation: string) =>
    thulium.faults.add({ operation, subject: shop.tenantId, times: null, fault: { kind: 'status', status: 422 } })

  void t.test('the cause is repaired, and a retry brings the ticket and all that waited behind it', async (t) => {
    const shop = await world.addShop()
    const { id } = refuse(shop, 'POST tickets')
    const { threadId } = empik.buyerWrites({ shopId: shop.shopId, text: 'Pierwsza' })
    const effect = await parked(shop, 'ticket:create')
    empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Druga' })
    const waiting = await until('the second message', async () => {
      const found = await read(shop, '?state=waiting')
      return found.some(({ kind }) => kind === 'message:mirror') ? found : undefined
    })
    t.notOk(waiting.some(({ effectKey }) => effectKey === effect.effectKey))
    t.match(effect, {
      threadId,
      state: 'parked',
      ticketId: null,
      attempts: 1,
      nextTryAt: null,
      parkedAt: /Z$/,
      failure: { class: 'refused', code: 'effect.refused' },
      what: { pl: 'Utworzenie zgłoszenia' },
      next: { pl: /ponów/ },
    })

    thulium.faults.remove(id)
    t.equal((await decide(shop, effect.effectKey, 'retry')).status, 200)
    await mailSeen(world, shop, threadId, 'Druga')
    await nothingUnderWay(world, shop)
    t.same(mails(world, shop, threadId), ['Pierwsza', 'Druga'])
    t.equal(thulium.tickets(shop.tenantId).length, 1)
    t.same(await read(shop, '?state=open'), [])

    const again = await decide(shop, effect.effectKey, 'retry')
    t.equal(again.status, 409)
    t.match(await again.json(), { code: 'effect.not_parked' })
  })

  void t.test('a retry without a repair is parked again, with one more try', async (t) => {
    const shop = await world.addShop()
    refuse(shop, 'POST tickets')
    empik.buyerWrites({ shopId: shop.shopId, text: 'Pierwsza' })
    const { effectKey, attempts } = await parked(shop, 'ticket:create')
    await decide(shop, effectKey, 'retry')
    const again = await until('parked again', async () =>
      (await read(shop)).find((effect) => effect.attempts > attempts && effect.failure?.code),
    )
    t.match(again, { effectKey, state: 'parked', failure: { code: 'effect.refused' } })
  })

  void t.test('a reply that EmpikPlace refused goes out once after a retry', async (t) => {
    const { shop, threadId } = await begin(world)
    empik.faults.add({ operation: 'M12', subject: shop.apiKey, fault: { kind: 'status', status: 400 } })
    agentAnswers(world, shop, threadId, 'Odpowiedź')
    const { effectKey } = await parked(shop, 'reply:send')
    await until('the agent is told', () => comments(world, shop, threadId).find((text) => /nie dotarła/.test(text)))
    await decide(shop, effectKey, 'retry')
    await answerSeen(world, threadId, 'Odpowiedź')
    await nothingUnderWay(world, shop)
    t.same(answers(world, threadId), ['Odpowiedź'])
  })

  void t.test('a reply that is dismissed is never sent, and later ones are', async (t) => {
    const { shop, threadId } = await begin(world)
    empik.faults.add({ operation: 'M12', subject: shop.apiKey, fault: { kind: 'status', status: 400 } })
    agentAnswers(world, shop, threadId, 'Nieudana')
    const { effectKey } = await parked(shop, 'reply:send')
    t.equal((await decide(shop, effectKey, 'dismiss')).status, 200)
    agentAnswers(world, shop, threadId, 'Następna')
    await answerSeen(world, threadId, 'Następna')
    await nothingUnderWay(world, shop)
    t.same(answers(world, threadId), ['Następna'])
    t.same(await read(shop, '?state=open'), [])
    const row = await world.store.db
      .selectFrom('conversations')
      .select(['replies_pending', 'replies_sent'])
      .where('thread_id', '=', threadId)
      .executeTakeFirst()
    t.same(row, { replies_pending: 0, replies_sent: 1 })
    t.equal((await decide(shop, effectKey, 'retry')).status, 409, 'and cannot be retried after that')
  })

  void t.test('a ticket that is dismissed stays away; the next message opens one', async (t) => {
    const shop = await world.addShop()
    const { id } = refuse(shop, 'POST tickets')
    const { threadId } = empik.buyerWrites({ shopId: shop.shopId, text: 'Pierwsza' })
    const { effectKey } = await parked(shop, 'ticket:create')
    thulium.faults.remove(id)
    await decide(shop, effectKey, 'dismiss')
    await nothingUnderWay(world, shop)
    t.equal(ticketOf(world, shop, threadId), undefined)
    empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Druga' })
    await mailSeen(world, shop, threadId, 'Druga')
    await nothingUnderWay(world, shop)
    t.same(mails(world, shop, threadId), ['Druga'])
    t.same(await read(shop, '?state=open'), [])
  })

  void t.test('a customer record that is refused keeps no message out of Thulium, and can be dismissed', async (t) => {
    const shop = await world.addShop()
    refuse(shop, 'GET customers')
    const { threadId } = empik.buyerWrites({ shopId: shop.shopId, text: 'Pierwsza' })
    await mailSeen(world, shop, threadId, 'Pierwsza')
    const { effectKey } = await parked(shop, 'customer:add')
    await decide(shop, effectKey, 'dismiss')
    await nothingUnderWay(world, shop)
    t.same(await read(shop, '?state=open'), [])
  })

  void t.test('of one shop nobody decides under the address of another', async (t) => {
    const [shop, other] = [await world.addShop(), await world.addShop()]
    refuse(shop, 'POST tickets')
    empik.buyerWrites({ shopId: shop.shopId, text: 'Pierwsza' })
    const { effectKey } = await parked(shop, 'ticket:create')
    const answer = await decide(other, effectKey, 'dismiss')
    t.equal(answer.status, 404)
    t.match(await answer.json(), { code: 'effect.unknown' })
    t.equal((await read(shop)).length, 1)
  })
})
