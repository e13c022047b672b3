import t from 'tap'
import { shopId, startSandbox } from './empikplace-fixture.ts'
import type { Fixture, ThreadPage } from './empikplace-fixture.ts'

/** Threads one minute apart; the first is the oldest. */
function writeThreads({ sandbox }: Fixture, count: number, start = '2026-03-01T12:00:00Z'): string[] {
  const first = Date.parse(start)
  sandbox.clock.setTo(new Date(first + count * 60_000))
  return Array.from({ length: count }, (_, at) => {
    const written = sandbox.buyerWrites({ shopId, text: `Pytanie ${at}`, at: new Date(first + at * 60_000) })
    return written.threadId
  })
}

const ids = (page: ThreadPage) => page.data.map((thread) => thread.id)

t.test('M11 lists newest first, from updated_since on inclusively', async (t) => {
  const fixture = await startSandbox(t)
  const threads = writeThreads(fixture, 4)
  t.same(ids(await fixture.list()), threads.toReversed())
  t.same(ids(await fixture.list('updated_since=2026-03-01T12:02:00Z')), [threads[3], threads[2]])
  t.same(ids(await fixture.list('updated_since=2026-03-01T13:02:00%2B01:00')), [threads[3], threads[2]])
  t.same(ids(await fixture.list('updated_since=2026-03-01T12:02:00.001Z')), [threads[3]])
  const raw = await fixture.get('/api/inbox/threads?updated_since=2026-03-01T13:02:00+01:00')
  t.equal(raw.status, 400, 'a plus that is not URL-encoded')
})

t.test('M11 leaves out keys that are empty', async (t) => {
  const fixture = await startSandbox(t)
  fixture.sandbox.buyerWrites({ shopId, text: 'Dzień dobry' })
  const plain = await fixture.list()
  t.notOk('next_page_token' in plain || 'previous_page_token' in plain)
  t.notOk('messages' in (plain.data[0] ?? {}) || 'entities' in (plain.data[0] ?? {}))
  const full = await fixture.list('with_messages=true')
  t.match(full.data[0]?.messages, [{ body: 'Dzień dobry', from: { type: 'CUSTOMER_USER' }, to: [{ type: 'SHOP' }] }])
  t.notOk('attachments' in (full.data[0]?.messages?.[0] ?? {}))
})

t.test('M11 pages by 50 unless told otherwise and carries filters in its tokens', async (t) => {
  const fixture = await startSandbox(t)
  const threads = writeThreads(fixture, 120).toReversed()
  t.equal((await fixture.list()).data.length, 50)
  t.equal((await fixture.get('/api/inbox/threads?limit=101')).status, 400)
  t.equal((await fixture.get('/api/inbox/threads?limit=0')).status, 400)
  fixture.sandbox.switches.set('overLimit', 'clamp')
  t.equal((await fixture.list('limit=101')).data.length, 100)

  const first = await fixture.list('limit=40&with_messages=true&updated_since=2026-03-01T12:20:00Z')
  t.notOk(first.previous_page_token)
  const walk = [...ids(first)]
  let page = first
  while (page.next_page_token !== undefined) {
    // Everything but the token is ignored.
    page = await fixture.list(`page_token=${page.next_page_token}&limit=1&updated_since=2030-01-01T00:00:00Z`)
    t.ok(page.data.every((thread) => thread.messages?.length === 1))
    walk.push(...ids(page))
  }
  t.same(walk, threads.slice(0, 100))
  t.equal(page.data.length, 20)
  const back = await fixture.list(`page_token=${page.previous_page_token ?? ''}`)
  t.same(ids(back), threads.slice(40, 80))
  const top = await fixture.list(`page_token=${back.previous_page_token ?? ''}`)
  t.same(ids(top), threads.slice(0, 40))
  t.notOk(top.previous_page_token)
})

