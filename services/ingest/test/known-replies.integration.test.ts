import { beginParts, connectWorker, migrate, readModelParts, schemaDigest } from '@connector/store'
import { createTestDatabase, noDatabase } from '@connector/test-kit'
import t from 'tap'
import { createKnownReplies } from '../src/thulium/known-replies.ts'

await t.test('Replies that were moved with their ids', { skip: noDatabase ?? false }, async (t) => {
  const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
  const store = connectWorker({ url: database.url })
  const { db } = store
  t.teardown(async () => {
    await store.close()
    await database.drop()
  })
  const replies = createKnownReplies(store)
  const here = { tenantId: 'sklep', integrationId: 'shop-1', threadId: 'here' }
  const ids = async (ticketId: number, ...messageIds: number[]) => {
    const { passedOn, moved } = await replies.elsewhere(here, ticketId, messageIds)
    return { passedOn: [...passedOn].sort(), moved: [...moved].sort() }
  }

  const passedOn = (tenantId: string, integrationId: string, threadId: string, messageId: number) =>
    db
      .insertInto('effects')
      .values({
        tenant_id: tenantId,
        effect_key: `reply:send:${integrationId}:${threadId}:${messageId}`,
        integration_id: integrationId,
        thread_id: threadId,
        lane: 'empikplace',
        kind: 'reply:send',
        subject: String(messageId),
        seq: 1,
        holds_lane: false,
        state: 'confirmed',
        claimed_at: null,
        not_before: new Date(),
        failure_class: null,
        failure_message: null,
        planned_at: new Date(),
        settled_at: new Date(),
      })
      .execute()
  const sighted = (tenantId: string, ticketId: number, messageId: number) =>
    db
      .insertInto('reply_sightings')
      .values({
        tenant_id: tenantId,
        ticket_id: ticketId,
        message_id: messageId,
        digest: 'x',
        first_seen_at: new Date(),
      })
      .execute()
  const rebuilt = async (position: string | null, until: string | null) => {
    await beginParts(db, { position, rebuild_until: until })
    const place = { position, rebuild_until: until }
    await db.updateTable('checkpoints').set(place).where('projection', 'in', readModelParts).execute()
  }

  await t.test('none is taken before the read models have begun', async (t) => {
    t.same(await ids(1, 10), { passedOn: [10], moved: [] })
  })

  await rebuilt(null, null)
  await passedOn('sklep', 'shop-1', 'elsewhere', 11)
  await passedOn('sklep', 'shop-2', 'here', 12)
  await passedOn('sklep', 'shop-1', 'here', 13)
  await passedOn('other', 'shop-1', 'elsewhere', 14)
  await sighted('sklep', 2, 15)
  await sighted('sklep', 1, 16)
  await sighted('other', 2, 17)

  await t.test('what another conversation of the account has passed on is known by its id', async (t) => {
    t.same(await ids(1, 10, 11, 12, 13, 14), { passedOn: [11, 12], moved: [] })
  })

  await t.test('what was first seen in another ticket of the account is a moved one', async (t) => {
    t.same(await ids(1, 15, 16, 17), { passedOn: [], moved: [15] })
    t.same(await ids(1), { passedOn: [], moved: [] })
  })

  await t.test('none is taken while the read models are filled anew', async (t) => {
    await rebuilt('5:1', '9:3')
    t.same(await ids(1, 10, 11), { passedOn: [10, 11], moved: [] })
    await rebuilt('9:3', '9:3')
    t.same(await ids(1, 10, 11), { passedOn: [11], moved: [] })
  })
})
