import { join } from 'node:path'
import t from 'tap'
import { createEmpikPlaceSandbox } from '../src/index.ts'
import type { EmpikPlaceSeed, Written } from '../src/index.ts'
import { apiKey, shopId, startSandbox } from './empikplace-fixture.ts'
import type { ThreadPage } from './empikplace-fixture.ts'

t.test('everything people do can be scripted over HTTP', async (t) => {
  const { url, sandbox, list } = await startSandbox(t)
  const send = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${url}/__sandbox/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const text = await answer.text()
    return { status: answer.status, json: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> }
  }
  t.equal((await send('POST', 'shops', { id: 600, name: 'Drugi sklep' })).status, 201)
  t.match((await send('POST', 'keys', { key: 'key-600', shopIds: [600] })).json, { defaultShopId: 600 })
  const customer = { id: 'c-9', firstname: 'Jan', lastname: 'Żuk' }
  t.match((await send('POST', 'orders', { shopId: 600, id: 'x1-A', customer })).json, { id: 'x1-A' })
  const attachments = [{ name: 'a.txt', base64: Buffer.from('treść').toString('base64'), type: 'text/plain' }]
  const written = await send('POST', 'buyer-writes', { shopId: 600, orderId: 'x1-A', text: 'Dzień dobry', attachments })
  t.equal(written.status, 201)
  const { threadId } = written.json as Written
  t.equal((await send('POST', 'seller-writes', { shopId: 600, threadId, text: 'Słucham' })).status, 201)
  t.equal((await send('POST', 'operator-writes', { shopId: 600, threadId, text: 'Uwaga', to: 'BOTH' })).status, 201)
  t.match((await send('GET', `threads/${threadId}`)).json, {
    messages: [
      { from: { displayName: 'Jan Ż.' }, attachments: [{ name: 'a.txt', size: 7 }] },
      { from: { type: 'SHOP_USER' } },
      { from: { type: 'OPERATOR_USER' } },
    ],
  })
  t.match((await send('GET', 'shops/600/threads')).json, { threads: [{ id: threadId }] })
  t.match((await send('POST', 'anonymise', { customerId: 'c-9' })).json, { threads: 1 })
  t.equal((await send('DELETE', 'keys/key-600')).status, 204)

  t.equal((await send('POST', 'buyer-writes', { shopId: 1, text: 'Nikt' })).status, 400)
  t.equal((await send('POST', 'buyer-writes', { shopId: 600, orderId: 'unknown', text: 'Nikt' })).status, 400)
  t.equal((await send('POST', 'buyer-writes', { text: 'Nikt' })).status, 400)
  t.equal((await send('GET', 'threads/unknown')).status, 404)

  for (let at = 0; at < 3; at += 1) sandbox.buyerWrites({ shopId, text: `Nr ${at}` })
  const first = await list('limit=1')
  t.equal((await send('POST', 'before-next-page', { shopId, text: 'W międzyczasie' })).status, 201)
  await list(`limit=1&page_token=${first.next_page_token ?? ''}`)
  t.equal((await list()).data.length, 4)

  t.equal((await send('POST', 'reset')).status, 204)
  t.equal((await list()).data.length, 0)
  t.equal((await send('GET', 'shops')).status, 200)
})

t.test('a state file keeps everything over a restart, also what is not visible yet', async (t) => {
  const stateFile = join(t.testdir(), 'nested', 'state.json')
  const seed: EmpikPlaceSeed = {
    shops: [{ id: shopId }],
    keys: [{ key: apiKey, shopIds: [shopId] }],
    orders: [{ shopId, id: 'o1-A' }],
  }
  const open = () => createEmpikPlaceSandbox({ seed, stateFile })
  const before = await open()
  const attachments = [{ name: 'a.bin', content: Buffer.from([0, 255]) }]
  const { threadId } = before.buyerWrites({ shopId, orderId: 'o1-A', text: 'Dzień dobry', attachments })
  before.sellerWrites({ shopId, threadId, text: 'Słucham' })
  const late = before.buyerWrites({ shopId, text: 'Później', visibleAfterMs: 3_600_000 })
  const list = async (sandbox: typeof before) => {
    const headers = { authorization: apiKey }
    const answer = await sandbox.app.inject({ url: '/api/inbox/threads?with_messages=true', headers })
    return answer.json<ThreadPage>()
  }
  const listed = await list(before)
  await before.close()

  const after = await open()
  t.teardown(() => after.close())
  t.same(await list(after), listed)
  t.same(after.state.attachments.values().next().value?.content, Buffer.from([0, 255]))
  after.clock.advance(3_600_001)
  t.equal((await list(after)).data.length, 2)
  t.equal(after.thread(late.threadId).messages.length, 1)
})

t.test('an idle poll of a shop with many thousands of threads looks only at the newest', async (t) => {
  const sandbox = await createEmpikPlaceSandbox()
  t.teardown(() => sandbox.close())
  const start = Date.now() - 86_400_000
  for (let shop = 1; shop <= 500; shop += 1) {
    sandbox.addShop({ id: shop })
    sandbox.addKey({ key: `key-${shop}`, shopIds: [shop] })
  }
  for (let at = 0; at < 20_000; at += 1) {
    const shop = at < 10_000 ? 1 : 2 + (at % 499)
    sandbox.buyerWrites({ shopId: shop, text: 'Dzień dobry', at: new Date(start + at) })
  }
  const since = new Date(start + 86_000_000).toISOString()
  const poll = (shop: number, updatedSince: string) =>
    sandbox.app.inject({
      url: `/api/inbox/threads?shop_id=${shop}&with_messages=true&limit=100&updated_since=${updatedSince}`,
      headers: { authorization: `key-${shop}` },
    })
  t.same((await poll(1, since)).json(), { data: [] })

  let reads = 0
  for (const thread of sandbox.state.threads.values()) {
    const { updatedAt } = thread
    Object.defineProperty(thread, 'updatedAt', {
      get: () => {
        reads += 1
        return updatedAt
      },
    })
  }
  t.same((await poll(1, since)).json(), { data: [] })
  t.equal(reads, 1, 'only the newest thread is looked at')
  const busy = new Date(start + 9_999).toISOString()
  t.equal((await poll(1, busy)).json<ThreadPage>().data.length, 1)
  t.ok(reads < 10, `${reads} dates were read`)

  const started = performance.now()
  for (let at = 0; at < 300; at += 1) await poll(1, since)
  t.comment(`idle M11: ${((performance.now() - started) / 300).toFixed(3)} ms`)
})
