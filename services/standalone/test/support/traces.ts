import pg from 'pg'

/** One place where a secret could have been left: a row of a table, a line of a log, an answer of the API. */
export interface Trace {
  where: string
  text: string
}

/** Every row of every table, as JSON; binary columns are hexadecimal in it. */
export async function tracesInDatabase(url: string): Promise<Trace[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    )
    const traces: Trace[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ text: string }>(`select to_jsonb(t)::text as text from ${name} t`)
      traces.push(...rows.map(({ text }) => ({ where: `table ${name}`, text })))
    }
    return traces
  } finally {
    await client.end()
  }
}

const escaped = (text: string): string => JSON.stringify(text).slice(1, -1)

/** How a secret may be written: as it is, in JSON (twice, too), in an address, and both base64 ways, as hexadecimal. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret)
  const plain = [secret, bytes.toString('base64').replace(/=+$/, ''), bytes.toString('base64url')]
  return [
    ...plain,
    ...plain.map((form) => Buffer.from(form).toString('hex')),
    escaped(secret),
    escaped(escaped(secret)),
    encodeURIComponent(secret),
    new URLSearchParams({ '': secret }).toString().slice(1),
  ]
}

/** Where any of the secrets can be read, in any form; `secrets` by what they are called in the result. */
export function leaks(traces: readonly Trace[], secrets: Record<string, string>): string[] {
  const found = new Set<string>()
  for (const [name, secret] of Object.entries(secrets)) {
    const forms = [...new Set(formsOf(secret))]
    for (const { where, text } of traces)
      for (const form of forms) if (text.includes(form)) found.add(`${name} in ${where}, as ${form}`)
  }
  return [...found]
}
