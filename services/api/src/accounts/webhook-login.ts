import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** What Thulium's webhooks show by HTTP Basic, where a tenant asks for it. */
export interface WebhookLogin {
  user: string
  password: string
}

const stored = z.object({ user: z.string(), password: z.string() })

export const toSecret = ({ user, password }: WebhookLogin): string => JSON.stringify({ user, password })

export const fromSecret = (secret: string): WebhookLogin => stored.parse(JSON.parse(secret))

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Takes as long for any wrong header. @param authorization header of the request */
export function shows({ user, password }: WebhookLogin, authorization: string | undefined): boolean {
  const [, credentials = ''] = /^basic +([A-Za-z0-9+/]+=*)$/i.exec(authorization ?? '') ?? []
  const shown = Buffer.from(credentials, 'base64').toString('utf8')
  return timingSafeEqual(digest(shown), digest(`${user}:${password}`))
}
