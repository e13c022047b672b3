import type { TenantConnection } from './connect.ts'
import { conversationKeyLabel, createKey, CredentialsUnreadable, dataKeyLabel, open, seal } from './sealing.ts'

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

/** The master key that seals now, and the one before where there is one. */
export type OpeningKeys = readonly [Buffer, ...Buffer[]]

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

export interface CurrentRow {
  tenant_id: string
  owner: string
  version: number | null
  data_key: Buffer | null
  generation: number | null
  wrapped_key: Buffer | null
  retired_at: Date | null
}

export const nameOf = (tenantId: string, owner: string): string => JSON.stringify([tenantId, owner])

/** Opens the data key of each tenant once. */
export function openDataKeys(
  masterKeys: readonly Buffer[],
): (row: Pick<CurrentRow, 'tenant_id' | 'version' | 'data_key'>) => Buffer {
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

async function ensureDataKeys(
  connection: TenantConnection,
  masterKey: Buffer,
  tenantIds: readonly string[],
): Promise<void> {
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
export async function findOrMake(
  connection: TenantConnection,
  masterKeys: OpeningKeys,
  owners: readonly KeyOwner[],
  found: Map<string, KeyName & { key: Buffer }>,
): Promise<void> {
  const { rows } = await connection.query<CurrentRow>({
    name: 'conversation_keys_current',
    text: currentSql,
    values: [owners.map(({ tenantId }) => tenantId), owners.map(({ owner }) => owner)],
  })
  const without = [...new Set(rows.filter(({ data_key: key }) => key === null).map((row) => row.tenant_id))]
  if (without.length > 0) return ensureDataKeys(connection, masterKeys[0], without)
  const dataKeyOf = openDataKeys(masterKeys)
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
