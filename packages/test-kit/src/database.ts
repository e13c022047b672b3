import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** Why tests that need PostgreSQL cannot run here; undefined if they can. Print it as the reason of the skip. */
export const noDatabase =
  process.env.TEST_DATABASE_URL === undefined
    ? 'TEST_DATABASE_URL is not set; it must be a superuser URL of a running PostgreSQL server'
    : undefined

export interface TestDatabase {
  url: string
  /** As the owner of the tables, who may do what no service may. */
  execute: (statement: string) => Promise<void>
  /** Also ends connections left open to it. */
  drop: () => Promise<void>
}

/** A database to copy; made once per server. The name must change with what `prepare` does. */
export interface Template {
  name: string
  prepare: (url: string) => Promise<unknown>
}

/** Any number, the same in every test process: one of them makes the template, the others wait for it. */
const templateLock = 7_305_012

const freshName = (): string => `test_${randomBytes(8).toString('hex')}`

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** A database of its own on the server of TEST_DATABASE_URL: empty, or a copy of the template (which takes 50 ms). */
export async function createTestDatabase(template?: Template): Promise<TestDatabase> {
  const serverUrl = process.env.TEST_DATABASE_URL
  if (serverUrl === undefined) throw new Error(noDatabase)
  const name = freshName()
  await onServer(serverUrl, async (client) => {
    if (template) await ensureTemplate(client, serverUrl, template)
    await client.query(`create database ${name}${template ? ` template "${template.name}"` : ''}`)
  })
  const url = urlOf(serverUrl, name)
  return {
    url,
    execute: (statement) =>
      onServer(url, async (client) => {
        await client.query(statement)
      }),
    drop: () =>
      onServer(serverUrl, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`)
      }),
  }
}

async function ensureTemplate(client: pg.Client, serverUrl: string, { name, prepare }: Template): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [templateLock])
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount !== 0) return
    // Made under another name first: a half-made template must never be copied.
    const draft = freshName()
    await client.query(`create database ${draft}`)
    await prepare(urlOf(serverUrl, draft))
    await client.query(`alter database ${draft} rename to "${name}"`)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [templateLock])
  }
}
