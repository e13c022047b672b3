import t from 'tap'
import { shopId, startSandbox } from './empikplace-fixture.ts'

type Orders = { orders: Record<string, unknown>[]; total_count: number }

const many = Array.from({ length: 130 }, (_, at) => ({ shopId, id: `o${at}-A`, minutesAgo: 1000 - at }))
const ids = (answer: Orders) => answer.orders.map((order) => order.order_id)

t.test('OR11 pages by offset, 10 by default and 100 at most, oldest first, with Link headers', async (t) => {
  const { get, sandbox } = await startSandbox(t, { orders: many })
  const first = await get('/api/orders')
  const page = first.json() as Orders
  t.equal(page.orders.length, 10)
  t.equal(page.total_count, 130)
  t.equal(ids(page)[0], 'o0-A')
  t.match(first.headers.get('link'), /offset=10.*rel="next"/)
  const last = await get('/api/orders?max=100&offset=100&order=desc')
  t.equal((last.json() as Orders).orders.length, 30)
  t.match(last.headers.get('link'), /rel="previous"/)
  t.notMatch(last.headers.get('link'), /rel="next"/)
  t.equal((await get('/api/orders?max=101')).status, 400)
  sandbox.switches.set('overLimit', 'clamp')
  t.equal(((await get('/api/orders?max=500')).json() as Orders).orders.length, 100)
})

t.test('OR11 by ids takes 100 of them, leaves out unknown ones and still pages by max', async (t) => {
  const { get } = await startSandbox(t, { orders: many, shops: [{ id: 500 }] })
  const hundred = many.slice(0, 100).map((order) => order.id)
  t.equal((await get(`/api/orders?order_ids=${[...hundred, 'o101-A'].join(',')}`)).status, 400)
  t.equal(((await get(`/api/orders?order_ids=${hundred.join(',')}`)).json() as Orders).orders.length, 10)
  t.equal(((await get(`/api/orders?order_ids=${hundred.join(',')}&max=100`)).json() as Orders).orders.length, 100)
  const some = (await get('/api/orders?order_ids=o1-A,nobody,o1-A&order_ids=o2-A')).json() as Orders
  t.same(ids(some), ['o1-A', 'o2-A'])
})

t.test('OR11 hides addresses before shipping and gives relative pictures', async (t) => {
  const { get } = await startSandbox(t, {
    orders: [
      { shopId, id: 'early-A', state: 'WAITING_ACCEPTANCE' },
      { shopId, id: 'sent-A', state: 'SHIPPED', lines: [{ quantity: 2, unitPrice: 10, shippingPrice: 5 }] },
    ],
  })
  const early = (await get('/api/orders?order_ids=early-A')).json()
  t.match(early, { orders: [{ customer: { billing_address: null, shipping_address: null } }] })
  t.match((await get('/api/orders?order_ids=sent-A')).json(), {
    orders: [
      {
        commercial_id: 'sent',
        customer: { shipping_address: { country_iso_code: 'POL' } },
        price: 20,
        total_price: 25,
        order_lines: [{ product_medias: [{ media_url: /^\/media\// }, {}, {}] }],
      },
    ],
  })
})

t.test('OR11 tells by has_customer_message whether a buyer wrote', async (t) => {
  const { get, sandbox } = await startSandbox(t, { orders: [{ shopId, id: 'o1-A' }] })
  t.match((await get('/api/orders')).json(), { orders: [{ has_customer_message: false }] })
  sandbox.buyerWrites({ shopId, orderId: 'o1-A', text: 'Dzień dobry' })
  t.match((await get('/api/orders')).json(), { orders: [{ has_customer_message: true }] })
})

t.test('OR11 filters by state, incident and dates', async (t) => {
  const { get } = await startSandbox(t, {
    orders: [
      { shopId, id: 'a-A', state: 'SHIPPING', createdAt: new Date('2026-01-01T00:00:00Z') },
      { shopId, id: 'b-A', hasIncident: true, createdAt: new Date('2026-02-01T00:00:00Z') },
    ],
  })
  const found = async (query: string) => ids((await get(`/api/orders?${query}`)).json() as Orders)
  t.same(await found('order_state_codes=SHIPPING'), ['a-A'])
  t.same(await found('has_incident=true'), ['b-A'])
  t.same(await found('start_date=2026-01-15T00:00:00Z'), ['b-A'])
  t.same(await found('end_date=2026-01-15T00:00:00Z'), ['a-A'])
})
