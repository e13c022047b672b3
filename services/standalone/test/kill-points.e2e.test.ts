import { until } from '@connector/test-kit'
import t from 'tap'
import { humanLogin } from './support/account.ts'
import { startChild } from './support/child.ts'
import { createOutside, createWorld, type Shop, type World } from './support/world.ts'

/**
 * A process dies at each named point, in both directions, and another one goes on: every message is in the ticket once,
 * every reply is in EmpikPlace once. The part after the colon says where exactly: the first event of the append, the
 * kind of effect, the last part of the path of the call, or whose checkpoint.
 */
const inbound = [
  'append.before:MessageReceived',
  'append.after:MessageReceived',
  'append.before:TicketCreated',
  'append.after:TicketCreated',
  'append.after:MessageMirrored',
  'claim.before',
  'claim.after:customer:link',
  'claim.after:ticket:create',
  'claim.after:message:mirror',
  'call-sent.before:ticket:create',
  'call-sent.after:customers',
  'call-sent.after:tickets',
  'call-sent.after:customer_response',
  'call-answered.before:customers',
  'call-answered.before:tickets',
  'call-answered.before:customer_response',
  'call-answered.after:customer:link',
  'call-answered.after:ticket:create',
  'call-answered.after:message:mirror',
  'confirm.before:ticket:create',
  'confirm.after:ticket:create',
  'checkpoint.before:empikplace',
  'checkpoint.after:empikplace',
  'checkpoint.before:read-models',
  'checkpoint.after:read-models',
]
const outbound = [
  'append.before:ReplyRequested',
  'append.after:ReplyRequested',
  'append.before:ReplySent',
  'append.after:ReplySent',
  'claim.after:reply:send',
  'call-sent.before:reply:send',
  'call-sent.after:message',
  'call-answered.before:message',
  'call-answered.after:reply:send',
  'confirm.before:reply:send',
  'confirm.after:reply:send',
  'checkpoint.before:thulium',
  'checkpoint.after:thulium',
]

const worker = 'services/standalone/test/support/worker-main.ts'

interface Scene {
  world: World
  shop: Shop
  mails: () => string[]
  answers: (threadId: string) => string[]
}

const outside = await createOutside()
t.teardown(() => outside.close())

async function withScene(work: (scene: Scene) => Promise<void>): Promise<void> {
  const world = await createWorld(outside)
  try {
    const shop = await world.addShop()
    await work({
      world,
      shop,
      mails: () =>
        world.thulium
          .tickets(shop.tenantId)
          .flatMap(({ messages }) =>
            messages.filter(({ type }) => type === 'MAIL').map(({ body }) => body.replace(/<[^>]*>/g, '')),
          ),
      answers: (threadId) =>
        world.empik
          .thread(threadId)
          .messages.filter(({ from }) => from.type === 'SHOP_USER')
          .map(({ body }) => body),
    })
  } finally {
    await world.dispose()
  }
}

/**
 * Runs `during` while a worker lives that dies at the point, then with a healthy one, until `done`. The healthy one is in the
 * test's own process: 38 processes less are 38 times 2 s of processor time less.
 */
async function dieAndGoOn(
  { world }: Scene,
  point: string,
  during: () => void,
  done: () => Promise<void>,
): Promise<unknown> {
  const doomed = startChild(worker, { ...world.environment, CONNECTOR_KILL_AT: point })
  during()
  const end = await doomed.ended
  await world.leasesRunOut()
  const stop = await world.startServices()
  await done()
  await stop()
  return end
}

t.test('a buyer’s messages survive a kill at', { jobs: 3 }, (t) => {
  for (const point of inbound)
    t.test(point, async (t) => {
      await withScene(async (scene) => {
        const { world, shop, mails } = scene
        const { shopId } = shop
        let threadId = ''
        const end = await dieAndGoOn(
          scene,
          point,
          () => {
            threadId = world.empik.buyerWrites({ shopId, text: 'Pierwsza' }).threadId
            world.empik.buyerWrites({ shopId, threadId, text: 'Druga' })
          },
          async () => {
            await until('both messages', () => (mails().includes('Druga') ? true : undefined))
            // What is in the ticket after this one went through every earlier step.
            world.empik.buyerWrites({ shopId, threadId, text: 'Ostatnia' })
            await until('the last message', () => (mails().includes('Ostatnia') ? true : undefined))
          },
        )
        t.equal(end, 'SIGKILL', 'the process died at the point')
        t.same(mails(), ['Pierwsza', 'Druga', 'Ostatnia'], 'each message is there once, in order')
        t.equal(world.thulium.tickets(shop.tenantId).length, 1, 'one ticket')
        t.equal(world.thulium.customers(shop.tenantId).length, 1, 'one customer')
      })
    })
  t.end()
})

t.test('an agent’s reply survives a kill at', { jobs: 3 }, (t) => {
  for (const point of outbound)
    t.test(point, async (t) => {
      await withScene(async (scene) => {
        const { world, shop, mails, answers } = scene
        const { shopId, tenantId: system } = shop
        const { threadId } = world.empik.buyerWrites({ shopId, text: 'Pytanie' })
        const stop = await world.startServices()
        const ticketId = await until('the ticket', () => world.thulium.tickets(system)[0]?.ticketId)
        await until('nothing under way', async () => (await openEffects(world)) === 0 || undefined)
        await stop()

        const reply = (html: string): unknown =>
          world.thulium.agentReplies({ system, ticketId, login: humanLogin, html })
        const end = await dieAndGoOn(
          scene,
          point,
          () => reply('<p>Odpowiedź</p>'),
          async () => {
            await until('the reply', () => (answers(threadId).includes('Odpowiedź') ? true : undefined))
            reply('<p>Druga odpowiedź</p>')
            await until('the second reply', () => (answers(threadId).includes('Druga odpowiedź') ? true : undefined))
            world.empik.buyerWrites({ shopId, threadId, text: 'Ostatnia' })
            await until('the last message', () => (mails().includes('Ostatnia') ? true : undefined))
          },
        )
        t.equal(end, 'SIGKILL', 'the process died at the point')
        t.same(answers(threadId), ['Odpowiedź', 'Druga odpowiedź'], 'each reply reached EmpikPlace once, in order')
        const replies = world.thulium.ticket(system, ticketId).messages.filter(({ type }) => type === 'REPLY')
        t.equal(replies.length, 2, 'no reply came back into the ticket')
      })
    })
  t.end()
})

async function openEffects(world: World): Promise<number> {
  const rows = await world.store.db
    .selectFrom('effects')
    .select('effect_key')
    .where('state', '<>', 'confirmed')
    .execute()
  return rows.length
}
