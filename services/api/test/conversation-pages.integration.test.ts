import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { connect, startApi } from './support/api.ts'
import { projectConversation, projectEffect } from './support/read-models.ts'

const page = z.object({ items: z.array(z.looseObject({ threadId: z.string() })), nextCursor: z.string().nullable() })

await t.test('Pages and filters of conversations', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)
  const { tenant, integrationId } = await connect(api, 'sklep-a')
  const ref = { tenantId: 'sklep-a', integrationId }
  const at = (second: number): Date => new Date(Date.UTC(2026, 2, 2, 10, 0, second))
  const read = async (query: string) => page.parse((await api.call('GET', `${tenant}/conversations?${query}`)).body)
  const threads = async (query: string) => (await read(query)).items.map(({ threadId }) => threadId)

  // Three changed at the very same moment: a projection writes many rows of one batch.
  for (const [index, threadId] of ['a', 'b', 'c/1', 'd', 'e'].entries())
    await projectConversation(api, { ...ref, threadId, changedAt: at(index < 3 ? 0 : index) })
  const inOrder = ['e', 'd', 'a', 'b', 'c/1']

  await t.test('pages follow each other without gaps and repetitions', async (t) => {
    for (const limit of [1, 2, 3, 5]) {
      const seen: string[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const { items, nextCursor }: z.infer<typeof page> = await read(
          `limit=${limit}${cursor === '' ? '' : `&cursor=${cursor}`}`,
        )
        seen.push(...items.map(({ threadId }) => threadId))
        cursor = nextCursor
      }
      t.same(seen, inOrder, `${limit} at a time`)
    }
  })

  await t.test('what is no cursor is refused', async (t) => {
    for (const cursor of ['x', 'WzEsMl0', Buffer.from('["2026-13-01T00:00:00Z","x"]').toString('base64url')])
      t.match(await api.call('GET', `${tenant}/conversations?cursor=${cursor}`), {
        status: 400,
        body: { code: 'request.invalid', errors: [{ field: 'query.cursor' }] },
      })
  })

  await t.test('filters', async (t) => {
    await projectEffect(api, { ...ref, threadId: 'a', key: 'k1', state: 'parked', plannedAt: at(0) })
    await projectEffect(api, { ...ref, threadId: 'b', key: 'k2', state: 'planned', plannedAt: at(0) })
    const change = (threadId: string, values: { ticket_id?: number; order_ids?: string[]; customer_name?: string }) =>
      api.worker.db.updateTable('conversations').set(values).where('thread_id', '=', threadId).execute()
    await change('b', { ticket_id: 41, order_ids: ['800-B', '900-A'], customer_name: 'Ewa 100% Kowalska' })
    await change('d', { ticket_id: 42 })
    await api.worker.db
      .insertInto('ticket_reads')
      .values({ tenant_id: 'sklep-a', ticket_id: 42, read_at: at(0), closed: true })
      .execute()
    t.same(await threads('parked=true'), ['a'])
    t.same(await threads('parked=false'), ['e', 'd', 'b', 'c/1'])
    t.same(await threads('ticket=none'), ['e', 'a', 'c/1'])
    t.same(await threads('ticket=open'), ['b'])
    t.same(await threads('ticket=closed'), ['d'])
    t.same(await threads('search=900'), ['b'])
    t.same(await threads('search=42'), ['d'])
    t.same(await threads('search=kowal'), ['b'])
    t.same(await threads(`search=${encodeURIComponent('100%')}`), ['b'])
    t.same(await threads(`search=${encodeURIComponent('_')}`), [], 'a wildcard is a character like any other')
    t.same(await threads(`search=${'9'.repeat(30)}`), [])
    t.same(await threads(`integrationId=${integrationId}&limit=1`), ['e'])
    t.same(await threads('integrationId=5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11'), [])
  })
})
