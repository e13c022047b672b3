import t, { type Test } from 'tap'
import { setup } from './support.ts'

const entry = { message_id: 9, type: 'MAIL', body: 'Kiedy?', created_at: '2026-03-04 09:17' }
const ticket = { ticket_id: 5, messages: [entry] }
const notRead = { ok: false, failure: { class: 'unreachable', code: 'UNEXPECTED_SHAPE' } }

async function clientOf(t: Test, body: object) {
  return (
    await setup(
      (clean) => t.teardown(clean),
      () => ({ body }),
    )
  ).client
}

await t.test('an answer about another ticket is none about this one', async (t) => {
  for (const ticketId of [7, '7', 50]) {
    const client = await clientOf(t, { ...ticket, ticket_id: ticketId })
    t.match(await client.ticket(5), notRead)
  }
  t.match(await (await clientOf(t, { ...ticket, ticket_id: '5' })).ticket(5), { ok: true, value: { id: 5 } })
})

await t.test('nothing is made under the number 0', async (t) => {
  for (const id of [0, '0']) {
    const client = await clientOf(t, { ticket_id: id, customer_id: id })
    const made = await client.createTicket({
      to: 'sklep@sklep.example',
      from: 'empik-1@relay.connector.example',
      subject: 'Pytanie',
      body: 'Dzień dobry',
      bodyType: 'PLAIN',
      source: 'www',
    })
    t.match(made, { outcome: 'unknown' })
    t.match(await client.createCustomer({ surname: 'Lis', customFields: {} }), { outcome: 'unknown' })
  }
})

await t.test('a ticket is closed in whatever form it says since when, and open where that is no date', async (t) => {
  for (const [closed, date] of [
    [true, '2026-03-04 09:17'],
    [true, '2026-03-04 24:00'],
    [true, '04.03.2026 09:17'],
    [true, '2026-12-31 23:59:60'],
    [true, 1796000060],
    [true, true],
    [false, ''],
    [false, null],
    [false, false],
    [false, 0],
    [false, '0000-00-00 00:00:00'],
    [false, '0001-01-01T00:00:00'],
    [false, '1970-01-01 01:00'],
  ] as const) {
    const client = await clientOf(t, { ...ticket, closed_at: date })
    t.match(await client.ticket(5), { ok: true, value: { isClosed: closed } }, String(date))
  }
})
