import type { TenantConnection } from './connect.ts'
import {
  findOrMake,
  nameOf,
  openDataKeys,
  type CurrentRow,
  type KeyName,
  type KeyOwner,
  type OpeningKeys,
} from './make-conversation-keys.ts'
import type { MasterKeys } from './master-keys.ts'
import { conversationKeyLabel, CredentialsUnreadable, open } from './sealing.ts'

export type { KeyName, KeyOwner }

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

const readSql = `
select w.tenant_id, w.owner, w.generation, k.wrapped_key, d.version, d.wrapped_key as data_key
from unnest($1::text[], $2::text[], $3::integer[]) as w (tenant_id, owner, generation)
join conversation_keys k on k.tenant_id = w.tenant_id and k.owner = w.owner and k.generation = w.generation
left join data_keys d on d.tenant_id = w.tenant_id`

type ReadRow = Omit<CurrentRow, 'generation' | 'retired_at'> & { generation: number }

function unlessUnreadable<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof CredentialsUnreadable) return undefined
    throw error
  }
}

/** `current` throws CredentialsUnreadable when the master key is not the one that a key was wrapped with. */
export function createConversationKeys({ masterKey, oldMasterKey }: MasterKeys): ConversationKeys {
  const masterKeys: OpeningKeys = oldMasterKey === undefined ? [masterKey] : [masterKey, oldMasterKey]

  return {
    async current(connection, owners) {
      const found = new Map<string, KeyName & { key: Buffer }>()
      // Each once, or two keys would be made of which one is stored.
      const wanted = [...new Map(owners.map((one) => [nameOf(one.tenantId, one.owner), one])).values()]
      for (let tries = 0; tries < maxTries; tries++) {
        const missing = wanted.filter(({ tenantId, owner }) => !found.has(nameOf(tenantId, owner)))
        if (missing.length === 0) break
        await findOrMake(connection, masterKeys, missing, found)
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
      const dataKeyOf = openDataKeys(masterKeys)
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
