import { randomUUID } from 'node:crypto'
import type { Row, Tables, TenantStore } from '@connector/store'
import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import { ApiError } from '../errors/api-error.ts'
import { createKeySecret, hashOf, prefixOf } from './key-secret.ts'
import { scopes, type Scope } from './scopes.ts'

export interface AccessKey {
  id: string
  /** Undefined for a key of the operator. */
  tenantId: string | undefined
  name: string
  /** First characters of the secret, to recognise it by. */
  prefix: string
  scopes: Scope[]
  /** The key it was made with; null for one made by a command. */
  madeBy: string | null
  createdAt: Date
  expiresAt: Date | null
  lastUsedAt: Date | null
  revokedAt: Date | null
  /** The key that was revoked, where this one ended because it had been made with it. */
  revokedWith: string | null
}

const endedKey = z.object({ id: z.string(), tenant_id: z.string().nullable(), name: z.string() })

/** A key that ended because one was revoked that it had been made with. */
export interface EndedKey {
  id: string
  /** Undefined for a key of the operator. */
  tenantId: string | undefined
  name: string
}

interface NewAccessKey {
  name: string
  scopes: readonly Scope[]
  expiresAt: Date | null
  madeBy?: string | null
}

/** Keys of callers, each of one tenant or, without a tenant, of the operator. */
export interface AccessKeys {
  /**
   * The secret is told this once.
   * @throws {ApiError} authentication.invalid where the key that makes it has ended meanwhile
   */
  create(tenantId: string | undefined, key: NewAccessKey): Promise<{ key: AccessKey; secret: string }>
  /** Newest first, with those that are revoked or expired. */
  list(tenantId: string | undefined): Promise<AccessKey[]>
  /** Revokes it and all that was made with it; those others, or undefined when there is no such key. */
  revoke(tenantId: string | undefined, id: string): Promise<EndedKey[] | undefined>
  /** A key that is neither revoked nor expired. Notes that it was used. */
  findLive(by: { hash: Buffer } | { id: string }): Promise<AccessKey | undefined>
}

/** A key in use is written to this seldom, so that reading the status stays a read. */
const usedEveryMs = 60_000

const known = z.array(z.enum(scopes))

const keyOf = (row: Row<'access_keys'>): AccessKey => ({
  id: row.id,
  tenantId: row.tenant_id ?? undefined,
  name: row.name,
  prefix: row.prefix,
  scopes: known.parse(row.scopes),
  madeBy: row.made_by,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  lastUsedAt: row.last_used_at,
  revokedAt: row.revoked_at,
  revokedWith: row.revoked_with,
})

export function createAccessKeys(store: TenantStore, now: () => Date): AccessKeys {
  const within = <T>(tenantId: string | undefined, work: (db: Transaction<Tables>) => Promise<T>): Promise<T> =>
    tenantId === undefined ? store.asOperator(work) : store.inTenant(tenantId, work)

  async function noteUse({ id, tenantId, lastUsedAt }: AccessKey): Promise<void> {
    if (lastUsedAt && now().getTime() - lastUsedAt.getTime() < usedEveryMs) return
    await within(tenantId, (db) =>
      db.updateTable('access_keys').set({ last_used_at: now() }).where('id', '=', id).execute(),
    )
  }

  /** A maker that is known here for some seconds more may have been revoked elsewhere; no key of it may be left. */
  async function holdMaker(db: Transaction<Tables>, id: string): Promise<void> {
    const { rows } = await sql<{ isLive: boolean }>`select hold_maker(${id}, ${now()}) as "isLive"`.execute(db)
    if (rows[0]?.isLive !== true) throw new ApiError('authentication.invalid')
  }

  return {
    async create(tenantId, { name, scopes, expiresAt, madeBy = null }) {
      const secret = createKeySecret()
      const row = {
        id: randomUUID(),
        tenant_id: tenantId ?? null,
        name,
        hash: hashOf(secret),
        prefix: prefixOf(secret),
        scopes: [...scopes],
        expires_at: expiresAt,
        last_used_at: null,
        revoked_at: null,
        made_by: madeBy,
        revoked_with: null,
        created_at: now(),
      }
      await within(tenantId, async (db) => {
        if (madeBy !== null) await holdMaker(db, madeBy)
        await db.insertInto('access_keys').values(row).execute()
      })
      return { key: keyOf(row), secret }
    },
    list: (tenantId) =>
      within(tenantId, async (db) => {
        const rows = await db
          .selectFrom('access_keys')
          .selectAll()
          .orderBy('created_at', 'desc')
          .orderBy('id')
          .execute()
        return rows.map(keyOf)
      }),
    revoke: (tenantId, id) =>
      within(tenantId, async (db) => {
        const { rows } = await sql`select * from revoke_key(${id}, ${now()})`.execute(db)
        if (rows.length === 0) return undefined
        const ended = z.array(endedKey).parse(rows)
        return ended
          .filter((key) => key.id !== id)
          .map((key) => ({ id: key.id, tenantId: key.tenant_id ?? undefined, name: key.name }))
      }),
    async findLive(by) {
      const row = await store.withAccessKey(by, (db) => {
        const keys = db.selectFrom('access_keys').selectAll()
        return ('hash' in by ? keys.where('hash', '=', by.hash) : keys.where('id', '=', by.id)).executeTakeFirst()
      })
      if (!row) return undefined
      const key = keyOf(row)
      if (key.revokedAt || (key.expiresAt && key.expiresAt <= now())) return undefined
      await noteUse(key)
      return key
    },
  }
}
