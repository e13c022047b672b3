import { createLog } from '@connector/service-kit'
import { connectWorker, migrate, schemaDigest } from '@connector/store'
import { countStatements, createTestDatabase, noDatabase } from '@connector/test-kit'
import t from 'tap'
import { createSweep } from '../src/thulium/sweep.ts'
import { createOwnTickets, type OwnTicket } from '../src/thulium/tickets.ts'

const sweepMs = 600_000
const now = new Date('2026-03-02T12:00:00Z')
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000)
const day = 24 * 60

await t.test('Own tickets', { skip: noDatabase ?? false }, async (t) => {
  const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
  const store = connectWorker({ url: database.url })
  const { db } = store
  t.teardown(async () => {
    await store.close()
    await database.drop()
  })
  const tickets = createOwnTickets(store)
  let nextTicket = 1

  const reading = (readAt: Date) => ({ readAt, shown: undefined, shownSince: readAt, minuteOver: false })

  async function ticket(integrationId: string, changedAt: Date, read?: { at: Date; closed: boolean }): Promise<number> {
    const ticketId = nextTicket++
    await db
      .insertInto('conversations')
      .values({
        tenant_id: 'sklep',
        integration_id: integrationId,
        thread_id: `thread-${ticketId}`,
        subject: '',
        customer_id: null,
        customer_name: null,
        order_id: null,
        order_recorded: false,
        thulium_customer_id: 9_000 + ticketId,
        ticket_id: ticketId,
        message_count: 1,
        last_message_at: changedAt,
        last_author: 'customer',
        replies_pending: 0,
        replies_sent: 0,
        reply_needed_since: null,
        unanswered_since: null,
        planning: JSON.stringify({}),
        revision: 0,
        changed_at: changedAt,
      })
      .execute()
    if (read) await tickets.markRead('sklep', ticketId, reading(read.at), read.closed)
    return ticketId
  }
  const shops = (...integrationIds: string[]) => ({ tenantId: 'sklep', integrationIds })
  const idsOf = (found: readonly OwnTicket[]): number[] => found.map(({ ticketId }) => ticketId)
  const unchanged = (integrationId: string, limit = 100, except: number[] = []) =>
    tickets.unchanged(shops(integrationId), { now, sweepMs, limit, except })
  const toRead = async (integrationId: string): Promise<number[]> => {
    const swept = await unchanged(integrationId)
    return idsOf([...(await tickets.waiting(shops(integrationId))).tickets, ...swept.tickets])
  }

  await t.test('a queue shared by two shops shows each only its own', async (t) => {
    const [one, other] = [await ticket('shared-1', now), await ticket('shared-2', now)]
    const own = async (integrationId: string) =>
      (await tickets.among({ tenantId: 'sklep', integrationIds: [integrationId] }, [one, other, 999])).map(
        ({ ticketId }) => ticketId,
      )
    t.same(await own('shared-1'), [one])
    t.same(await own('shared-2'), [other])
    t.same(await tickets.among({ tenantId: 'other', integrationIds: ['shared-1'] }, [one]), [])
  })

  await t.test('the newest ticket comes with its buyer', async (t) => {
    t.same(await tickets.newest({ tenantId: 'sklep', integrationId: 'nobody' }), {})
    const ticketId = await ticket('newest', now)
    t.same(await tickets.newest({ tenantId: 'sklep', integrationId: 'newest' }), {
      ticketId,
      customerId: 9_000 + ticketId,
    })
  })

  for (const { name, changedAt, read, wanted } of [
    { name: 'never read', changedAt: now, wanted: true },
    { name: 'open and read a while ago', changedAt: ago(day), read: { at: ago(11), closed: false }, wanted: true },
    { name: 'open and read just now', changedAt: now, read: { at: ago(1), closed: false }, wanted: false },
    { name: 'closed and read today', changedAt: ago(day), read: { at: ago(60), closed: true }, wanted: false },
    {
      name: 'closed and read yesterday',
      changedAt: ago(2 * day),
      read: { at: ago(day + 1), closed: true },
      wanted: true,
    },
    { name: 'closed, with a message since', changedAt: ago(5), read: { at: ago(11), closed: true }, wanted: true },
    {
      name: 'closed, just read, with a message since',
      changedAt: now,
      read: { at: ago(1), closed: true },
      wanted: false,
    },
    { name: 'closed for long', changedAt: ago(15 * day), read: { at: ago(2 * day), closed: true }, wanted: false },
  ])
    await t.test(`a ticket ${name} is ${wanted ? '' : 'not '}read`, async (t) => {
      const ticketId = await ticket(name, changedAt, read)
      t.same(await toRead(name), wanted ? [ticketId] : [])
    })

  await t.test('a ticket in which a reply settles is read, whatever else is known of it', async (t) => {
    const ticketId = await ticket('settling', now, { at: ago(1), closed: false })
    const sighting = { tenant_id: 'sklep', message_id: 1, digest: '', first_seen_at: ago(0.5) }
    await db
      .insertInto('reply_sightings')
      .values({ ...sighting, ticket_id: ticketId })
      .execute()
    t.same(await toRead('settling'), [ticketId])
  })

  await t.test('the sweep takes a few at a time, longest unread first, and tells how many wait', async (t) => {
    const ids: number[] = []
    for (const minutes of [30, 50, 20, 40])
      ids.push(await ticket('many', ago(day), { at: ago(minutes), closed: false }))
    const [thirty, fifty, , forty] = ids
    const found = await unchanged('many', 3)
    t.same(idsOf(found.tickets), [fifty, forty, thirty])
    t.equal(found.due, 4)
    t.match(await unchanged('many', 3, [fifty ?? 0, thirty ?? 0]), { tickets: [{ ticketId: forty }, {}], due: 2 })
  })

  await t.test('a ticket that is owed a reading waits for it, and only once', async (t) => {
    const known = await ticket('owing', now, { at: ago(1), closed: true })
    const unknown = await ticket('owing', now)
    await tickets.owe('sklep', [known, unknown])
    t.same(idsOf((await tickets.waiting(shops('owing'))).tickets).sort(), [known, unknown])
    t.equal((await unchanged('owing')).due, 0, 'and is no matter of the sweep')
    const last = { readAt: now, shown: ago(3), shownSince: ago(2), minuteOver: true }
    for (const ticketId of [known, unknown]) await tickets.markRead('sklep', ticketId, last, false)
    t.same((await tickets.waiting(shops('owing'))).tickets, [])
    t.match(await tickets.among(shops('owing'), [known]), [{ last }])
  })

  await t.test('accounts that are looked at together share the question what waits in them', async (t) => {
    const counted = countStatements(store.byKeys)
    const ofCounted = createOwnTickets({ ...store, byKeys: counted.db })
    const owed = await ticket('together', ago(2))
    await tickets.owe('sklep', [owed])
    const nobody = { tenantId: 'nikt', integrationIds: ['together'] }
    const [own, none, other] = await Promise.all(
      [shops('together'), nobody, shops('shared-1')].map((account) => ofCounted.waiting(account)),
    )
    t.equal(counted.count(), 1)
    t.same(idsOf(own?.tickets ?? []), [owed])
    t.ok(own?.changedAt)
    t.same(none, { tickets: [], changedAt: undefined })
    t.same(other?.tickets, [], 'nothing of another shop')
  })

  await t.test('the sweep does not go through all tickets again before the next one has its turn', async (t) => {
    const read = await ticket('quiet', ago(60), { at: ago(1), closed: false })
    const counted = countStatements(db)
    let at = now
    const sweep = createSweep({
      tickets: createOwnTickets({ ...store, db: counted.db }),
      allowance: { of: () => 5, use: () => undefined },
      sweepMs,
      log: createLog('test', 'silent'),
      now: () => at,
    })
    const look = async (changedAt: Date) => {
      const before = counted.count()
      const swept = await sweep(shops('quiet'), { except: [], changedAt })
      return { asked: counted.count() - before, tickets: idsOf([...swept.tickets]) }
    }
    t.same(await look(ago(60)), { asked: 1, tickets: [] })
    t.same(await look(ago(60)), { asked: 0, tickets: [] })
    t.same(await look(now), { asked: 1, tickets: [] }, 'a conversation has changed')
    at = new Date(ago(1).getTime() + sweepMs)
    t.same(await look(now), { asked: 1, tickets: [read] }, 'its turn')
    t.same(await look(now), { asked: 1, tickets: [read] }, 'until it was read')
  })
})
