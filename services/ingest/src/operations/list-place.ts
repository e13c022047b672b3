import { failure, FailureCode, type Failure } from '@connector/outbound-http'
import { z } from 'zod'

/** Threads in one call, so in one step: a live look waits for one call of ours at most. Then what is tried when they are too large. */
const sizes = [25, 5, 1] as const

/** How far an operation is in EmpikPlace's list of conversations; kept after each page. */
export const listPlace = {
  pageToken: z.string().optional(),
  /** Threads per page; a token is good for pages of its own size. */
  limit: z.number().optional(),
  /** One page that it came by, and how many there were until now. */
  passed: z.object({ token: z.string(), pages: z.number() }).optional(),
}

interface ListPlace {
  pageToken?: string | undefined
  limit?: number | undefined
  passed?: { token: string; pages: number } | undefined
}

/** What is asked for next. */
export const pageOf = ({ limit = sizes[0], pageToken }: ListPlace): { limit: number; pageToken?: string } => ({
  limit,
  ...(pageToken === undefined ? {} : { pageToken }),
})

/** From the beginning, or from nowhere. */
const nowhere = { pageToken: undefined, passed: undefined } as const
export const leftList = { ...nowhere, limit: undefined } as const

/** The list from its beginning in smaller pages, when one was larger than we take; undefined when there are none. */
export function inSmallerPages<P extends ListPlace>(place: P, why: Failure): P | undefined {
  if (why.class !== 'too-large') return undefined
  const limit = sizes.find((size) => size < (place.limit ?? sizes[0]))
  return limit === undefined ? undefined : { ...place, ...nowhere, limit }
}

const circle = failure('unreachable', "EmpikPlace's list of conversations leads back to a page that was read", {
  code: FailureCode.unexpectedShape,
})

/**
 * The place behind a page. What is kept has no room for all places: one of them is remembered, a later one after 1, 2, 4, 8 …
 * pages, so that a circle of any length is found before it was walked three times (Brent).
 */
export function behindPage<P extends ListPlace>(place: P, nextPageToken: string): P | Failure {
  const { passed = { token: '', pages: 0 } } = place
  if (nextPageToken === passed.token) return circle
  const pages = passed.pages + 1
  const isPower = Number.isInteger(Math.log2(pages))
  return { ...place, pageToken: nextPageToken, passed: { token: isPower ? nextPageToken : passed.token, pages } }
}
