import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { agentAnswers, answers, answerSeen, begin, mailSeen, type Scene } from './support/seen.ts'
import { accountConfig } from './support/account.ts'
import { createWorld } from './support/world.ts'

t.setTimeout(120_000)

const hourMs = 3_600_000
/** So far apart are looks that hints ask for, and a little more. */
const spacingMs = 6_000

const webhook = z.object({ url: z.url() })

await t.test('Webhooks of Thulium are hints', { skip: noDatabase ?? false }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  const { empik, thulium, clock, apiUrl } = world
  await world.startServices({ THULIUM_POLL_MS: String(hourMs), TICKET_SWEEP_MS: String(24 * hourMs) })

  const pass = (ms: number): void => clock.moveTo(new Date(clock.now().getTime() + ms))

  const poll = ({ shop: { tenantId } }: Scene) =>
    world.store.db
      .selectFrom('polls')
      .select(['next_at', 'last_success_at'])
      .where('tenant_id', '=', tenantId)
      .where('side', '=', 'thulium')
      .executeTakeFirst()

  interface Subscribed extends Scene {
    url: string
  }

  /** A conversation with its ticket, of which Thulium tells when a buyer writes; it was looked at a while ago. */
  async function subscribe(delivery: 'once' | 'duplicate' | 'never'): Promise<Subscribed> {
    const scene = await begin(world)
    const { tenantId: system } = scene.shop
    await until('the first look', async () => (await poll(scene))?.last_success_at ?? undefined)
    pass(spacingMs)
    thulium.setSwitches(system, { webhookMessageReceived: true, webhookDelivery: delivery })
    const shown: unknown = await (await fetch(`${apiUrl}/api/tenants/${system}/thulium/webhook`)).json()
    const url = `${apiUrl}${new URL(webhook.parse(shown).url).pathname}`
    const { apiUser, password } = accountConfig(system)
    const answer = await fetch(`${world.environment['THULIUM_URL']?.replace('{system}', system)}/api/webhooks`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${apiUser}:${password}`).toString('base64')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ actions: ['TICKET_MESSAGE_RECEIVED'], subscription_url: url }),
    })
    t.equal(answer.status, 201)
    return { ...scene, url }
  }

  /** The agent answers; then the buyer writes once more, which is what there is an event for. */
  async function agentAndBuyerWrite({ shop, threadId }: Scene): Promise<void> {
    agentAnswers(world, shop, threadId, 'Odpowiedź')
    empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Jeszcze coś' })
    await mailSeen(world, shop, threadId, 'Jeszcze coś')
    await thulium.webhooksSettled()
  }
  const sent = ({ shop, threadId }: Scene) => ({
    answers: answers(world, threadId),
    calls: empik.counters.count({ operation: 'M12', subject: shop.apiKey }),
  })
  const once = { answers: ['Odpowiedź'], calls: 1 }

  for (const delivery of ['once', 'duplicate'] as const)
    await t.test(`delivered ${delivery}: a reply goes out an hour before the regular look`, async (t) => {
      const scene = await subscribe(delivery)
      const regular = (await poll(scene))?.next_at
      await agentAndBuyerWrite(scene)
      await answerSeen(world, scene.threadId, 'Odpowiedź')
      t.ok(regular && clock.now().getTime() < regular.getTime() - hourMs / 2, 'long before the regular look')
      t.same(sent(scene), once)
      const outcomes = thulium.webhookLog(scene.shop.tenantId).map(({ outcome }) => outcome)
      t.same(outcomes, delivery === 'once' ? [204] : [204, 204])
    })

  await t.test('forged ones change nothing, and those with rubbish in them no more than a look', async (t) => {
    const scene = await subscribe('never')
    const { ticketId, shop } = scene
    const before = await poll(scene)
    const entries = () => thulium.ticket(shop.tenantId, ticketId).messages.length
    const known = entries()
    t.equal((await fetch(`${scene.url}x`, { method: 'POST', body: 'action=TICKET_CREATED' })).status, 404)
    t.same(await poll(scene), before)
    t.equal((await fetch(scene.url, { method: 'POST', body: '{"action":"\u0000' })).status, 204)
    await until('the look', async () => {
      const seenAt = (await poll(scene))?.last_success_at
      return (seenAt && before?.last_success_at && seenAt > before.last_success_at) || undefined
    })
    t.same(sent(scene), { answers: [], calls: 0 })
    t.equal(entries(), known)
  })

  await t.test('lost: the reply goes out with the regular look', async (t) => {
    const scene = await subscribe('never')
    const before = await poll(scene)
    await agentAndBuyerWrite(scene)
    t.same(await poll(scene), before, 'nobody has said that there is something to see')
    pass(hourMs * 1.1)
    await answerSeen(world, scene.threadId, 'Odpowiedź')
    t.same(sent(scene), once)
  })
})
