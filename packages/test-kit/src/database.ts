import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** Why tests that need PostgreSQL cannot run here; undefined if they can. Print it as the reason of the skip. */
export const noDatabase =
  process.env.TEST_DATABASE_URL === undefined
    ? 'TEST_DATABASE_URL is not set; it must be a superuser URL of a running PostgreSQL server'
    : undefined

/** An empty database of its own on the server of TEST_DATABASE_URL. `drop` also ends connections left open to it. */
export async function createTestDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const serverUrl = process.env.TEST_DATABASE_URL
  if (serverUrl === undefined) throw new Error(noDatabase)
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(serverUrl, `create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: () => onServer(serverUrl, `drop database if exists ${name} with (force)`),
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
