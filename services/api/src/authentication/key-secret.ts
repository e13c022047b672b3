import { createHash, randomBytes } from 'node:crypto'

const marker = 'ect_'
const form = /^ect_[A-Za-z0-9_-]{43}$/

/** Eight characters, 48 of the 256 bits: enough to know a key by, and the rest is still beyond guessing. */
const prefixLength = marker.length + 8

/** An access key as its owner sees it, once. The marker lets tools that look for leaked secrets find it. */
export const createKeySecret = (): string => `${marker}${randomBytes(32).toString('base64url')}`

export const isKeySecret = (text: string): boolean => form.test(text)

export const prefixOf = (secret: string): string => secret.slice(0, prefixLength)

/** No slow hash: those make guessing slow, and 256 random bits cannot be guessed at any speed. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()
