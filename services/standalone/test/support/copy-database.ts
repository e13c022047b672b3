import pg from 'pg'

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * What a logical backup restored into an empty, migrated database gives: every row of every table, of one moment.
 * @param source of a superuser, from whom row-level security hides nothing
 */
export async function copyDatabase(source: string, target: string): Promise<void> {
  const tables = await connected(source, async (client) => {
    await client.query('begin isolation level repeatable read')
    const { rows } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'migrations'`,
    )
    const copied: { name: string; content: string }[] = []
    for (const { name } of rows) {
      const found = await client.query<{ content: string }>(
        `select coalesce(json_agg(to_jsonb(t)), '[]')::text as content from ${client.escapeIdentifier(name)} t`,
      )
      copied.push({ name, content: found.rows[0]?.content ?? '[]' })
    }
    return copied
  })
  await connected(target, async (client) => {
    // As a restore does: no trigger runs.
    await client.query('set session_replication_role = replica')
    for (const { name, content } of tables) {
      const table = client.escapeIdentifier(name)
      await client.query(
        `insert into ${table} overriding system value select * from json_populate_recordset(null::${table}, $1::json)
         on conflict do nothing`,
        [content],
      )
    }
    await client.query(
      `select setval(pg_get_serial_sequence('events', 'position'), (select coalesce(max(position), 1) from events))`,
    )
  })
}
