import type { Side } from '@connector/domain/events'
import { connectWorker, migrate, schemaDigest } from '@connector/store'
import { createTestDatabase, noDatabase } from '@connector/test-kit'
import t from 'tap'
import { createEverybodyRejected } from '../src/index.ts'

const rejected = 'credentials-rejected'
const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000)

interface Row {
  class?: string
  /** Minutes since the last good look. */
  answered?: number
  status?: string
  side?: Side
}

await t.test('Whether everybody is rejected', { skip: noDatabase ?? false }, async (t) => {
  const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
  const store = connectWorker({ url: database.url, max: 2 })
  t.teardown(async () => {
    await store.close()
    await database.drop()
  })
  const { db } = store

  /** A tenant for each row, or for each list of rows: its integrations. */
  async function given(tenants: readonly (Row | readonly Row[])[]): Promise<boolean> {
    await db.deleteFrom('polls').execute()
    await db.deleteFrom('integrations').execute()
    for (const [tenant, rows] of tenants.entries())
      for (const [index, row] of [rows].flat().entries()) {
        const of = { tenant_id: `sklep-${tenant}`, integration_id: `i-${index}` }
        const { status = 'running', side = 'empikplace', answered = 5 } = row
        await db
          .insertInto('integrations')
          .values({ ...of, settings: null, status, started_at: null, state: '{}', changed_at: new Date(), revision: 0 })
          .execute()
        await db
          .insertInto('polls')
          .values({
            ...of,
            side,
            cursor: null,
            next_at: new Date(),
            last_success_at: minutesAgo(answered),
            failures: row.class === undefined ? 0 : 1,
            failure_class: row.class ?? null,
          })
          .execute()
      }
    return createEverybodyRejected(store)('empikplace')
  }
  const many = (count: number, row: Row): Row[] => Array.from({ length: count }, () => row)

  await t.test('so it is when most tenants that were answered a few minutes ago are rejected now', async (t) => {
    t.equal(await given([...many(5, { class: rejected }), ...many(4, {})]), true)
    t.equal(await given([...many(5, { class: rejected }), ...many(5, {})]), false, 'half of them are not most')
    t.equal(await given([...many(3, { class: rejected }), ...many(2, { class: 'rejects-everybody' })]), true)
  })

  await t.test('a few keys that were withdrawn are a few keys, and so are those of one tenant', async (t) => {
    t.equal(await given(many(4, { class: rejected })), false)
    t.equal(await given([many(9, { class: rejected }), {}, {}]), false)
  })

  await t.test('only what is asked now says anything', async (t) => {
    t.equal(await given(many(9, { class: rejected, answered: 300 })), false, 'rejected for hours, each for itself')
    t.equal(await given(many(9, { class: rejected, status: 'credentials-rejected' })), false, 'stopped already')
    t.equal(await given(many(9, { class: rejected, side: 'thulium' })), false, 'the other side')
    t.equal(await given(many(9, { class: 'unreachable' })), false)
  })

  await t.test('it lasts as long as it lasts, and ends when most are answered again', async (t) => {
    const long = { class: 'rejects-everybody', answered: 600 }
    t.equal(await given(many(9, long)), true)
    t.equal(await given([...many(5, long), ...many(5, {})]), false)
  })
})
