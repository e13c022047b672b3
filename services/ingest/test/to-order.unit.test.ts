import t from 'tap'
import { toOrder } from '../src/empikplace/to-message.ts'

const line = { id: '1', state: 'SHIPPED', productTitle: 'Kubek', images: [] }
const order = {
  id: '81-A',
  state: 'SHIPPED',
  hasCustomerMessage: false,
  hasIncident: false,
  hasInvoice: false,
  lines: [{ ...line, quantity: 2, unitPrice: 10 }],
}

t.test('what an order costs is told by its parts where the whole could not be read', (t) => {
  t.match(toOrder({ ...order, totalPrice: 25.5, price: 20 }), { total: 25.5 })
  t.match(toOrder({ ...order, price: 20, shippingPrice: 5.5 }), { total: 25.5, totalUnknown: undefined })
  t.match(toOrder({ ...order, shippingPrice: 5.5 }), { total: 25.5, lines: [{ total: 20, unitPrice: 10 }] })
  t.match(toOrder({ ...order, totalPrice: 0 }), { total: 0 }, 'what is said to cost nothing does')
  t.end()
})

t.test('what cannot be read is unknown, and a part of a sum is not the sum', (t) => {
  const unpriced = toOrder({ ...order, shippingPrice: 5.5, lines: [{ ...line, price: 7, quantity: 1 }, line] })
  t.match(unpriced, {
    totalUnknown: true,
    lines: [{ total: 7, unknown: ['unitPrice'] }, { unknown: ['quantity', 'unitPrice', 'total'] }],
  })
  t.match(toOrder({ ...order, price: 20 }), { totalUnknown: true }, 'without what the delivery costs')
  t.match(toOrder({ ...order, shippingPrice: 5.5, lines: [] }), { totalUnknown: true }, 'without what was bought')
  t.match(toOrder({ ...order, lines: [{ ...line, unitPrice: 10 }] }), { lines: [{ unknown: ['quantity', 'total'] }] })
  t.notOk(Object.hasOwn(toOrder({ ...order, totalPrice: 25.5 }), 'totalUnknown'))
  t.notOk(Object.hasOwn(toOrder(order).lines[0] ?? {}, 'unknown'))
  t.end()
})

t.test('an incident is told while there is one, and the deadline to ship while the parcel is not sent', (t) => {
  const shippingDeadline = new Date('2026-03-05T22:59:59Z')
  const told = toOrder({ ...order, state: 'SHIPPING', hasIncident: true, shippingDeadline })
  t.match(told, { incident: true, shipBy: '2026-03-05T22:59:59.000Z' })
  // What is not so is left out: an order that has neither is the same fact as ever, and is not recorded anew.
  t.notOk(Object.hasOwn(toOrder({ ...order, shippingDeadline }), 'shipBy'), 'it is sent')
  t.notOk(Object.hasOwn(toOrder({ ...order, state: 'SHIPPING' }), 'shipBy'), 'none is told')
  t.notOk(Object.hasOwn(toOrder(order), 'incident'))
  t.end()
})
