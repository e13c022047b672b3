import { randomUUID } from 'node:crypto'
import { connectWorker, migrate, schemaDigest } from '@connector/store'
import { createTestDatabase } from '@connector/test-kit'
import { sql } from 'kysely'
import t from 'tap'
import { createContacts } from '../src/empikplace/contacts.ts'

const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
const store = connectWorker({ url: database.url })
t.teardown(async () => {
  await store.close()
  await database.drop()
})

const shop = { tenantId: 'sklep', integrationId: 'integracja-1' }
const otherShop = { ...shop, integrationId: 'integracja-2' }
const otherTenant = { ...shop, tenantId: 'inny' }
const newBuyer = (): string => `c-${randomUUID()}`

/** A conversation as the projector writes it; the columns that are not asked about do not matter. */
const project = (ref: typeof shop, threadId: string, customerId: string | null, ticketPlanned = true) =>
  sql`
    insert into conversations (
      tenant_id, integration_id, thread_id, customer_id, planning,
      subject, order_recorded, message_count, replies_pending, replies_sent, revision, changed_at)
    values (
      ${ref.tenantId}, ${ref.integrationId}, ${threadId}, ${customerId}, ${JSON.stringify({ ticketPlanned, held: [] })},
      '', false, 1, 0, 0, 0, now())
  `.execute(store.db)

const opening = (customerId: string, ...threadIds: string[]) => threadIds.map((threadId) => ({ threadId, customerId }))

/** Follow-ups, as told by a process that has just started. */
const followUps = async (ref: typeof shop, asked: ReturnType<typeof opening>): Promise<string[]> => [
  ...(await createContacts(store).followUps(ref, asked)),
]

t.test('a buyer nobody knows makes first contact', async (t) => {
  const buyer = newBuyer()
  t.same(await followUps(shop, opening(buyer, 'nowa')), [])
  await project(shop, `bez-klienta-${buyer}`, null)
  await project(shop, `nowa-${buyer}`, buyer)
  t.same(await followUps(shop, opening(buyer, `nowa-${buyer}`)), [], 'not even when the conversation itself is known')
})

t.test('a buyer with another conversation in the account is known, with whichever shop it was', async (t) => {
  const buyer = newBuyer()
  await project(shop, `dawna-${buyer}`, buyer)
  t.same(await followUps(shop, opening(buyer, 'nowa')), ['nowa'])
  t.same(await followUps(otherShop, opening(buyer, 'nowa')), ['nowa'])
  t.same(await followUps(otherShop, opening(buyer, `dawna-${buyer}`)), [`dawna-${buyer}`], 'ids are a shop’s own')
  t.same(await followUps(otherTenant, opening(buyer, 'nowa')), [], 'another account knows nothing of it')
})

t.test('a conversation without a ticket is no contact: the buyer has not written in it', async (t) => {
  const buyer = newBuyer()
  await project(shop, `faktura-${buyer}`, buyer, false)
  t.same(await followUps(shop, opening(buyer, 'nowa')), [])
})

t.test('of two conversations that come at once the first is the first contact', async (t) => {
  const buyer = newBuyer()
  t.same(await followUps(shop, [...opening(buyer, 'a', 'b', 'c'), ...opening(newBuyer(), 'd')]), ['b', 'c'])
})

t.test('a conversation just recorded counts before the read model shows it, and is none to itself', async (t) => {
  const buyer = newBuyer()
  const contacts = createContacts(store)
  const ask = async (ref: typeof shop, ...threadIds: string[]) => [
    ...(await contacts.followUps(ref, opening(buyer, ...threadIds))),
  ]
  t.same(await ask(shop, 'a'), [])
  t.same(await ask(shop, 'a'), [], 'asked again, since it could not be recorded')
  t.same(await ask(shop, 'b'), ['b'])
  t.same(await ask(otherShop, 'a'), ['a'])
  t.same(await ask(otherTenant, 'b'), [])
})

t.test('a page of 100 conversations is one question', async (t) => {
  const queries: string[] = []
  const counting = {
    ...store,
    db: store.db.withPlugin({
      transformQuery: ({ node }) => {
        queries.push(node.kind)
        return node
      },
      transformResult: async ({ result }) => Promise.resolve(result),
    }),
  }
  const asked = Array.from({ length: 100 }, (_, index) => opening(newBuyer(), `n-${index}`)).flat()
  t.equal((await createContacts(counting).followUps(shop, asked)).size, 0)
  t.equal(queries.length, 1)
  await createContacts(counting).followUps(shop, [])
  t.equal(queries.length, 1, 'and nothing to ask is none')
})
