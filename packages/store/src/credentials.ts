import { sql } from 'kysely'
import { LRUCache } from 'lru-cache'
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

export interface WantedCredential {
  tenantId: string
  purpose: CredentialPurpose
}

export interface Vault {
  read(db: Query, tenantId: string, purpose: CredentialPurpose): Promise<Credential | undefined>
  /** Many in one round trip, in the order asked; one that cannot be opened is an error in its own place. */
  readMany(db: Query, wanted: readonly WantedCredential[]): Promise<(Credential | undefined | CredentialsUnreadable)[]>
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

interface StoredCredential {
  version: number
  ciphertext: Buffer
  wrapped_key: Buffer | null
  key_version: number | null
}

/** Opening two seals takes 30 µs, looking whether they are still the same ones nothing. Two for each of 10 000 shops. */
const keptOpen = 20_000

const nameOf = ({ tenantId, purpose }: WantedCredential): string => `${tenantId}/${purpose}`

/** By what is stored, not by the version: one that was removed and given anew begins with the first version again. */
const isSame = (one: StoredCredential, other: StoredCredential): boolean =>
  one.version === other.version &&
  one.key_version === other.key_version &&
  one.ciphertext.equals(other.ciphertext) &&
  one.wrapped_key !== null &&
  other.wrapped_key !== null &&
  one.wrapped_key.equals(other.wrapped_key)

/** @param oldMasterKey the one before: it opens what has not been re-wrapped yet, and seals nothing */
export function createVault(masterKey: Buffer, oldMasterKey?: Buffer): Vault {
  const masterKeys = oldMasterKey === undefined ? [masterKey] : [masterKey, oldMasterKey]
  const cache = new LRUCache<string, { row: StoredCredential; credential: Credential }>({ max: keptOpen })

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

  function openRow({ tenantId, purpose }: WantedCredential, row: StoredCredential): Credential {
    if (row.wrapped_key === null || row.key_version === null)
      throw new CredentialsUnreadable(`The data key of tenant ${tenantId} is missing.`)
    const key = open(masterKeys, row.wrapped_key, dataKeyLabel(tenantId, row.key_version))
    return {
      secret: open([key], row.ciphertext, credentialLabel(tenantId, purpose, row.version)).toString('utf8'),
      version: row.version,
    }
  }

  function opened(wanted: WantedCredential, row: StoredCredential): Credential | CredentialsUnreadable {
    const name = nameOf(wanted)
    const known = cache.get(name)
    if (known && isSame(known.row, row)) return known.credential
    try {
      const credential = openRow(wanted, row)
      cache.set(name, { row, credential })
      return credential
    } catch (error) {
      cache.delete(name)
      if (error instanceof CredentialsUnreadable) return error
      throw error
    }
  }

  return {
    async read(db, tenantId, purpose) {
      const [found] = await this.readMany(db, [{ tenantId, purpose }])
      if (found instanceof CredentialsUnreadable) throw found
      return found
    },
    async readMany(db, wanted) {
      // One round trip: this is read again and again for every integration at work.
      const { rows } = await sql<StoredCredential & { place: number }>`
        select w.place::int as place, c.version, c.ciphertext, k.wrapped_key, k.version as key_version
        from unnest(${wanted.map(({ tenantId }) => tenantId)}::text[], ${wanted.map(({ purpose }) => purpose)}::text[])
          with ordinality as w (tenant_id, purpose, place)
        join credentials c on c.tenant_id = w.tenant_id and c.purpose = w.purpose
        left join data_keys k on k.tenant_id = c.tenant_id
      `.execute(db)
      const byPlace = new Map(rows.map((row) => [row.place - 1, row]))
      return wanted.map((one, place) => {
        const row = byPlace.get(place)
        if (row) return opened(one, row)
        cache.delete(nameOf(one))
        return undefined
      })
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
