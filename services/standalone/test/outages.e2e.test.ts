import { startIntegration } from '@connector/domain/integration'
import type { Fault } from '@connector/sandbox'
import { until } from '@connector/test-kit'
import t, { type Test } from 'tap'
import { agentLogin, humanLogin } from './support/account.ts'
import { createWorld, type Shop, type World } from './support/world.ts'

/**
 * One call of one endpoint fails in one way, while a conversation goes through everything the connector does: a customer
 * and a ticket are created, messages of buyer and seller enter it, a reply goes out, a comment tells of one that is too
 * short. However the call fails, the outcome is the same.
 */
const endpoints = [
  'M11',
  'M10',
  'OR11',
  'M12',
  'GET customers',
  'POST customers',
  'GET tickets',
  'POST tickets',
  'GET tickets/:id',
  'POST tickets/:id/customer_response',
  'POST tickets/:id/agent_response',
  'POST tickets/:id/comment',
]

const timeoutMs = 3_000

const faults: Record<string, Fault> = {
  '429 with seconds': { kind: 'status', status: 429, retryAfter: 1 },
  '429 with a date': { kind: 'status', status: 429, retryAfter: 'http-date', retryAfterSeconds: 1 },
  'a bare 429': { kind: 'status', status: 429 },
  '500': { kind: 'status', status: 500 },
  '502 with a page': { kind: 'status', status: 502, body: 'html' },
  '503 with Retry-After': { kind: 'status', status: 503, retryAfter: 1 },
  '200 with a page': { kind: 'html' },
  'half an answer': { kind: 'truncate' },
  'an answer past the deadline': { kind: 'latency', ms: timeoutMs + 50 },
  'a cut before the work': { kind: 'cut-before' },
  'a cut after the work': { kind: 'cut-after' },
  '500 after the work': { kind: 'status-after', status: 500 },
}

const patienceMs = 200_000

interface Scene {
  world: World
  shop: Shop
  threadId: string
}

t.test('nothing is lost or doubled', { jobs: endpoints.length * Object.keys(faults).length }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  await world.startServices({
    // Look-ups must come after the moment at which a slow call is carried out, so waits are less short than elsewhere.
    WAIT_SCALE: '0.1',
    EMPIKPLACE_POLL_MS: '2000',
    THULIUM_POLL_MS: '2000',
    OUTSIDE_TIMEOUT_MS: String(timeoutMs),
  })
  for (const endpoint of endpoints)
    for (const [name, fault] of Object.entries(faults))
      void t.test(`when ${endpoint} gives ${name}`, async (t) => {
        const shop = await world.addShop({ start: false })
        const side = endpoint.includes(' ') ? world.thulium : world.empik
        const subject = endpoint.includes(' ') ? shop.tenantId : shop.apiKey
        const { id } = side.faults.add({ operation: endpoint, subject, fault })
        await world.repository.changeIntegration(shop, 'test', startIntegration)
        const scene = await haveConversation(world, shop)
        t.notOk(
          side.faults.list().some((rule) => rule.id === id),
          'the fault happened',
        )
        await checkOutcome(t, scene)
      })
})

const bodies = ({ world, shop }: Scene, type: string, login?: string): string[] =>
  world.thulium
    .tickets(shop.tenantId)
    .flatMap(({ messages }) => messages)
    .filter((message) => message.type === type && (login === undefined || message.userLogin === login))
    .map(({ body, comment }) => (body === '' ? comment : body.replace(/<[^>]*>/g, '')))

const answers = ({ world, threadId }: Scene): string[] =>
  world.empik
    .thread(threadId)
    .messages.filter(({ from }) => from.type === 'SHOP_USER')
    .map(({ body }) => body)

const refusals = (scene: Scene): string[] => bodies(scene, 'COMMENT').filter((text) => text.includes('nie została'))

async function haveConversation(world: World, shop: Shop): Promise<Scene> {
  const { shopId, tenantId: system } = shop
  const order = world.empik.addOrder({ shopId })
  const { threadId } = world.empik.buyerWrites({ shopId, orderId: order.id, text: 'Pierwsza' })
  const scene = { world, shop, threadId }
  // The shop is not shown this one, only that there is one more: a reason to read the whole thread (M10).
  world.empik.operatorWrites({ shopId, threadId, text: 'Tylko dla klienta', to: 'CUSTOMER' })
  world.empik.sellerWrites({ shopId, threadId, text: 'Od obsługi' })
  world.empik.buyerWrites({ shopId, threadId, text: 'Druga' })
  const ticketId = await until(
    `the first messages of ${system}`,
    () =>
      bodies(scene, 'MAIL').includes('Druga') && bodies(scene, 'REPLY').length > 0
        ? world.thulium.tickets(system)[0]?.ticketId
        : undefined,
    patienceMs,
  )
  for (const html of ['<p>Odpowiedź</p>', 'ok'])
    world.thulium.agentReplies({ system, ticketId, login: humanLogin, html })
  await until('the reply', () => answers(scene).includes('Odpowiedź') || undefined, patienceMs)
  await until('the comment', () => refusals(scene).length > 0 || undefined, patienceMs)
  world.empik.buyerWrites({ shopId, threadId, text: 'Ostatnia' })
  await until('the last message', () => bodies(scene, 'MAIL').includes('Ostatnia') || undefined, patienceMs)
  await until('nothing under way', async () => (await unsettled(scene)).length === 0 || undefined, patienceMs)
  return scene
}

async function checkOutcome(t: Test, scene: Scene): Promise<void> {
  const { world, shop } = scene
  t.same(bodies(scene, 'MAIL'), ['Pierwsza', 'Druga', 'Ostatnia'], 'the buyer’s messages are there once, in order')
  t.equal(bodies(scene, 'REPLY', agentLogin).length, 1, 'the seller’s message is there once')
  t.same(answers(scene), ['Od obsługi', 'Odpowiedź'], 'the reply reached EmpikPlace once')
  t.equal(bodies(scene, 'REPLY', humanLogin).length, 2, 'the replies are as they were')
  t.equal(refusals(scene).length, 1, 'the agent was told once that the short one was not sent')
  t.equal(world.thulium.customers(shop.tenantId).length, 1, 'one CRM customer')
  t.equal(world.thulium.tickets(shop.tenantId).length, 1, 'one ticket')
  const { state } = await world.repository.integration(shop)
  t.equal(state.status, 'running', 'the integration runs')
  t.equal(state.unreadable.size, 0, 'an outage is not taken for a bad input')
}

/** Effects that are not done; a parked one would stay here and end the wait with an error that names it. */
const unsettled = ({ world, shop }: Scene) =>
  world.store.db
    .selectFrom('effects')
    .select(['effect_key', 'state', 'failure_message'])
    .where('tenant_id', '=', shop.tenantId)
    .where('state', '<>', 'confirmed')
    .execute()
