import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import type { Test } from 'tap'
import { start } from './thulium-fixture.ts'

type Received = { authorization: string | undefined; type: string | undefined; body: string }

/** A receiver that answers with the given codes in turn, then 200. */
async function receiver(test: Test, codes: number[] = []): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      received.push({ authorization: request.headers.authorization, type: request.headers['content-type'], body })
      response.statusCode = codes.shift() ?? 200
      response.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  test.teardown(() => void server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received }
}

const ids = (received: Received[]): (string | null)[] =>
  received.map((one) => new URLSearchParams(one.body).get('ticket_id'))

t.test('a subscription is stored and read back with its secrets', async (t) => {
  const { call } = await start(t)
  t.equal((await call('POST', 'webhooks', { actions: [], subscription_url: 'http://x.example' })).status, 400)
  t.equal((await call('POST', 'webhooks', { actions: ['TICKET_CREATED'], subscription_url: 'ftp://x' })).status, 400)
  const body = {
    actions: ['TICKET_CREATED'],
    subscription_url: 'http://127.0.0.1:9/',
    http_auth_user: 'u',
    http_auth_password: 'p',
  }
  t.match(await call('POST', 'webhooks', body), { status: 201, json: { ...body, id: Number } })
  t.match((await call('GET', 'webhooks')).json, [body])
})

t.test('an event is a form in which empty is the word null, with Basic auth when configured', async (t) => {
  const { call, createTicket, sandbox } = await start(t)
  const { url, received } = await receiver(t)
  const actions = ['TICKET_CREATED', 'CUSTOMER_CREATED']
  await call('POST', 'webhooks', { actions, subscription_url: url, http_auth_user: 'u', http_auth_password: 'p' })
  const id = await createTicket()
  await call('POST', 'customers', { surname: 'Nowa' })
  await call('POST', `tickets/${id}/customer_response`, { body: 'x' })
  await sandbox.webhooksSettled()
  t.equal(received.length, 2, 'replies and messages have no event')
  const ticket = received.find((one) => one.body.includes('TICKET_CREATED'))
  t.equal(ticket?.type, 'application/x-www-form-urlencoded')
  t.equal(ticket?.authorization, `Basic ${Buffer.from('u:p').toString('base64')}`)
  t.match(Object.fromEntries(new URLSearchParams(ticket?.body)), {
    action: 'TICKET_CREATED',
    ticket_id: String(id),
    customer_id: 'null',
    agent_login: 'null',
    direction: 'in_behalf_of',
    date: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/,
  })
})

t.test('webhookEncoding json keeps null, webhookMessageReceived announces customer messages', async (t) => {
  const { call, createTicket, sandbox } = await start(t, { webhookEncoding: 'json', webhookMessageReceived: true })
  const { url, received } = await receiver(t)
  await call('POST', 'webhooks', { actions: ['TICKET_MESSAGE_RECEIVED'], subscription_url: url })
  const id = await createTicket()
  await call('POST', `tickets/${id}/customer_response`, { body: 'x' })
  await sandbox.webhooksSettled()
  t.match(JSON.parse(received[0]?.body ?? ''), { action: 'TICKET_MESSAGE_RECEIVED', ticket_id: id, customer_id: null })
})

t.test('webhookRetry none tries once, three-tries until it is taken', async (t) => {
  for (const [retry, tries] of [
    ['none', 1],
    ['three-tries', 3],
  ] as const) {
    const { call, createTicket, sandbox, system } = await start(t, { webhookRetry: retry })
    const { url, received } = await receiver(t, [500, 503])
    await call('POST', 'webhooks', { actions: ['TICKET_CREATED'], subscription_url: url })
    await createTicket()
    await sandbox.webhooksSettled()
    t.equal(received.length, tries)
    t.equal(sandbox.webhookLog(system).at(-1)?.outcome, retry === 'none' ? 500 : 200)
  }
})

t.test('webhooks come twice, out of order, or never', async (t) => {
  const { call, createTicket, sandbox, system } = await start(t, { webhookDelivery: 'duplicate' })
  const { url, received } = await receiver(t)
  await call('POST', 'webhooks', { actions: ['TICKET_CREATED'], subscription_url: url })
  const first = await createTicket()
  await sandbox.webhooksSettled()
  t.same(ids(received), [String(first), String(first)])
  sandbox.setSwitches(system, { webhookDelivery: 'out-of-order' })
  const [second, third] = [await createTicket(), await createTicket()]
  await sandbox.webhooksSettled()
  t.same(ids(received).slice(2), [String(third), String(second)])
  sandbox.setSwitches(system, { webhookDelivery: 'never' })
  await createTicket()
  await sandbox.webhooksSettled()
  t.equal(received.length, 4)
})
