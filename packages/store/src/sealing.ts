import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/**
 * Envelope encryption: each tenant has a data key, wrapped by the master key; each secret is sealed with that data key.
 * AES-256-GCM; the associated data names tenant, purpose and version, so a sealed value moved to another row does not open.
 */
const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16

export class CredentialsUnreadable extends Error {
  readonly code = 'credentials.unreadable'
}

export function seal(key: Buffer, plain: Buffer, associated: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(associated))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** Undefined when it was sealed with another key, for something else, or changed since. */
export function tryOpen(key: Buffer, sealed: Buffer, associated: string): Buffer | undefined {
  try {
    const nonce = sealed.subarray(0, nonceBytes)
    // A shorter tag, which could be guessed, is refused.
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
    decipher.setAAD(Buffer.from(associated))
    decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes))
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()])
  } catch {
    return undefined
  }
}

/** @param keys of which one has sealed it @throws {CredentialsUnreadable} */
export function open(keys: readonly Buffer[], sealed: Buffer, associated: string): Buffer {
  for (const key of keys) {
    const plain = tryOpen(key, sealed, associated)
    if (plain) return plain
  }
  throw new CredentialsUnreadable(
    `Stored credentials (${associated}) cannot be opened: the master key is not the one they were sealed with.`,
  )
}

export const createKey = (): Buffer => randomBytes(keyBytes)

/** @param text 32 bytes in base64 @throws {CredentialsUnreadable} for another length */
export function parseMasterKey(text: string): Buffer {
  const key = Buffer.from(text, 'base64')
  if (key.length !== keyBytes)
    throw new CredentialsUnreadable(`The master key must be ${keyBytes} bytes in base64; this one has ${key.length}.`)
  return key
}

export const createMasterKey = (): string => createKey().toString('base64')

/** Associated data of a data key. */
export const dataKeyLabel = (tenantId: string, version: number): string => `data-key:${tenantId}:${version}`

/** Associated data of the key of a conversation. */
export const conversationKeyLabel = (tenantId: string, owner: string, generation: number): string =>
  JSON.stringify(['conversation-key', tenantId, owner, generation])

/** Associated data of a secret. */
export const credentialLabel = (tenantId: string, purpose: string, version: number): string =>
  `${tenantId}:${purpose}:${version}`
