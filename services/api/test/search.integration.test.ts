import { foldedWords } from '@connector/domain/text'
import { noDatabase } from '@connector/test-kit'
import pg from 'pg'
import t from 'tap'
import { wordQueries } from '../src/reads/word-queries.ts'
import { connect, startApi, type Api } from './support/api.ts'
import { projectConversation } from './support/read-models.ts'

const many = 10_000

async function write(api: Api, tenantId: string, integrationId: string, threadId: string, ...texts: string[]) {
  await projectConversation(api, { tenantId, integrationId, threadId, subject: threadId })
  for (const [revision, text] of texts.entries())
    await api.worker.db
      .insertInto('conversation_words')
      .values({
        ...{ tenant_id: tenantId, integration_id: integrationId, thread_id: threadId, revision },
        words: foldedWords(text),
      })
      .execute()
}

/** As many conversations as a shop has after years, each with words of its own and words that all have. */
async function writeMany(api: Api, tenantId: string, integrationId: string): Promise<void> {
  await api.worker.pool.query(
    `insert into conversations (tenant_id, integration_id, thread_id, subject, customer_name, order_recorded, message_count,
       replies_pending, replies_sent, planning, revision, changed_at, reply_needed_since)
     select $1, $2, 'm' || n, 'Temat ' || n, 'Klient ' || n, false, 1, 0, 0, '{}', 0, now() - n * interval '1 minute',
       case when n % 50 = 0 then now() - n * interval '1 minute' end
     from generate_series(1, $3::int) as n`,
    [tenantId, integrationId, many],
  )
  await api.worker.pool.query(
    `insert into conversation_words (tenant_id, integration_id, thread_id, revision, words)
     select $1, $2, 'm' || n, 0, array['dzien', 'dobry', 'prosze', 'slowo' || n, 'temat' || (n % 700)]
     from generate_series(1, $3::int) as n`,
    [tenantId, integrationId, many],
  )
  // Statistics are for owners of tables.
  const owner = new pg.Client({ connectionString: api.databaseUrl })
  await owner.connect()
  await owner.query('analyze conversation_words')
  await owner.query('analyze conversations')
  await owner.end()
}

await t.test('Search by words', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)
  const { tenant, integrationId } = await connect(api, 'sklep-a')
  const other = await connect(api, 'sklep-b', { shop: { shopId: '99' } })
  await write(api, 'sklep-a', integrationId, 'invoice', 'Proszę o fakturę VAT', 'Zażółć gęślą jaźń')
  await write(api, 'sklep-a', integrationId, 'parcel', 'Gdzie jest moja paczka?')
  await write(api, 'sklep-b', other.integrationId, 'theirs', 'Proszę o fakturę')
  const found = async (search: string, more = ''): Promise<string[]> => {
    const { body } = await api.call('GET', `${tenant}/conversations?search=${encodeURIComponent(search)}${more}`)
    return (body['items'] as { threadId: string }[]).map(({ threadId }) => threadId).sort()
  }

  await t.test('words are found without their marks, inflected, and wherever in the conversation', async (t) => {
    t.strictSame(await found('fakture'), ['invoice'])
    t.strictSame(await found('Faktura'), ['invoice'])
    t.strictSame(await found('ZAZOLC GESLA'), ['invoice'])
    t.strictSame(await found('faktury jaźń'), ['invoice'], 'in two messages')
    t.strictSame(await found('faktura paczka'), [], 'all of them are wanted')
    t.strictSame(await found('anna'), ['invoice', 'parcel'], 'and names as ever')
  })

  await t.test('what is typed is never more than words', async (t) => {
    for (const search of [`' | 'paczka`, "'", '%', ':*', '\\', '!', '()', 'a & b'])
      t.match(await api.call('GET', `${tenant}/conversations?search=${encodeURIComponent(search)}`), { status: 200 })
    t.strictSame(await found('!faktura'), ['invoice'])
  })

  await t.test('another tenant finds its own alone, and its counts are its own', async (t) => {
    const theirs = await api.call('GET', `${other.tenant}/conversations?search=faktura`)
    t.match(theirs.body, { items: [{ threadId: 'theirs' }] })
    t.match((await api.call('GET', `${tenant}/conversation-counts?search=faktura`)).body, { all: 1 })
  })

  await t.test('among 10 000 conversations an index is used, by search and by the views of what waits', async (t) => {
    await writeMany(api, 'sklep-a', integrationId)
    t.strictSame(await found('slowo4321'), ['m4321'])
    t.equal((await api.call('GET', `${tenant}/conversation-counts?search=temat7`)).body['all'], 165)
    const explain = async (sql: string, values: unknown[]): Promise<string> => {
      const { rows } = await api.worker.pool.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, values)
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    }
    const { rows } = await api.worker.pool.query<{ body: string }>(
      `select prosrc as body from pg_proc where proname = 'conversations_with_words'`,
    )
    const body = (rows[0]?.body ?? '').replace('queries)', '$1::text[])').replace('(queries', '($1::text[]')
    t.match(await explain(body, [wordQueries('slowo4321 temat121')]), /conversation_words_found/)
    t.match(
      await explain(
        `select from conversations where tenant_id = $1 and reply_needed_since is not null
         and reply_needed_since < now() - interval '5 days'`,
        ['sklep-a'],
      ),
      /Index/,
    )
  })

  await t.test('what is due first comes first, page by page, and what nobody waits for comes last', async (t) => {
    const seen: { threadId: string; replyDueAt: string | null }[] = []
    let cursor = ''
    for (let page = 0; page < 3; page += 1) {
      const { body } = await api.call('GET', `${tenant}/conversations?sort=due&limit=100${cursor}`)
      seen.push(...(body['items'] as typeof seen))
      cursor = `&cursor=${String(body['nextCursor'])}`
    }
    const due = seen.map(({ replyDueAt }) => replyDueAt ?? '9999')
    t.strictSame(due, [...due].sort())
    t.equal(
      seen.findIndex(({ replyDueAt }) => replyDueAt === null),
      many / 50,
    )
    t.equal(new Set(seen.map(({ threadId }) => threadId)).size, 300, 'none twice')
  })
})
