import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  sign,
  verify,
} from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from './connect.ts'
import { serviceTenant, type Vault } from './credentials.ts'
import type { Row } from './tables.ts'

/** Up to where the log of a tenant is, in the order of all events. */
export interface LogHead {
  tenantId: string
  /** When it was signed, in UTC (2026-03-02). */
  day: string
  /** Of the last event that it covers, in the log in which it was signed: a log that has moved has other ones. */
  position: string
  /** How many of the tenant's events it covers, from the first one on: by this it is found again in every copy of the log. */
  events: number
  digest: Buffer
}

/** Of all events of a tenant up to one, in hexadecimal: whoever edits, adds or takes away any of them comes to another digest. */
export const digestWith = (before: string | undefined, digest: Buffer): string =>
  createHash('sha256')
    .update(Buffer.from(before ?? '', 'hex'))
    .update(digest)
    .digest('hex')

/** What is signed. Never changed: signatures are checked for ever. */
const signedText = ({ tenantId, day, position, events, digest }: LogHead): Buffer =>
  Buffer.from(JSON.stringify(['log-head/1', tenantId, day, position, events, digest.toString('hex')]))

/** A new key for each year; the public halves of all are kept. */
const renewAfter = sql`interval '365 days'`

/** The key that signs now; made where there is none. In a transaction. */
async function currentKey(db: Query, vault: Vault): Promise<{ keyId: string; privateKey: string }> {
  await sql`select pg_advisory_xact_lock(hashtextextended('log-signing-keys', 0))`.execute(db)
  const { rows } = await sql<{ key_id: string }>`
    select key_id from log_signing_keys where created_at > now() - ${renewAfter} order by created_at desc limit 1
  `.execute(db)
  const known = rows[0]?.key_id
  const stored = known === undefined ? undefined : await vault.read(db, serviceTenant, `log-signing-key:${known}`)
  if (known !== undefined && stored) return { keyId: known, privateKey: stored.secret }
  const keyId = randomUUID()
  const pair = generateKeyPairSync('ed25519')
  const publicKey = JSON.stringify(pair.publicKey.export({ format: 'jwk' }))
  await db.insertInto('log_signing_keys').values({ key_id: keyId, public_key: publicKey }).execute()
  const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  await vault.replace(db, serviceTenant, `log-signing-key:${keyId}`, privateKey)
  return { keyId, privateKey }
}

/** Signs up to where the log of each tenant was followed, once a day and only where something came since. @returns how many */
export async function signHeads(db: Query, vault: Vault, day: string): Promise<number> {
  const { rows } = await sql<Row<'log_chains'>>`
    select c.* from log_chains c
    where c.events > coalesce((select max(h.events) from log_heads h where h.tenant_id = c.tenant_id), 0)
      and not exists (select from log_heads h where h.tenant_id = c.tenant_id and h.day >= ${day}::date)
    order by c.tenant_id
  `.execute(db)
  if (rows.length === 0) return 0
  const { keyId, privateKey } = await currentKey(db, vault)
  const key = createPrivateKey(privateKey)
  const signed = rows.map(({ tenant_id: tenantId, position, events, digest: hex }) => {
    const digest = Buffer.from(hex, 'hex')
    const signature = sign(null, signedText({ tenantId, day, position, events, digest }), key)
    return { tenantId, position, events, digest, signature }
  })
  const all = <K extends keyof (typeof signed)[number]>(name: K) => signed.map((head) => head[name])
  await sql`
    insert into log_heads (tenant_id, day, position, events, digest, key_id, signature, signed_at)
    select tenant_id, ${day}::date, position, events, digest, ${keyId}, signature, now()
    from unnest(${all('tenantId')}::text[], ${all('position')}::text[], ${all('events')}::bigint[], ${all('digest')}::bytea[],
      ${all('signature')}::bytea[]) as head (tenant_id, position, events, digest, signature)
  `.execute(db)
  return rows.length
}

export interface SignedHead extends LogHead {
  keyId: string
  signature: Buffer
  signedAt: Date
}

type HeadRow = Omit<Row<'log_heads'>, 'day'> & { day: string }

const headOf = (row: HeadRow): SignedHead => ({
  ...{ tenantId: row.tenant_id, day: row.day, position: row.position, events: row.events, digest: row.digest },
  ...{ keyId: row.key_id, signature: row.signature, signedAt: row.signed_at },
})

/** So many of a tenant's events. */
export interface Followed {
  tenantId: string
  /** Those that are known already. */
  after: number
  upTo: number
}

/** Heads that cover so many events of these tenants, oldest first. */
export async function readHeads(db: Query, followed: readonly Followed[]): Promise<SignedHead[]> {
  if (followed.length === 0) return []
  const { rows } = await sql<HeadRow>`
    select h.*, h.day::text as day from log_heads h
    join unnest(${followed.map(({ tenantId }) => tenantId)}::text[], ${followed.map(({ after }) => after)}::bigint[],
      ${followed.map(({ upTo }) => upTo)}::bigint[]) as f (tenant_id, after, up_to) using (tenant_id)
    where h.events > f.after and h.events <= f.up_to order by h.day, h.tenant_id
  `.execute(db)
  return rows.map(headOf)
}

/**
 * Heads that cover more events than there are, oldest first. One that was signed a moment ago may cover what was appended after
 * the log was read.
 * @param ends how many events of each tenant there are
 */
export async function readHeadsBeyond(
  db: Query,
  tenantId: string | undefined,
  ends: ReadonlyMap<string, number>,
): Promise<SignedHead[]> {
  const { rows } = await sql<HeadRow>`
    select h.*, h.day::text as day from log_heads h
    left join unnest(${[...ends.keys()]}::text[], ${[...ends.values()]}::bigint[]) as e (tenant_id, events) using (tenant_id)
    where h.events > coalesce(e.events, 0) and h.signed_at < now() - interval '5 minutes'
      ${tenantId === undefined ? sql`` : sql`and h.tenant_id = ${tenantId}`}
    order by h.day, h.tenant_id
  `.execute(db)
  return rows.map(headOf)
}

/** Whether one of the keys that are published has signed it. */
export async function isSigned(db: Query, head: SignedHead): Promise<boolean> {
  const row = await db
    .selectFrom('log_signing_keys')
    .select('public_key')
    .where('key_id', '=', head.keyId)
    .executeTakeFirst()
  if (!row) return false
  const key = createPublicKey({ key: row.public_key as { kty: string; crv: string; x: string }, format: 'jwk' })
  return verify(null, signedText(head), key, head.signature)
}
