import type { Transaction } from 'kysely'
import type { TenantConnection } from './connect.ts'
import type { MasterKeys } from './master-keys.ts'
import { conversationKeyLabel, createKey, CredentialsUnreadable, dataKeyLabel, open, seal } from './sealing.ts'
import type { Tables } from './tables.ts'

/** Whose texts a key seals. */
export interface KeyOwner {
  tenantId: string
  /** The stream of a conversation, or an input of a shop that could not be read. */
  owner: string
}

export interface KeyName extends KeyOwner {
  /** Grows with each erasure. */
  generation: number
}

export interface NamedKey extends KeyName {
  /** Undefined where it was erased. */
  key: Buffer | undefined
}

/** The keys of conversations, each wrapped by the data key of its tenant. */
export interface ConversationKeys {
  /** The keys that seal what comes now, in the order asked for; those that are missing are made. */
  current(connection: TenantConnection, owners: readonly KeyOwner[]): Promise<(KeyName & { key: Buffer })[]>
  /** Those that exist and can be opened. */
  read(connection: TenantConnection, names: readonly KeyName[]): Promise<NamedKey[]>
}

/** Somebody changes the data key, or makes the same keys: both are over in a moment. */
const maxTries = 10

// LATERAL with LIMIT: one look into the index for each owner.
const currentSql = `
select w.tenant_id, w.owner, d.version, d.wrapped_key as data_key, k.generation, k.wrapped_key, k.retired_at
from unnest($1::text[], $2::text[]) as w (tenant_id, owner)
left join data_keys d on d.tenant_id = w.tenant_id
left join lateral (
  select generation, wrapped_key, retired_at from conversation_keys k
  where k.tenant_id = w.tenant_id and k.owner = w.owner order by generation desc limit 1
) k on true`

// The data key is held, so that nobody exchanges it before what it wraps is stored.
const insertSql = `
with held as materialized (
  select tenant_id, version from data_keys where tenant_id = any($1::text[]) order by tenant_id for share
)
insert into conversation_keys (tenant_id, owner, generation, wrapped_key)
select fresh.tenant_id, fresh.owner, fresh.generation, fresh.wrapped_key
from unnest($1::text[], $2::text[], $3::integer[], $4::bytea[], $5::integer[])
  as fresh (tenant_id, owner, generation, wrapped_key, version)
join held on held.tenant_id = fresh.tenant_id and held.version = fresh.version
order by fresh.tenant_id, fresh.owner collate "C"
on conflict do nothing
returning tenant_id, owner, generation`

const readSql = `
select w.tenant_id, w.owner, w.generation, k.wrapped_key, d.version, d.wrapped_key as data_key
from unnest($1::text[], $2::text[], $3::integer[]) as w (tenant_id, owner, generation)
join conversation_keys k on k.tenant_id = w.tenant_id and k.owner = w.owner and k.generation = w.generation
left join data_keys d on d.tenant_id = w.tenant_id`

interface CurrentRow {
  tenant_id: string
  owner: string
  version: number | null
  data_key: Buffer | null
  generation: number | null
  wrapped_key: Buffer | null
  retired_at: Date | null
}

type ReadRow = Omit<CurrentRow, 'generation' | 'retired_at'> & { generation: number }

function unlessUnreadable<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof CredentialsUnreadable) return undefined
    throw error
  }
}

const nameOf = (tenantId: string, owner: string): string => JSON.stringify([tenantId, owner])

