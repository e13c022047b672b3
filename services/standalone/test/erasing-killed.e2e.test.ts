import { erasedText } from '@connector/domain/events'
import { conversationStream } from '@connector/domain/words'
import { noDatabase, until as waitFor } from '@connector/test-kit'
import t, { type Test } from 'tap'
import { startChild } from './support/child.ts'
import { askFor, endOf, onlyOperations, restPolls } from './support/operate.ts'
import { nothingUnderWay, ticketIdOf } from './support/seen.ts'
import { createWorld, type Shop, type World } from './support/world.ts'

/**
 * As in operations.e2e, and where it hurts most: the process is killed when the log knows that a conversation is erased and its key
 * is still there, with others erased before and others to come. Twice, each time in another conversation, then once before it has
 * written down where it is.
 */
t.setTimeout(600_000)

const worker = 'services/standalone/test/support/worker-main.ts'

interface Tenant {
  shop: Shop
  /** Three of the buyer who is to go, and one of somebody else, who wrote later. */
  gone: string[]
  stays: string
}

async function tenantOf(world: World, buyer: string): Promise<Tenant> {
  const shop = await world.addShop()
  const write = async (customer: string, text: string): Promise<string> => {
    const { threadId } = world.empik.buyerWrites({
      ...{ shopId: shop.shopId, text, topic: { type: 'FREE_TEXT', value: `Pyta ${customer}` } },
      customer: { id: customer, firstname: 'Zofia', lastname: customer },
    })
    await ticketIdOf(world, shop, threadId)
    return threadId
  }
  const gone = [await write(buyer, 'Kurier'), await write(buyer, 'Faktura'), await write(buyer, 'Zwrot')]
  return { shop, gone, stays: await write(`${buyer}-nie`, 'Zostaje') }
}

/** All that is left of a conversation, without what differs by chance. */
async function leftOf(world: World, { shop }: Tenant, threadId: string) {
  const events = await world.log.readStream(conversationStream({ ...shop, threadId }))
  const { state } = await world.repository.conversation({ ...shop, threadId })
  const { rows: keys } = await world.store.pool.query(
    `select generation, wrapped_key is null as gone, retired_at is not null as retired from conversation_keys
     where tenant_id = $1 and owner = $2 order by generation`,
    [shop.tenantId, conversationStream({ ...shop, threadId })],
  )
  const { rows } = await world.store.pool.query(
    `select subject, customer_name, last_words, message_count, (select count(*)::int from conversation_words w
       where w.tenant_id = c.tenant_id and w.thread_id = c.thread_id) as words
     from conversations c where tenant_id = $1 and thread_id = $2`,
    [shop.tenantId, threadId],
  )
  return { types: events.map(({ type }) => type), bodies: state.messages.map(({ body }) => body), keys, rows }
}

t.test('killed between the event and the key', { skip: noDatabase ?? false }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  for (const kind of ['erase', 'retention'] as const) await t.test(kind, (t) => outlives(t, world, kind))
})

async function outlives(t: Test, world: World, kind: 'erase' | 'retention'): Promise<void> {
  const first = await world.startServices()
  const calm = await tenantOf(world, `${kind}-a`)
  const troubled = await tenantOf(world, `${kind}-b`)
  for (const { shop } of [calm, troubled]) await nothingUnderWay(world, shop)
  const until = world.clock.now().toISOString()
  world.clock.moveTo(new Date(world.clock.now().getTime() + 60_000))
  // In each account somebody has written since.
  for (const { shop, stays } of [calm, troubled]) {
    const { messageId } = world.empik.buyerWrites({ shopId: shop.shopId, threadId: stays, text: 'Jeszcze jedno' })
    await messageKnown(world, shop, stays, messageId)
    await nothingUnderWay(world, shop)
  }
  await first()
  await restPolls(world)
  const bodyOf = ({ shop }: Tenant, buyer: string) =>
    kind === 'erase' ? { kind, customerId: buyer } : { kind, until, integrationId: shop.integrationId }

  const url = await askFor(world, troubled.shop, bodyOf(troubled, `${kind}-b`))
  const erased = async (): Promise<number> => {
    const types = await Promise.all(troubled.gone.map((threadId) => leftOf(world, troubled, threadId)))
    return types.filter((one) => one.types.includes('BuyerErased')).length
  }
  for (const [point, known] of [
    ['append.after:BuyerErased', 1],
    ['append.after:BuyerErased', 2],
    [`checkpoint.before:${kind}`, 2],
  ] as const) {
    const environment = { ...world.environment, ...onlyOperations, CONNECTOR_KILL_AT: point }
    t.equal(await startChild(worker, environment).ended, 'SIGKILL', `killed at ${point}`)
    t.equal(await erased(), known, 'in the middle')
    await world.leasesRunOut()
  }
  const stop = await world.startServices(onlyOperations)
  const disturbed = await endOf(url)
  const undisturbed = await endOf(await askFor(world, calm.shop, bodyOf(calm, `${kind}-a`)))
  await stop()

  t.equal(disturbed.operation['state'], 'finished')
  t.strictSame(disturbed.operation['result'], undisturbed.operation['result'])
  const told = (findings: typeof disturbed.findings) => findings.map(({ what }) => String(what)).sort()
  t.strictSame(told(disturbed.findings), told(undisturbed.findings))
  for (const [place, threadId] of troubled.gone.entries()) {
    const left = await leftOf(world, troubled, threadId)
    t.strictSame(left, await leftOf(world, calm, calm.gone[place] ?? ''))
    t.equal(left.types.filter((type) => type === 'BuyerErased').length, 1, 'once')
    t.match(left, { bodies: [erasedText], keys: [{ gone: true }], rows: [{ subject: erasedText, words: 0 }] })
  }
  t.match(await leftOf(world, troubled, troubled.stays), {
    bodies: ['Zostaje', 'Jeszcze jedno'],
    keys: [{ gone: false }],
  })
}

const messageKnown = async (world: World, shop: Shop, threadId: string, messageId: string): Promise<void> => {
  await waitFor('the message', async () => {
    const { state } = await world.repository.conversation({ ...shop, threadId })
    return state.messages.some((message) => message.messageId === messageId) || undefined
  })
}
