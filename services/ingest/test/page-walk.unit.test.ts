import type { EmpikPlaceClient, Thread, ThreadQuery } from '@connector/empikplace'
import { failure } from '@connector/outbound-http'
import t from 'tap'
import { walkThreads, type WalkedPage } from '../src/empikplace/page-walk.ts'

const since = new Date('2026-03-02T12:00:00Z')
const serverTime = new Date('2026-03-02T13:00:00Z')
const { signal } = new AbortController()

const thread = (id: string): Thread => ({
  id,
  topic: { type: 'FREE_TEXT', value: '' },
  entities: [],
  authorizedParticipants: [],
  currentParticipants: [],
  dateCreated: since,
  dateUpdated: since,
  totalCount: 1,
  shopReplyNeededSince: null,
  messages: [],
  unreadableMessages: [],
  unreadableParts: [],
})

type Page = { ids: string[]; next?: string } | 'too-large'

/** An inbox that answers as told, and what it was asked. */
function inbox(answer: (query: ThreadQuery) => Page) {
  const asked: ThreadQuery[] = []
  const client: Pick<EmpikPlaceClient, 'threads'> = {
    threads(query) {
      asked.push(query)
      if (asked.length > 3_000) throw new Error('The walk does not end')
      const page = answer(query)
      if (page === 'too-large')
        return Promise.resolve({ ok: false, failure: failure('too-large', 'Larger than we take') })
      const value = { threads: page.ids.map(thread), unreadable: [], ...(page.next && { nextPageToken: page.next }) }
      return Promise.resolve({ ok: true, value, serverTime })
    },
  }
  return { client, asked }
}

async function walk(client: Pick<EmpikPlaceClient, 'threads'>, size = 0) {
  const pages: WalkedPage[] = []
  const take = (page: WalkedPage) => {
    pages.push(page)
    return Promise.resolve()
  }
  const walked = await walkThreads(client, since, size, take, signal)
  return { ...walked, pages, ids: pages.flatMap(({ threads }) => threads.map(({ id }) => id)) }
}

await t.test('a walk goes to the end, shows each thread once and tells when it began by their clock', async (t) => {
  const { client } = inbox(({ pageToken }) =>
    pageToken === undefined ? { ids: ['a', 'b'], next: '2' } : { ids: ['b', 'c'] },
  )
  t.match(await walk(client), { failure: undefined, size: 0, startedAt: serverTime, ids: ['a', 'b', 'c'] })
})

await t.test('tokens in a circle end it with a failure, after what was read was taken', async (t) => {
  const next: Record<string, string> = { A: 'B', B: 'A' }
  const { client, asked } = inbox(({ pageToken }) =>
    pageToken === undefined ? { ids: ['a'], next: 'A' } : { ids: [], next: next[pageToken] ?? '' },
  )
  const { failure: why, ids } = await walk(client)
  t.match(why, { class: 'unreachable', message: /leads back to a page/ })
  t.same(ids, ['a'])
  t.equal(asked.length, 3)
})

await t.test('a circle that is longer than one part of a walk is found by the parts together', async (t) => {
  const { client } = inbox(({ pageToken }) => {
    const page = Number(pageToken ?? 0)
    return { ids: [`t${page}`], next: String((page % 6) + 1) }
  })
  const tokens = new Set<string>()
  const ends: (string | undefined)[] = []
  let from: string | undefined
  for (let part = 0; part < 4; part++) {
    const walked = await walkThreads(client, since, 0, () => Promise.resolve(undefined), signal, {
      pages: 2,
      from,
      tokens,
    })
    ends.push(walked.failure?.message.replace(/.*: /, ''))
    from = walked.rest
  }
  t.same(ends, [undefined, undefined, undefined, 'it leads back to a page that was read'])
})

await t.test('new tokens for ever without a new thread end it too', async (t) => {
  const { client, asked } = inbox(({ pageToken }) => ({ ids: ['a'], next: String(Number(pageToken ?? 0) + 1) }))
  const { failure: why, ids } = await walk(client)
  t.match(why, { class: 'unreachable', message: /nothing new/ })
  t.same(ids, ['a'])
  t.ok(asked.length < 20)
})

await t.test('and so do more pages than anybody has', async (t) => {
  const { client } = inbox(({ pageToken }) => {
    const page = Number(pageToken ?? 0)
    return { ids: [`t${page}`], next: String(page + 1) }
  })
  t.match((await walk(client)).failure, { class: 'unreachable', message: /more than 1000 pages/ })
})

await t.test('what is larger than we take is asked for in smaller pages, in the end without messages', async (t) => {
  const all = Array.from({ length: 60 }, (_, index) => `t${index}`)
  for (const { largest, size, isBare } of [
    { largest: 100, size: 0, isBare: false },
    { largest: 30, size: 1, isBare: false },
    { largest: 5, size: 2, isBare: false },
    { largest: 0, size: 3, isBare: true },
  ]) {
    let limit = 0
    const { client } = inbox((query) => {
      limit = query.limit ?? limit
      if (query.withMessages !== false && limit > largest && query.pageToken === undefined) return 'too-large'
      const from = Number(query.pageToken ?? 0)
      const to = from + limit
      return { ids: all.slice(from, to), ...(to < all.length && { next: String(to) }) }
    })
    const walked = await walk(client)
    t.match(walked, { failure: undefined, size })
    t.same(walked.ids, all)
    t.equal(walked.pages.at(-1)?.isBare, isBare)
  }
})

await t.test('a page in the middle that is too large does not make a smaller walk look like no progress', async (t) => {
  const all = Array.from({ length: 300 }, (_, index) => `t${index}`)
  let limit = 0
  const { client } = inbox((query) => {
    limit = query.limit ?? limit
    const from = Number(query.pageToken ?? 0)
    if (limit > 5 && from >= 200) return 'too-large'
    const to = from + limit
    return { ids: all.slice(from, to), ...(to < all.length && { next: String(to) }) }
  })
  const walked = await walk(client)
  t.match(walked, { failure: undefined, size: 2 })
  t.same(walked.ids, all)
})

await t.test('threads without messages that are too large together are a failure of its own', async (t) => {
  const { client } = inbox(() => 'too-large')
  t.match(await walk(client), { failure: { class: 'too-large' }, size: 3 })
})
