import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from './connect.ts'

/**
 * Envelope encryption: each tenant has a data key, wrapped by the master key; each secret is sealed with that data key.
 * AES-256-GCM; the associated data names tenant, purpose and version, so a sealed value moved to another row does not open.
 */
const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16

export class CredentialsUnreadable extends Error {
  readonly code = 'credentials.unreadable'
}

function seal(key: Buffer, plain: Buffer, associated: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(associated))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

function open(key: Buffer, sealed: Buffer, associated: string): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes))
    decipher.setAAD(Buffer.from(associated))
    decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes))
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()])
  } catch (cause) {
    throw new CredentialsUnreadable(
      `Stored credentials (${associated}) cannot be opened: the master key is not the one they were sealed with.`,
      { cause },
    )
  }
}

/** @param text 32 bytes in base64 @throws {CredentialsUnreadable} for another length */
export function parseMasterKey(text: string): Buffer {
  const key = Buffer.from(text, 'base64')
  if (key.length !== keyBytes)
    throw new CredentialsUnreadable(`The master key must be ${keyBytes} bytes in base64; this one has ${key.length}.`)
  return key
}

export const createMasterKey = (): string => randomBytes(keyBytes).toString('base64')

/** What a secret is for: the Thulium password of a tenant, or the EmpikPlace key of an integration. */
export type CredentialPurpose = 'thulium' | `empikplace:${string}`

export interface Credential {
  secret: string
  version: number
}

export interface Vault {
  read(db: Query, tenantId: string, purpose: CredentialPurpose): Promise<Credential | undefined>
  /** Stores a new secret and returns its version, 1 for the first. */
  replace(db: Query, tenantId: string, purpose: CredentialPurpose, secret: string): Promise<number>
}

export function createVault(masterKey: Buffer): Vault {
  const wrapLabel = (tenantId: string, version: number): string => `data-key:${tenantId}:${version}`
  const label = (tenantId: string, purpose: string, version: number): string => `${tenantId}:${purpose}:${version}`

  async function dataKey(db: Query, tenantId: string): Promise<Buffer | undefined> {
    const row = await db.selectFrom('data_keys').selectAll().where('tenant_id', '=', tenantId).executeTakeFirst()
    return row && open(masterKey, row.wrapped_key, wrapLabel(tenantId, row.version))
  }

  async function ensureDataKey(db: Query, tenantId: string): Promise<Buffer> {
    await db
      .insertInto('data_keys')
      .values({
        tenant_id: tenantId,
        version: 1,
        wrapped_key: seal(masterKey, randomBytes(keyBytes), wrapLabel(tenantId, 1)),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const key = await dataKey(db, tenantId)
    if (!key) throw new CredentialsUnreadable(`The data key of tenant ${tenantId} is missing.`)
    return key
  }

  return {
    async read(db, tenantId, purpose) {
      // One round trip: this is read again and again for every integration at work.
      const row = await db
        .selectFrom('credentials as c')
        .leftJoin('data_keys as k', 'k.tenant_id', 'c.tenant_id')
        .select(['c.version', 'c.ciphertext', 'k.wrapped_key', 'k.version as key_version'])
        .where('c.tenant_id', '=', tenantId)
        .where('c.purpose', '=', purpose)
        .executeTakeFirst()
      if (!row) return undefined
      if (row.wrapped_key === null || row.key_version === null)
        throw new CredentialsUnreadable(`The data key of tenant ${tenantId} is missing.`)
      const key = open(masterKey, row.wrapped_key, wrapLabel(tenantId, row.key_version))
      return {
        secret: open(key, row.ciphertext, label(tenantId, purpose, row.version)).toString('utf8'),
        version: row.version,
      }
    },
    async replace(db, tenantId, purpose, secret) {
      const key = await ensureDataKey(db, tenantId)
      // The lock orders two administrators who save at the same moment; the later one wins with its own version.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`${tenantId}:${purpose}`}, 0))`.execute(db)
      const current = await db
        .selectFrom('credentials')
        .select('version')
        .where('tenant_id', '=', tenantId)
        .where('purpose', '=', purpose)
        .executeTakeFirst()
      const version = (current?.version ?? 0) + 1
      const ciphertext = seal(key, Buffer.from(secret), label(tenantId, purpose, version))
      await db
        .insertInto('credentials')
        .values({ tenant_id: tenantId, purpose, version, ciphertext })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'purpose']).doUpdateSet({ version, ciphertext }))
        .execute()
      return version
    },
  }
}
