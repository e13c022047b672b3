import { sql } from 'kysely'
import type { Query } from './connect.ts'
import { createKey, credentialLabel, CredentialsUnreadable, dataKeyLabel, open, seal } from './sealing.ts'

/**
 * What a secret is for: the Thulium password of a tenant, the login that Thulium's webhooks show, the EmpikPlace key of an
 * integration, signing tokens, heads of the log or the alerts of a web hook, or nothing but to be opened.
 */
export type CredentialPurpose =
  | 'thulium'
  | 'thulium-webhook'
  | `empikplace:${string}`
  | `signing-key:${string}`
  | `log-signing-key:${string}`
  | `alert-target:${string}`
  | 'canary'

/** Owner of secrets of the service itself. No tenant can have this name: those begin with a letter or digit. */
export const serviceTenant = '_service'

export interface Credential {
  secret: string
  version: number
}

export interface Vault {
  read(db: Query, tenantId: string, purpose: CredentialPurpose): Promise<Credential | undefined>
  /** Stores a new secret and returns its version, 1 for the first. */
  replace(db: Query, tenantId: string, purpose: CredentialPurpose, secret: string): Promise<number>
  /**
   * Makes sure that a secret of the tenant can be sealed, before anything is recorded that needs one.
   * @throws {CredentialsUnreadable} when its data key was wrapped with another master key
   */
  prepare(db: Query, tenantId: string): Promise<void>
  /** Forgets a secret, if there is one. */
  remove(db: Query, tenantId: string, purpose: CredentialPurpose): Promise<void>
}

/** @param oldMasterKey the one before: it opens what has not been re-wrapped yet, and seals nothing */
export function createVault(masterKey: Buffer, oldMasterKey?: Buffer): Vault {
  const masterKeys = oldMasterKey === undefined ? [masterKey] : [masterKey, oldMasterKey]

  /** The data key to seal with. Its row is locked until the secret is stored, so that no other takes its place meanwhile. */
  async function dataKey(db: Query, tenantId: string): Promise<Buffer | undefined> {
    const row = await db
      .selectFrom('data_keys')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .forShare()
      .executeTakeFirst()
    return row && open(masterKeys, row.wrapped_key, dataKeyLabel(tenantId, row.version))
  }

  async function ensureDataKey(db: Query, tenantId: string): Promise<Buffer> {
    await db
      .insertInto('data_keys')
      .values({
        tenant_id: tenantId,
        version: 1,
        wrapped_key: seal(masterKey, createKey(), dataKeyLabel(tenantId, 1)),
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
      const key = open(masterKeys, row.wrapped_key, dataKeyLabel(tenantId, row.key_version))
      return {
        secret: open([key], row.ciphertext, credentialLabel(tenantId, purpose, row.version)).toString('utf8'),
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
      const ciphertext = seal(key, Buffer.from(secret), credentialLabel(tenantId, purpose, version))
      await db
        .insertInto('credentials')
        .values({ tenant_id: tenantId, purpose, version, ciphertext })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'purpose']).doUpdateSet({ version, ciphertext }))
        .execute()
      return version
    },
    async prepare(db, tenantId) {
      await ensureDataKey(db, tenantId)
    },
    async remove(db, tenantId, purpose) {
      await db.deleteFrom('credentials').where('tenant_id', '=', tenantId).where('purpose', '=', purpose).execute()
    },
  }
}