t.test('a page token that was tampered with or is too old is 400', async (t) => {
  const fixture = await startSandbox(t)
  writeThreads(fixture, 3)
  const token = (await fixture.list('limit=1')).next_page_token ?? ''
  const [payload = '', signature = ''] = token.split('.')
  t.match(Buffer.from(payload, 'base64url').toString(), /^limit=1&after=[0-9a-f-]{36}&sort=date%2CDESC/)
  const changed = Buffer.from(payload, 'base64url').toString().replace('limit=1', 'limit=9')
  for (const bad of ['nonsense', payload, `${Buffer.from(changed).toString('base64url')}.${signature}`]) {
    t.equal((await fixture.get(`/api/inbox/threads?page_token=${bad}`)).status, 400)
  }
  t.equal((await fixture.get(`/api/inbox/threads?page_token=${token}`)).status, 200)
  fixture.sandbox.clock.advance(900_001)
  t.equal((await fixture.get(`/api/inbox/threads?page_token=${token}`)).status, 400)
})

t.test('a page token without its shop_id leads silently to an empty list, or to 400 when switched', async (t) => {
  const fixture = await startSandbox(t, {
    shops: [{ id: 500 }],
    keys: [{ key: 'two-shops', shopIds: [500, shopId] }],
  })
  writeThreads(fixture, 3)
  const token = (await fixture.list('limit=1')).next_page_token ?? ''
  const walkOn = () =>
    fetch(`${fixture.url}/api/inbox/threads?page_token=${token}`, { headers: { authorization: 'two-shops' } })
  t.same(await (await walkOn()).json(), { data: [] })
  fixture.sandbox.switches.set('pageTokenShop', 'reject')
  t.equal((await walkOn()).status, 400)
  fixture.sandbox.switches.set('pageTokenShop', 'from-token')
  t.equal(((await (await walkOn()).json()) as ThreadPage).data.length, 1)
})

t.test('a thread updated between two pages is missed by the walk and found by the next poll', async (t) => {
  const fixture = await startSandbox(t)
  const [oldest = '', ...rest] = writeThreads(fixture, 4)
  const first = await fixture.list('limit=2')
  fixture.sandbox.beforeNextPage(() => {
    fixture.sandbox.buyerWrites({ shopId, threadId: oldest, text: 'Jeszcze jedno' })
  })
  const second = await fixture.list(`page_token=${first.next_page_token ?? ''}`)
  t.same([...ids(first), ...ids(second)], rest.toReversed())
  t.equal(ids(await fixture.list('limit=1'))[0], oldest)
})

t.test('entity filters work alone and together, and entity_id without entity_type is 400', async (t) => {
  const fixture = await startSandbox(t, {
    orders: [
      { shopId, id: 'o1-A', channel: 'empik' },
      { shopId, id: 'o2-A', channel: 'other' },
    ],
  })
  const write = (about: object) => fixture.sandbox.buyerWrites({ shopId, text: 'Pytanie', ...about }).threadId
  const one = write({ orderId: 'o1-A' })
  const two = write({ orderId: 'o2-A' })
  const again = write({ orderId: 'o1-A' })
  const offer = write({ entities: [{ type: 'MMP_OFFER', id: '7', label: 'Kubek' }] })
  const { threadId: shopOnly } = fixture.sandbox.operatorWrites({ shopId, text: 'Witamy', to: 'SHOP' })
  const found = async (query: string) => new Set(ids(await fixture.list(query)))

  t.same(await found('entity_type=MMP_OFFER'), new Set([offer]))
  t.same(await found('entity_type=SELLER_OPERATOR'), new Set([shopOnly]))
  t.same(await found('entity_type=MMP_ORDER'), new Set([one, two, again]))
  t.same(await found('entity_type=MMP_ORDER&entity_id=o1-A'), new Set([one, again]))
  t.same(await found('entity_type=MMP_ORDER&entity_id=o1-A,o2-A'), new Set([one, two, again]))
  t.same(await found('entity_type=MMP_ORDER&entity_id=o1-A&entity_id=o2-A'), new Set([one, two, again]))
  t.same(await found('entity_type=MMP_ORDER&channel_codes=other'), new Set([two]))
  t.equal((await fixture.get('/api/inbox/threads?entity_id=o1-A')).status, 400)
  const page = await fixture.list('entity_type=MMP_ORDER&entity_id=o1-A,o2-A&limit=2')
  const next = await fixture.list(`page_token=${page.next_page_token ?? ''}`)
  t.equal(new Set([...ids(page), ...ids(next)]).size, 3)
})

