import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { inboxError } from '../model/api-error.ts'

/** Where a page goes on: beyond a thread, whose date of change is the one it had when the token was made. */
export type PagePosition = { direction: 'after' | 'before'; id: string; updatedAt: number }

/** What a walk through M11 carries from page to page. The first page has no position. */
export type PageWalk = {
  shopId: number
  limit: number
  updatedSince?: number
  withMessages: boolean
  entityType?: string
  entityIds?: string[]
  channels?: string[]
  position?: PagePosition
}

/**
 * Page tokens look like the documented sample: base64url of a query string, a dot, base64url of an HMAC-SHA256. They
 * are opaque to callers, expire, and are refused when anything in them was changed.
 */
export class PageTokens {
  readonly #secret = randomBytes(32)

  issue(walk: PageWalk, now: number): string {
    const fields = new URLSearchParams({ limit: String(walk.limit) })
    if (walk.position) fields.set(walk.position.direction, walk.position.id)
    fields.set('sort', 'date,DESC')
    fields.set('walk', JSON.stringify(walk))
    fields.set('issued', String(now))
    const payload = Buffer.from(fields.toString()).toString('base64url')
    return `${payload}.${this.#sign(payload).toString('base64url')}`
  }

  /** The walk of a token; 400 when it is tampered with, foreign or too old. */
  open(token: string, now: number, lifetimeMs: number): PageWalk {
    const [payload = '', signature = '', ...rest] = token.split('.')
    const given = Buffer.from(signature, 'base64url')
    const expected = this.#sign(payload)
    if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw inboxError(400, 'page_token', 'The page token is not valid', 'page_token')
    }
    const fields = new URLSearchParams(Buffer.from(payload, 'base64url').toString())
    if (now - Number(fields.get('issued')) > lifetimeMs) {
      throw inboxError(400, 'page_token', 'The page token has expired', 'page_token')
    }
    return JSON.parse(fields.get('walk') ?? '{}') as PageWalk
  }

  #sign(payload: string): Buffer {
    return createHmac('sha256', this.#secret).update(payload).digest()
  }
}