/** `current` throws CredentialsUnreadable when the master key is not the one that a key was wrapped with. */
export function createConversationKeys({ masterKey, oldMasterKey }: MasterKeys): ConversationKeys {
  const masterKeys = oldMasterKey === undefined ? [masterKey] : [masterKey, oldMasterKey]

  /** Opens the data key of each tenant once. */
  function dataKeys(): (row: Pick<CurrentRow, 'tenant_id' | 'version' | 'data_key'>) => Buffer {
    const opened = new Map<string, Buffer>()
    return ({ tenant_id: tenantId, version, data_key: wrapped }) => {
      const known = opened.get(tenantId)
      if (known) return known
      if (version === null || wrapped === null)
        throw new CredentialsUnreadable(`The data key of tenant ${tenantId} is missing.`)
      const key = open(masterKeys, wrapped, dataKeyLabel(tenantId, version))
      opened.set(tenantId, key)
      return key
    }
  }

  async function ensureDataKeys(connection: TenantConnection, tenantIds: readonly string[]): Promise<void> {
    await connection.query({
      text: `insert into data_keys (tenant_id, version, wrapped_key) select * from unnest($1::text[], $2::integer[], $3::bytea[])
        on conflict do nothing`,
      values: [
        tenantIds,
        tenantIds.map(() => 1),
        tenantIds.map((tenantId) => seal(masterKey, createKey(), dataKeyLabel(tenantId, 1))),
      ],
    })
  }

  /** What is found or made is put into `found`; the rest is asked for again. */
  async function findOrMake(
    connection: TenantConnection,
    owners: readonly KeyOwner[],
    found: Map<string, KeyName & { key: Buffer }>,
  ): Promise<void> {
    const { rows } = await connection.query<CurrentRow>({
      name: 'conversation_keys_current',
      text: currentSql,
      values: [owners.map(({ tenantId }) => tenantId), owners.map(({ owner }) => owner)],
    })
    const without = [...new Set(rows.filter(({ data_key: key }) => key === null).map((row) => row.tenant_id))]
    if (without.length > 0) return ensureDataKeys(connection, without)
    const dataKeyOf = dataKeys()
    const fresh: (KeyName & { key: Buffer; wrapped: Buffer; version: number | null })[] = []
    for (const row of rows) {
      const { tenant_id: tenantId, owner, wrapped_key: stored } = row
      const generation = row.generation ?? 0
      const label = (of: number): string => conversationKeyLabel(tenantId, owner, of)
      if (stored !== null && row.retired_at === null) {
        const key = open([dataKeyOf(row)], stored, label(generation))
        found.set(nameOf(tenantId, owner), { tenantId, owner, generation, key })
        continue
      }
      const next = row.generation === null ? 0 : generation + 1
      const key = createKey()
      const wrapped = seal(dataKeyOf(row), key, label(next))
      fresh.push({ tenantId, owner, generation: next, key, wrapped, version: row.version })
    }
    if (fresh.length === 0) return
    const { rows: made } = await connection.query<{ tenant_id: string; owner: string }>({
      name: 'conversation_keys_insert',
      text: insertSql,
      values: [
        fresh.map(({ tenantId }) => tenantId),
        fresh.map(({ owner }) => owner),
        fresh.map(({ generation }) => generation),
        fresh.map(({ wrapped }) => wrapped),
        fresh.map(({ version }) => version),
      ],
    })
    const ours = new Set(made.map((row) => nameOf(row.tenant_id, row.owner)))
    for (const { tenantId, owner, generation, key } of fresh)
      if (ours.has(nameOf(tenantId, owner))) found.set(nameOf(tenantId, owner), { tenantId, owner, generation, key })
  }

  return {
    async current(connection, owners) {
      const found = new Map<string, KeyName & { key: Buffer }>()
      // Each once, or two keys would be made of which one is stored.
      const wanted = [...new Map(owners.map((one) => [nameOf(one.tenantId, one.owner), one])).values()]
      for (let tries = 0; tries < maxTries; tries++) {
        const missing = wanted.filter(({ tenantId, owner }) => !found.has(nameOf(tenantId, owner)))
        if (missing.length === 0) break
        await findOrMake(connection, missing, found)
      }
      return owners.map(({ tenantId, owner }) => {
        const key = found.get(nameOf(tenantId, owner))
        if (!key)
          throw new CredentialsUnreadable(`No key of ${owner} could be made: its data key changes all the time.`)
        return key
      })
    },

    async read(connection, names) {
      const { rows } = await connection.query<ReadRow>({
        name: 'conversation_keys_read',
        text: readSql,
        values: [
          names.map(({ tenantId }) => tenantId),
          names.map(({ owner }) => owner),
          names.map(({ generation }) => generation),
        ],
      })
      const dataKeyOf = dataKeys()
      return rows.flatMap((row): NamedKey[] => {
        const { tenant_id: tenantId, owner, generation, wrapped_key: wrapped } = row
        const label = conversationKeyLabel(tenantId, owner, generation)
        const name = { tenantId, owner, generation }
        if (wrapped === null) return [{ ...name, key: undefined }]
        // The keys of one tenant that do not open are no fault of the others.
        const key = unlessUnreadable(() => open([dataKeyOf(row)], wrapped, label))
        return key === undefined ? [] : [{ ...name, key }]
      })
    },
  }
}

/** Re-wrapped at once. */
const pageSize = 1_000

/** Wraps all keys of a tenant anew; its data key is locked, so that none is added meanwhile. */
export async function renewConversationKeys(
  trx: Transaction<Tables>,
  tenantId: string,
  before: Buffer,
  dataKey: Buffer,
): Promise<void> {
  let after: { owner: string; generation: number } | undefined = { owner: '', generation: -1 }
  while (after) {
    const { owner: from, generation: above }: { owner: string; generation: number } = after
    const rows = await trx
      .selectFrom('conversation_keys')
      .select(['owner', 'generation', 'wrapped_key'])
      .where('tenant_id', '=', tenantId)
      .where((eb) => eb(eb.refTuple('owner', 'generation'), '>', eb.tuple(from, above)))
      .orderBy('owner')
      .orderBy('generation')
      .limit(pageSize)
      .execute()
    for (const { owner, generation, wrapped_key: wrapped } of rows) {
      if (wrapped === null) continue
      const label = conversationKeyLabel(tenantId, owner, generation)
      await trx
        .updateTable('conversation_keys')
        .set({ wrapped_key: seal(dataKey, open([before], wrapped, label), label) })
        .where('tenant_id', '=', tenantId)
        .where('owner', '=', owner)
        .where('generation', '=', generation)
        .execute()
    }
    after = rows.at(-1)
  }
}
