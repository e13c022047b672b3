import { both } from '@connector/domain/words'
import { z } from 'zod'
import type { ProblemCode } from '../errors/catalogue.ts'
import { field } from '../schemas/field.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Why a POST under /api takes no `Idempotency-Key`; without this it does. */
    idempotency?: { none: string }
  }
}

interface Route {
  method: string | string[]
  url?: string | undefined
  config?: { idempotency?: { none: string } } | undefined
}

const isPost = ({ method, url }: Route): boolean =>
  [method].flat().includes('POST') && url?.startsWith('/api/') === true

/** Every POST under /api that does not say why not. PUT and DELETE do the same thing when repeated anyway. */
export const takesIdempotencyKey = (route: Route): boolean => isPost(route) && route.config?.idempotency === undefined

/** For the document: what becomes of the header at a route that takes none. */
export const ignoredBecause = (route: Route): string | undefined =>
  isPost(route) ? route.config?.idempotency?.none : undefined

export const idempotencyKeyHeader = 'idempotency-key'

export const keyMessage = both(
  'musi mieć od 1 do 255 widocznych znaków ASCII',
  'Must be 1 to 255 visible characters of ASCII',
)

/** One of the caller's making, a UUID say. */
export const idempotencyKey = z.string().regex(/^[\x21-\x7e]{1,255}$/, keyMessage.en)

/** For the document; what is sent is read before anything else of the request. */
export const idempotencyHeaders = z.object({
  'Idempotency-Key': field(
    idempotencyKey,
    'Makes it safe to send this again when the answer was lost: the same key with the same request acts once, and later ones get the first answer with `idempotency-replayed: true`. Kept for 24 h, for the access key that sent it.',
    '5e3c6a0e-3c0b-4d0e-9a57-1f6c0b1d2e3f',
  ).optional(),
})

export const idempotencyProblems = [
  'idempotency.key_reused',
  'idempotency.in_progress',
] as const satisfies ProblemCode[]
