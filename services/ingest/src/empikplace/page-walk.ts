import type { EmpikPlaceClient, Thread, Unreadable } from '@connector/empikplace'
import { failure, FailureCode, type Failure } from '@connector/outbound-http'

/** Threads with their messages per page, and what is tried when the answer is larger than we take. */
const sizes = [100, 25, 5] as const

/** Threads per page without messages: some 100 kB. */
const bareSize = 100

/** 100 000 threads; a longer list is a failure that a person sees. */
const maxPages = 1_000

/** A page whose threads were all shown already is the list shifting; so many in a row are no progress. */
const maxStalePages = 5

export interface WalkedPage {
  /** None that an earlier page of this walk had. */
  threads: readonly Thread[]
  unreadable: readonly Unreadable[]
  /** The threads come without their messages, since with them even a few are more than we take at once. */
  isBare: boolean
}

/** Not the whole of a list at once. */
export interface Span {
  /** Pages at most. */
  pages: number
  /** Where an earlier walk stopped; the size must be that walk's. */
  from?: string | undefined
  /** Places that earlier parts of the walk came by: one of them again is a circle. This part adds its own. */
  tokens?: Set<string>
}

export interface Walked {
  /** What EmpikPlace's clock said when the walk began. */
  startedAt: Date | undefined
  failure: Failure | undefined
  /** Where it goes on, when it stopped after as many pages as it was given. */
  rest?: string | undefined
}

const noProgress = (what: string): Failure =>
  failure('unreachable', `EmpikPlace's list of conversations does not end: ${what}`, {
    code: FailureCode.unexpectedShape,
  })

/**
 * Walks the threads changed since then, newest first. A page that is larger than we take is asked for in smaller ones, in
 * the end without messages. A walk that makes no progress ends with a failure; what it showed until then was taken.
 * @param size index of the first size to try; the sizes end with threads without messages
 * @param take records a page
 * @returns the size that it came through with, beside how it ended
 */
export async function walkThreads(
  empikplace: Pick<EmpikPlaceClient, 'threads'>,
  updatedSince: Date,
  size: number,
  take: (page: WalkedPage) => Promise<void>,
  signal: AbortSignal,
  span: Span = { pages: maxPages },
): Promise<Walked & { size: number }> {
  const walked = new Set<string>()
  let startedAt: Date | undefined
  for (let place = size; ; place++) {
    const limit = sizes[place]
    const isBare = limit === undefined
    const result = await walkOnce(
      empikplace,
      { updatedSince, withMessages: !isBare, limit: limit ?? bareSize },
      walked,
      async (threads, unreadable, serverTime) => {
        startedAt ??= serverTime
        await take({ threads, unreadable, isBare })
      },
      signal,
      // After a larger size the walk begins anew, by places of its own.
      place === size ? span : { pages: span.pages, ...(span.tokens && { tokens: emptied(span.tokens) }) },
    )
    const { failure: why, rest } = result
    // Messages are what makes an answer large; without them there is nothing smaller to ask for.
    if (why?.class !== 'too-large' || isBare) return { startedAt, failure: why, rest, size: place }
  }
}

const emptied = (tokens: Set<string>): Set<string> => {
  tokens.clear()
  return tokens
}

async function walkOnce(
  empikplace: Pick<EmpikPlaceClient, 'threads'>,
  query: { updatedSince: Date; withMessages: boolean; limit: number },
  walked: Set<string>,
  take: (threads: readonly Thread[], unreadable: readonly Unreadable[], serverTime: Date | undefined) => Promise<void>,
  signal: AbortSignal,
  { pages: most, from, tokens = new Set() }: Span,
): Promise<{ failure?: Failure; rest?: string }> {
  // After a larger size the walk begins anew, over what was read already.
  const mostStale = maxStalePages + Math.ceil(walked.size / query.limit)
  let stalePages = 0
  let pageToken = from
  for (let pages = 0; pages < most; pages++) {
    const page = await empikplace.threads({ ...query, ...(pageToken === undefined ? {} : { pageToken }) }, signal)
    if (!page.ok) return { failure: page.failure }
    // A thread that changes during the walk jumps to the front and may come twice.
    const fresh = page.value.threads.filter(({ id }) => !walked.has(id))
    await take(fresh, page.value.unreadable, page.serverTime)
    for (const { id } of fresh) walked.add(id)
    pageToken = page.value.nextPageToken
    if (pageToken === undefined) return {}
    if (tokens.has(pageToken)) return { failure: noProgress('it leads back to a page that was read') }
    tokens.add(pageToken)
    stalePages = fresh.length === 0 ? stalePages + 1 : 0
    if (stalePages > mostStale) return { failure: noProgress(`${stalePages} pages in a row had nothing new`) }
  }
  if (most < maxPages && pageToken !== undefined) return { rest: pageToken }
  return { failure: noProgress(`it has more than ${maxPages} pages`) }
}
