import type { Kysely, Transaction } from 'kysely'
import type { MasterKeys } from './master-keys.ts'
import { renewConversationKeys } from './renew-conversation-keys.ts'
import { createKey, credentialLabel, CredentialsUnreadable, dataKeyLabel, open, seal, tryOpen } from './sealing.ts'
import type { Tables } from './tables.ts'

export interface Rotation {
  /** Tenants whose data key is now wrapped by the master key. */
  rotated: number
  /** Tenants whose data key was so before. */
  already: number
  /** Tenants whose data key or secrets neither master key opens; nothing of theirs was changed. */
  unreadable: string[]
}

/**
 * Wraps the data key of every tenant with the new master key, or gives every tenant a new data key and seals its secrets
 * with that. Each tenant is one transaction, so that it may be cut short and repeated, and services that accept both
 * master keys go on meanwhile.
 */
export async function rotateMasterKey(
  db: Kysely<Tables>,
  keys: MasterKeys,
  { freshDataKeys = false } = {},
): Promise<Rotation> {
  const rotation: Rotation = { rotated: 0, already: 0, unreadable: [] }
  const tenants = await db.selectFrom('data_keys').select('tenant_id').orderBy('tenant_id').execute()
  for (const { tenant_id: tenantId } of tenants) {
    try {
      const changed = await db
        .transaction()
        .execute((trx) => (freshDataKeys ? renewDataKey(trx, tenantId, keys) : rewrapDataKey(trx, tenantId, keys)))
      rotation[changed ? 'rotated' : 'already'] += 1
    } catch (error) {
      if (!(error instanceof CredentialsUnreadable)) throw error
      rotation.unreadable.push(tenantId)
    }
  }
  return rotation
}

/** Nobody seals a secret of this tenant, or changes its key, until the transaction ends. */
const lockedDataKey = (trx: Transaction<Tables>, tenantId: string) =>
  trx.selectFrom('data_keys').selectAll().where('tenant_id', '=', tenantId).forUpdate().executeTakeFirst()

function storeDataKey(
  trx: Transaction<Tables>,
  tenantId: string,
  version: number,
  dataKey: Buffer,
  { masterKey }: MasterKeys,
): Promise<unknown> {
  return trx
    .updateTable('data_keys')
    .set({ version, wrapped_key: seal(masterKey, dataKey, dataKeyLabel(tenantId, version)) })
    .where('tenant_id', '=', tenantId)
    .execute()
}

const both = ({ masterKey, oldMasterKey }: MasterKeys): Buffer[] =>
  oldMasterKey === undefined ? [masterKey] : [masterKey, oldMasterKey]

async function rewrapDataKey(trx: Transaction<Tables>, tenantId: string, keys: MasterKeys): Promise<boolean> {
  const row = await lockedDataKey(trx, tenantId)
  if (!row) return false
  const label = dataKeyLabel(tenantId, row.version)
  if (tryOpen(keys.masterKey, row.wrapped_key, label)) return false
  await storeDataKey(trx, tenantId, row.version, open(both(keys), row.wrapped_key, label), keys)
  return true
}

async function renewDataKey(trx: Transaction<Tables>, tenantId: string, keys: MasterKeys): Promise<boolean> {
  const row = await lockedDataKey(trx, tenantId)
  if (!row) return false
  const before = open(both(keys), row.wrapped_key, dataKeyLabel(tenantId, row.version))
  const dataKey = createKey()
  const credentials = await trx.selectFrom('credentials').selectAll().where('tenant_id', '=', tenantId).execute()
  for (const { purpose, version, ciphertext } of credentials) {
    const label = credentialLabel(tenantId, purpose, version)
    await trx
      .updateTable('credentials')
      .set({ ciphertext: seal(dataKey, open([before], ciphertext, label), label) })
      .where('tenant_id', '=', tenantId)
      .where('purpose', '=', purpose)
      .execute()
  }
  await renewConversationKeys(trx, tenantId, before, dataKey)
  await storeDataKey(trx, tenantId, row.version + 1, dataKey, keys)
  return true
}
