import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** What a link is for, and the path of the page it opens; a link for one purpose is none for another. */
const paths = {
  file: 'files',
  'add-to-crm': 'add-to-crm',
  panel: 'panel',
  launch: 'launch',
  'thulium-webhook': 'hooks/thulium',
} as const
export type LinkPurpose = keyof typeof paths

/** Names of things, never anything secret: who has the link can read them. */
export type LinkPayload = Record<string, string>

export type LinkReading =
  | { outcome: 'valid'; payload: LinkPayload; expiresAt: Date }
  /** Ours, and it was valid once. */
  | { outcome: 'expired'; payload: LinkPayload; expiresAt: Date }
  /** Ours, but for another page. */
  | { outcome: 'other-purpose' }
  /** Not ours, changed, cut short, or made with another master key. */
  | { outcome: 'forged' }

/** Links into this service that a person without an account of it may follow: whoever has one may do that one thing until it expires. */
export interface SignedLinks {
  /** The whole address; the same arguments always give the same one. Seconds are the finest an expiry can say. */
  make(purpose: LinkPurpose, payload: LinkPayload, expiresAt: Date): string
  /** @param token the last part of the address */
  read(purpose: LinkPurpose, token: string, now: Date): LinkReading
  /** Tokens of all addresses for that purpose in a text, also of those made under an earlier public address. */
  tokensIn(purpose: LinkPurpose, text: string): string[]
}

export const publicUrlSetting = z
  .url({ protocol: /^https?$/ })
  .default('http://127.0.0.1:8080')
  .describe(
    'Address at which agents reach the API from their browsers: links in tickets (to files, for example) begin with it. Its host name is allowed as one of API_HOSTNAMES.',
  )

/** Half of a SHA-256 is what an address needs to be short, and no more can be forged than the whole. */
const macBytes = 16

const body = z.tuple([z.string(), z.number().int(), z.record(z.string(), z.string())])

/**
 * @param masterKey of which only a key derived for links is used
 * @param oldMasterKey the one before: links made with it are still read
 */
export function createSignedLinks(masterKey: Buffer, publicUrl: string, oldMasterKey?: Buffer): SignedLinks {
  const keyFrom = (secret: Buffer): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, '', 'connector/signed-links/1', 32))
  const key = keyFrom(masterKey)
  const readingKeys = oldMasterKey === undefined ? [key] : [key, keyFrom(oldMasterKey)]
  const base = publicUrl.replace(/\/+$/, '')
  const signWith = (signingKey: Buffer, text: string): Buffer =>
    createHmac('sha256', signingKey).update(text).digest().subarray(0, macBytes)

  /** The signed content of a token that we made. */
  function open(token: string): z.infer<typeof body> | undefined {
    const [text = '', mac = '', ...rest] = token.split('.')
    const given = Buffer.from(mac, 'base64url')
    if (rest.length > 0 || given.length !== macBytes) return undefined
    if (!readingKeys.some((known) => timingSafeEqual(given, signWith(known, text)))) return undefined
    return body.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  }

  return {
    make(purpose, payload, expiresAt) {
      const content: z.infer<typeof body> = [purpose, Math.floor(expiresAt.getTime() / 1000), payload]
      const text = Buffer.from(JSON.stringify(content)).toString('base64url')
      return `${base}/${paths[purpose]}/${text}.${signWith(key, text).toString('base64url')}`
    },
    read(purpose, token, now) {
      const content = open(token)
      if (!content) return { outcome: 'forged' }
      const [madeFor, seconds, payload] = content
      if (madeFor !== purpose) return { outcome: 'other-purpose' }
      const expiresAt = new Date(seconds * 1000)
      return { outcome: now < expiresAt ? 'valid' : 'expired', payload, expiresAt }
    },
    tokensIn: (purpose, text) =>
      [...text.matchAll(new RegExp(`/${paths[purpose]}/([\\w-]+\\.[\\w-]+)`, 'g'))].flatMap(([, token]) =>
        token === undefined ? [] : [token],
      ),
  }
}
