import t from 'tap'
import { apiKey, readReply, shopId, startSandbox } from './empikplace-fixture.ts'
import type { ThreadPage } from './empikplace-fixture.ts'

t.test('only the raw key in the Authorization header is taken', async (t) => {
  const { url } = await startSandbox(t)
  const account = `${url}/api/account?shop_id=${shopId}`
  const call = async (target: string, headers: Record<string, string>) => readReply(await fetch(target, { headers }))

  t.equal((await call(account, { authorization: apiKey })).status, 200)
  for (const [why, target, headers] of [
    ['no key', account, {}],
    ['an unknown key', account, { authorization: 'somebody-else' }],
    ['Bearer', account, { authorization: `Bearer ${apiKey}` }],
    ['the key in the URL', `${account}&api_key=${apiKey}`, {}],
    ['the key in the URL beside the header', `${account}&api_key=${apiKey}`, { authorization: apiKey }],
  ] as [string, string, Record<string, string>][]) {
    const answer = await call(target, headers)
    t.equal(answer.status, 401, why)
    t.match(answer.json(), { code: 401, message: /^Unauthorized/ })
  }
  t.equal((await call(`${url}/api/version`, {})).status, 200, 'V01 asks no key')
})

t.test('a removed key is refused from then on', async (t) => {
  const { sandbox, get } = await startSandbox(t)
  t.equal((await get('/api/account')).status, 200)
  t.ok(sandbox.removeKey(apiKey))
  t.equal((await get('/api/account')).status, 401)
})

t.test('a foreign shop_id is 403, or 404 when switched, and a broken one 400', async (t) => {
  const { sandbox, get } = await startSandbox(t, { shops: [{ id: 500 }] })
  t.equal((await get('/api/account?shop_id=500')).status, 403)
  t.equal((await get('/api/inbox/threads?shop_id=99999')).status, 403)
  sandbox.switches.set('foreignShop', 404)
  t.equal((await get('/api/account?shop_id=500')).status, 404)
  t.equal((await get('/api/account?shop_id=abc')).status, 400)
})

t.test('without shop_id a key with several shops answers silently for its default shop', async (t) => {
  const { sandbox, url } = await startSandbox(t, {
    shops: [{ id: 500, state: 'SUSPENDED' }],
    keys: [{ key: 'two-shops', shopIds: [500, shopId], defaultShopId: 500 }],
  })
  sandbox.buyerWrites({ shopId, text: 'Dzień dobry' })
  const list = async (query: string) => {
    const answer = await fetch(`${url}/api/inbox/threads${query}`, { headers: { authorization: 'two-shops' } })
    t.equal(answer.status, 200)
    return ((await answer.json()) as ThreadPage).data.length
  }
  t.equal(await list(''), 0)
  t.equal(await list(`?shop_id=${shopId}`), 1)
})

t.test('a key whose user lacks a role passes A01 and is refused on M11', async (t) => {
  const { get } = await startSandbox(t, { keys: [{ key: 'reader', shopIds: [shopId], deniedOperations: ['M11'] }] })
  t.equal((await get('/api/account', { authorization: 'reader' })).status, 200)
  t.equal((await get('/api/inbox/threads', { authorization: 'reader' })).status, 403)
})

t.test('withdrawn calls answer 410', async (t) => {
  const { get, post } = await startSandbox(t)
  for (const path of ['/api/messages', '/api/orders/1-A', '/api/orders/1-A/messages', '/api/reasons/messaging']) {
    t.equal((await get(path)).status, 410, path)
  }
  t.equal((await post('/api/orders/1-A/messages', new FormData())).status, 410)
})

t.test('an Accept that excludes the answer is 406, and unknown paths are 404', async (t) => {
  const { sandbox, get } = await startSandbox(t)
  const { threadId } = sandbox.buyerWrites({ shopId, text: 'Plik', attachments: [{ name: 'a.txt', content: 'x' }] })
  const id = sandbox.thread(threadId).messages[0]?.attachments[0]?.id ?? ''
  t.equal((await get('/api/inbox/threads', { accept: 'application/xml' })).status, 406)
  const download = (accept: string) => get(`/api/inbox/threads/${id}/download`, { accept })
  t.equal((await download('application/json')).status, 200, 'as the maker’s own PHP client asks for a file')
  sandbox.switches.set('downloadAccept', 'strict')
  t.equal((await download('application/json')).status, 406)
  t.equal((await download('application/octet-stream, */*')).status, 200)
  t.equal((await get('/api/nothing')).status, 404)
})

t.test('calls are counted per key and an hourly limit can be switched on', async (t) => {
  const { sandbox, get } = await startSandbox(t)
  sandbox.switches.set('hourlyLimitPerKey', 2)
  t.equal((await get('/api/inbox/threads')).status, 200)
  t.equal((await get('/api/inbox/threads')).status, 200)
  const refused = await get('/api/inbox/threads')
  t.equal(refused.status, 429)
  t.ok(Number(refused.headers.get('retry-after')) > 0)
  t.equal((await get('/api/account')).status, 200, 'the limit is per operation')
  t.equal(sandbox.counters.count({ operation: 'M11', subject: apiKey }), 3)
  sandbox.clock.advance(3_600_000)
  t.equal((await get('/api/inbox/threads')).status, 200)
})

t.test('every answer is dated by the sandbox clock', async (t) => {
  const { sandbox, get } = await startSandbox(t)
  sandbox.clock.setTo(new Date('2031-02-03T04:05:06Z'))
  const answer = await get('/api/inbox/threads')
  t.match(answer.headers.get('date'), /^Mon, 03 Feb 2031 04:05/)
})
