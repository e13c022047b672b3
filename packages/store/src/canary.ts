import type { Query } from './connect.ts'
import { serviceTenant, type Vault } from './credentials.ts'
import { CredentialsUnreadable } from './sealing.ts'

/** Something small that the first service ever sealed. */
const purpose = 'canary'

async function withAdvice<T>(open: Promise<T>): Promise<T> {
  try {
    return await open
  } catch (error) {
    if (!(error instanceof CredentialsUnreadable)) throw error
    throw new CredentialsUnreadable(
      'CONNECTOR_MASTER_KEY is not the key that the secrets in this database are sealed with. Start with that one; while the ' +
        'key is being changed, give the one before as CONNECTOR_OLD_MASTER_KEY.',
      { cause: error },
    )
  }
}

/**
 * Writes a row, sealed, and opens it: whoever can do that has a database that takes writes, and the master key of the others.
 * @param db a transaction that sees the rows of the service itself
 * @throws {CredentialsUnreadable} it is another one; whatever the database says when it takes no writes
 */
export async function singCanary(vault: Vault, db: Query): Promise<void> {
  await withAdvice(vault.replace(db, serviceTenant, purpose, 'canary'))
  await withAdvice(vault.read(db, serviceTenant, purpose))
}
