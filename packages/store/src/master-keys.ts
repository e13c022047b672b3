import { parseMasterKey } from './sealing.ts'

/** The key that wraps data keys, and the one before it, which still opens them while they are being re-wrapped. */
export interface MasterKeys {
  masterKey: Buffer
  oldMasterKey: Buffer | undefined
}

/** @throws {CredentialsUnreadable} when one of them cannot be a key */
export const masterKeysOf = (settings: {
  CONNECTOR_MASTER_KEY: string
  CONNECTOR_OLD_MASTER_KEY?: string | undefined
}): MasterKeys => ({
  masterKey: parseMasterKey(settings.CONNECTOR_MASTER_KEY),
  oldMasterKey:
    settings.CONNECTOR_OLD_MASTER_KEY === undefined ? undefined : parseMasterKey(settings.CONNECTOR_OLD_MASTER_KEY),
})
