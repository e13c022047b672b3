import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** Tells whether a request is the one that was sent before, without keeping what was in it. */
export interface Fingerprints {
  of(content: unknown): Buffer
  /** Also of those made with the master key before. */
  fits(fingerprint: Buffer, content: unknown): boolean
}

/**
 * Bodies hold passwords and keys, and a plain digest of a weak password can be guessed: so it is a keyed one.
 * @param masterKey of which only a key derived for this is used
 * @param oldMasterKey the one before, so that a request can still be repeated while keys rotate
 */
export function createFingerprints(masterKey: Buffer, oldMasterKey?: Buffer): Fingerprints {
  const keyFrom = (secret: Buffer): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, '', 'connector/request-fingerprints/1', 32))
  const key = keyFrom(masterKey)
  const keys = oldMasterKey === undefined ? [key] : [key, keyFrom(oldMasterKey)]
  const make = (by: Buffer, content: unknown): Buffer =>
    createHmac('sha256', by).update(JSON.stringify(content)).digest()
  return {
    of: (content) => make(key, content),
    fits: (fingerprint, content) =>
      keys.some((by) => {
        const made = make(by, content)
        return made.length === fingerprint.length && timingSafeEqual(made, fingerprint)
      }),
  }
}
