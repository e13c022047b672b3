import { createPublicKey, generateKeyPairSync, randomUUID, type JsonWebKey } from 'node:crypto'
import { serviceTenant, type Tables, type TenantStore, type Vault } from '@connector/store'
import { sql, type Transaction } from 'kysely'
import { z } from 'zod'

/** A key as it is published for those who check tokens themselves (RFC 7517). */
interface PublishedKey {
  kty: string
  crv: string
  x: string
  kid: string
  use: 'sig'
  alg: 'EdDSA'
}

/** The keys that tokens are signed with. Private parts are sealed like every other secret. */
export interface SigningKeys {
  /** The newest; a new one is made when it has grown old. */
  current(): Promise<{ kid: string; privateKey: string }>
  /** PEM of the key that a token names, if its tokens may still be valid. */
  publicKey(kid: string): Promise<string | undefined>
  published(): Promise<PublishedKey[]>
}

const minute = 60_000
const day = 24 * 60 * minute

/** A new key is made when the newest is older than this. */
const renewAfterMs = 30 * day

/** A key verifies for this long after its successor appeared: tokens live 10 min, and other processes notice in 30 s. */
const overlapMs = 60 * minute

/** A key is deleted this long after its successor appeared, when its tokens have long ended even by a clock that is wrong. */
const deleteAfterMs = day

/** How long another process may not notice a new key. */
const reloadEveryMs = 30_000

/** A token may name a key that another process has just made; forged names must not ask the database each time. */
const reloadForUnknownMs = 1_000

const jwk = z.object({ kty: z.string(), crv: z.string(), x: z.string() })

interface Ring {
  loadedAt: number
  keys: { kid: string; createdAt: number; publicKey: string; published: PublishedKey }[]
  /** Keys that nothing needs any more. */
  spent: string[]
}

export function createSigningKeys(deps: { store: TenantStore; vault: Vault; now: () => Date }): SigningKeys {
  const { store, vault } = deps
  const now = (): number => deps.now().getTime()
  const privateKeys = new Map<string, string>()
  let ring: Ring | undefined

  async function read(db: Transaction<Tables>): Promise<Ring> {
    const loadedAt = now()
    const rows = await db.selectFrom('signing_keys').selectAll().orderBy('created_at', 'desc').limit(10).execute()
    const retiredFor = (place: number): number => {
      const successor = rows[place - 1]
      return successor ? loadedAt - successor.created_at.getTime() : 0
    }
    const live = rows.filter((_, place) => retiredFor(place) < overlapMs)
    const spent = rows.filter((_, place) => retiredFor(place) >= deleteAfterMs).map(({ kid }) => kid)
    const keys = live.map((row) => {
      const key = jwk.parse(row.public_key)
      return {
        kid: row.kid,
        createdAt: row.created_at.getTime(),
        publicKey: createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString(),
        published: { ...key, kid: row.kid, use: 'sig' as const, alg: 'EdDSA' as const },
      }
    })
    return { loadedAt, keys, spent }
  }

  async function readAndTidy(db: Transaction<Tables>): Promise<Ring> {
    const found = await read(db)
    for (const kid of found.spent) {
      await db.deleteFrom('signing_keys').where('kid', '=', kid).execute()
      await vault.remove(db, serviceTenant, `signing-key:${kid}`)
    }
    return found
  }

  /** @param maxAgeMs older than this, it is read anew */
  async function load(maxAgeMs: number): Promise<Ring> {
    if (!ring || now() - ring.loadedAt >= maxAgeMs) ring = await store.inTenant(serviceTenant, readAndTidy)
    return ring
  }

  const isFresh = ({ keys: [newest] }: Ring): boolean => !!newest && now() - newest.createdAt < renewAfterMs

  /** Two processes may want a new key at once: the second finds the one of the first. */
  async function renew(): Promise<Ring> {
    return store.inTenant(serviceTenant, async (db) => {
      await sql`select pg_advisory_xact_lock(hashtextextended('signing-keys', 0))`.execute(db)
      const found = await read(db)
      if (isFresh(found)) return found
      const kid = randomUUID()
      const { publicKey, privateKey } = generateKeyPairSync('ed25519')
      const exported: JsonWebKey = publicKey.export({ format: 'jwk' })
      await db
        .insertInto('signing_keys')
        .values({ kid, public_key: JSON.stringify(exported), created_at: new Date(now()) })
        .execute()
      const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
      await vault.replace(db, serviceTenant, `signing-key:${kid}`, pem)
      return read(db)
    })
  }

  async function privateKeyOf(kid: string): Promise<string> {
    const cached = privateKeys.get(kid)
    if (cached !== undefined) return cached
    const sealed = await store.inTenant(serviceTenant, (db) => vault.read(db, serviceTenant, `signing-key:${kid}`))
    if (!sealed) throw new Error(`The private part of signing key ${kid} is missing.`)
    privateKeys.clear()
    privateKeys.set(kid, sealed.secret)
    return sealed.secret
  }

  return {
    async current() {
      let loaded = await load(reloadEveryMs)
      if (!isFresh(loaded)) loaded = ring = await renew()
      const [newest] = loaded.keys
      if (!newest) throw new Error('A signing key was made and cannot be found.')
      return { kid: newest.kid, privateKey: await privateKeyOf(newest.kid) }
    },
    async publicKey(kid) {
      const named = async (maxAgeMs: number) => (await load(maxAgeMs)).keys.find((key) => key.kid === kid)?.publicKey
      return (await named(reloadEveryMs)) ?? (await named(reloadForUnknownMs))
    },
    published: async () => (await load(reloadEveryMs)).keys.map(({ published }) => published),
  }
}