t.test('M11 ignores max and offset, or refuses them when switched', async (t) => {
  const fixture = await startSandbox(t)
  writeThreads(fixture, 3)
  t.equal((await fixture.list('max=1&offset=2')).data.length, 3)
  fixture.sandbox.switches.set('m11UnknownParameters', 'reject')
  t.equal((await fixture.get('/api/inbox/threads?max=1')).status, 400)
})

t.test('M11 shows the last 100 messages of a thread and M10 all of them', async (t) => {
  const fixture = await startSandbox(t)
  const [threadId = ''] = writeThreads(fixture, 1)
  for (let at = 1; at <= 120; at += 1) fixture.sandbox.buyerWrites({ shopId, threadId, text: `Kolejna ${at}` })
  const [listed] = (await fixture.list('with_messages=true')).data
  t.equal(listed?.messages?.length, 100)
  t.equal(listed?.messages?.at(-1)?.body, 'Kolejna 120')
  t.equal(listed?.metadata.total_count, 121)
  t.equal((await fixture.read(threadId)).messages?.length, 121)
})

t.test('messages can be listed ascending, descending or shuffled', async (t) => {
  const fixture = await startSandbox(t)
  const [threadId = ''] = writeThreads(fixture, 1)
  for (let at = 1; at < 30; at += 1) fixture.sandbox.buyerWrites({ shopId, threadId, text: `Nr ${at}` })
  const bodies = async () => (await fixture.read(threadId)).messages?.map((message) => message.body) ?? []
  const ascending = await bodies()
  fixture.sandbox.switches.set('messageOrder', 'descending')
  t.same(await bodies(), ascending.toReversed())
  fixture.sandbox.switches.set('messageOrder', 'shuffled')
  const shuffled = await bodies()
  t.notSame(shuffled, ascending)
  t.same(new Set(shuffled), new Set(ascending))
})

t.test('a thread that is unknown or of another shop is 404', async (t) => {
  const fixture = await startSandbox(t, { shops: [{ id: 500 }] })
  const { threadId } = fixture.sandbox.buyerWrites({ shopId: 500, text: 'Nie dla was' })
  t.equal((await fixture.get(`/api/inbox/threads/${threadId}`)).status, 404)
  t.equal((await fixture.get('/api/inbox/threads/unknown')).status, 404)
})

t.test('messages between customer and operator are hidden from the shop but move the thread', async (t) => {
  const fixture = await startSandbox(t)
  const [threadId = ''] = writeThreads(fixture, 1)
  fixture.sandbox.operatorWrites({ shopId, threadId, text: 'Tylko do klienta', to: 'CUSTOMER' })
  const hidden = await fixture.read(threadId)
  t.equal(hidden.messages?.length, 1)
  t.equal(hidden.metadata.total_count, 2)
  t.not(hidden.date_updated, hidden.metadata.last_message_date)
  fixture.sandbox.switches.set('totalCount', 'visible')
  t.equal((await fixture.read(threadId)).metadata.total_count, 1)
  fixture.sandbox.switches.set('shopSeesAllMessages', true)
  t.equal((await fixture.read(threadId)).messages?.length, 2)
  const { threadId: secret } = fixture.sandbox.buyerWrites({ shopId, text: 'Do operatora', to: ['OPERATOR'] })
  t.equal((await fixture.read(secret)).messages?.length, 1)
  fixture.sandbox.switches.set('shopSeesAllMessages', false)
  t.equal((await fixture.get(`/api/inbox/threads/${secret}`)).status, 404)
  t.notOk(ids(await fixture.list()).includes(secret))
})

t.test('a message dated T can become visible later and then shows behind the newest date', async (t) => {
  const fixture = await startSandbox(t)
  const { sandbox } = fixture
  sandbox.clock.setTo(new Date('2026-03-01T12:00:00Z'))
  const late = sandbox.buyerWrites({ shopId, text: 'Spóźniona', visibleAfterMs: 90_000 })
  sandbox.clock.advance(60_000)
  const prompt = sandbox.buyerWrites({ shopId, text: 'Punktualna' })
  t.same(ids(await fixture.list()), [prompt.threadId])
  t.equal((await fixture.get(`/api/inbox/threads/${late.threadId}`)).status, 404)
  sandbox.clock.advance(31_000)
  t.same(ids(await fixture.list()), [prompt.threadId, late.threadId])
  t.match((await fixture.read(late.threadId)).date_updated, /^2026-03-01T12:00:00/)
})

t.test('M13 gives the bytes under a switchable type and name', async (t) => {
  const fixture = await startSandbox(t, { shops: [{ id: 500 }] })
  const content = Buffer.from([0, 255, 1, 2])
  const attachments = [{ name: 'zdjęcie.jpg', type: 'image/jpeg', content }]
  const { threadId } = fixture.sandbox.buyerWrites({ shopId, text: 'Zdjęcie', attachments })
  const [file] = (await fixture.read(threadId)).messages?.[0]?.attachments ?? []
  t.match(file, { name: 'zdjęcie.jpg', size: 4 })
  const path = `/api/inbox/threads/${file?.id ?? ''}/download`
  const download = () =>
    fetch(`${fixture.url}${path}?shop_id=${shopId}`, { headers: { authorization: 'key-of-37001' } })

  const plain = await download()
  t.same(Buffer.from(await plain.arrayBuffer()), content)
  t.equal(plain.headers.get('content-type'), 'application/octet-stream')
  t.match(plain.headers.get('content-disposition'), `filename*=UTF-8''zdj%C4%99cie.jpg`)
  fixture.sandbox.switches.patch({ downloadType: 'real', downloadName: 'raw-utf8' })
  const real = await download()
  t.equal(real.headers.get('content-type'), 'image/jpeg')
  const header = Buffer.from(real.headers.get('content-disposition') ?? '', 'latin1').toString()
  t.match(header, 'filename="zdjęcie.jpg"')

  fixture.sandbox.deleteAttachment(file?.id ?? '')
  t.equal((await download()).status, 404)
  fixture.sandbox.switches.set('deletedAttachment', 410)
  t.equal((await download()).status, 410)
  t.equal((await fixture.get('/api/inbox/threads/unknown/download')).status, 404)
})

t.test('anonymising a customer replaces names, drops attachments and leaves the thread', async (t) => {
  const fixture = await startSandbox(t, { orders: [{ shopId, id: 'o1-A', customer: { id: 'c-1', lastname: 'Żak' } }] })
  const attachments = [{ name: 'a.png', content: 'x' }]
  const { threadId } = fixture.sandbox.buyerWrites({ shopId, orderId: 'o1-A', text: 'Dzień dobry', attachments })
  t.equal(fixture.sandbox.anonymiseCustomer({ customerId: 'c-1' }), 1)
  const thread = await fixture.read(threadId)
  t.match(thread.messages, [{ body: 'Dzień dobry', from: { display_name: 'ANONYMIZED' } }])
  const id = thread.messages?.[0]?.attachments?.[0]?.id ?? ''
  t.equal((await fixture.get(`/api/inbox/threads/${id}/download`)).status, 404)
  t.match((await fixture.get('/api/orders?order_ids=o1-A')).json(), {
    orders: [{ customer: { lastname: 'ANONYMIZED' } }],
  })
})

t.test('new enum values and unknown fields can be switched on', async (t) => {
  const fixture = await startSandbox(t)
  fixture.sandbox.buyerWrites({ shopId, text: 'Dzień dobry' })
  fixture.sandbox.switches.patch({ unknownFields: true, newEnumValues: true })
  const [thread] = (await fixture.list('with_messages=true')).data
  t.ok(thread && 'x_sandbox_new_field' in thread)
  t.equal(thread?.topic.type, 'TRANSLATED_TEXT')
  t.ok(thread?.current_participants.some((one) => one.type === 'LOGISTICS_PARTNER'))
})

t.test('ids that are all digits can come as numbers, of any size', async (t) => {
  const { sandbox, get } = await startSandbox(t)
  sandbox.switches.set('numericIds', true)
  const customer = { id: '9007199254740993', name: 'Anna K.' }
  sandbox.buyerWrites({ shopId, text: 'W treści "id":"5" zostaje', customer })
  const { text } = await get('/api/inbox/threads?with_messages=true')
  t.match(text, /"id":9007199254740993\b/)
  t.match(text, 'W treści \\"id\\":\\"5\\" zostaje')
})
