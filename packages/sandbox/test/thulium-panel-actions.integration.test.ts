import t from 'tap'
import { field, marker, start } from './thulium-fixture.ts'
import type { Rows } from './thulium-fixture.ts'

const login = 'a.nowak'

t.test('an agent reply is hidden until its delay is over, then mailed to from and cc', async (t) => {
  const { createTicket, getTicket, sandbox, system } = await start(t)
  const ticketId = await createTicket({ cc: ['kopia@x.example'] })
  const messageId = sandbox.agentReplies({
    system,
    ticketId,
    login,
    html: '<p>Jutro</p>',
    signature: 'Anna',
    quote: true,
  })
  const replies = async () => (await getTicket(ticketId)).messages.filter((message) => message.type === 'REPLY')
  t.same(await replies(), [])
  sandbox.clock.advance(29_000)
  t.same([await replies(), sandbox.mailLog(system)], [[], []])
  sandbox.clock.advance(1000)
  const [reply] = await replies()
  t.match(reply, { message_id: messageId, user_login: login })
  t.match(reply?.body, /<p>Jutro<\/p>[\s\S]*Anna[\s\S]*napisał\(a\):[\s\S]*<blockquote>Kiedy paczka\?<\/blockquote>/)
  t.match(sandbox.mailLog(system), [
    { kind: 'agent-reply', to: ['empik-1@relay.example', 'kopia@x.example'], messageId },
  ])
  t.equal((await getTicket(ticketId)).full_status_name, 'Oczekuje na klienta')
})

t.test('a visible pending reply can vanish again', async (t) => {
  const { createTicket, getTicket, sandbox, system } = await start(t, { agentPendingMessage: 'visible' })
  const ticketId = await createTicket()
  const messageId = sandbox.agentReplies({ system, ticketId, login, html: 'x' })
  t.ok((await getTicket(ticketId)).messages.some((message) => message.message_id === messageId))
  sandbox.cancelReply({ system, ticketId, messageId })
  t.notOk((await getTicket(ticketId)).messages.some((message) => message.message_id === messageId))
  sandbox.clock.advance(60_000)
  t.same(sandbox.mailLog(system), [])
  t.throws(() => sandbox.cancelReply({ system, ticketId, messageId }), RangeError)
})

t.test('a reply that leaves late has a lower id than a message that came meanwhile', async (t) => {
  const { call, createTicket, getTicket, sandbox, system } = await start(t, { messageOrder: 'ascending' })
  const ticketId = await createTicket()
  const messageId = sandbox.agentReplies({ system, ticketId, login, html: 'x' })
  await call('POST', `tickets/${ticketId}/customer_response`, { body: 'później' })
  const seen = (await getTicket(ticketId)).messages.at(-1)?.message_id ?? 0
  t.ok(seen > messageId)
  sandbox.clock.advance(30_000)
  t.ok((await getTicket(ticketId)).messages.some((message) => message.message_id === messageId))
})

t.test('the mail of an API response goes to from, and to nobody without from', async (t) => {
  const { call, createTicket, sandbox, system } = await start(t)
  const respond = (id: number) => call('POST', `tickets/${id}/agent_response`, { body: 'x', user_login: 'empik.bot' })
  await respond(await createTicket())
  await respond(await createTicket({ from: undefined }))
  await createTicket({ direction: 'out' })
  t.same(
    sandbox.mailLog(system).map(({ kind, to }) => [kind, to]),
    [
      ['api-response', ['empik-1@relay.example']],
      ['outgoing-ticket', ['empik-1@relay.example']],
    ],
  )
})

t.test('comments are COMMENT entries with a login', async (t) => {
  const { createTicket, getTicket, sandbox, system } = await start(t)
  const ticketId = await createTicket()
  const messageId = sandbox.agentComments({ system, ticketId, login, text: 'uwaga' })
  const entry = (await getTicket(ticketId)).messages.find((message) => message.message_id === messageId)
  t.match(entry, { type: 'COMMENT', comment: 'uwaga', body: '', system_comment: '', user_login: login })
  t.throws(() => sandbox.agentComments({ system, ticketId, login: 'nikt', text: 'x' }), RangeError)
})

t.test('a change of status, queue and category leaves system entries and moves the date', async (t) => {
  const { createTicket, getTicket, sandbox, system } = await start(t)
  const ticketId = await createTicket()
  sandbox.clock.advance(120_000)
  const before = (await getTicket(ticketId)).updated_at
  sandbox.changeTicket({
    system,
    ticketId,
    login,
    statusId: 5,
    substatusId: 52,
    queueId: 9,
    categoryId: 13,
    userLogin: login,
  })
  const ticket = await getTicket(ticketId)
  t.match(ticket, {
    full_status_name: 'W realizacji - Czeka na kuriera',
    ticket_queue_id: 9,
    category_id: '13',
    user_login: login,
  })
  t.not(ticket.updated_at, before)
  t.equal(ticket.messages.filter((message) => message.system_comment !== '').length, 2)
})

t.test('close and reopen', async (t) => {
  const { createTicket, getTicket, sandbox, system } = await start(t)
  const ticketId = await createTicket()
  sandbox.closeTicket({ system, ticketId, login })
  t.match(await getTicket(ticketId), { full_status_name: 'Zamknięte', close_time: /^\d\d:\d\d:\d\d$/ })
  sandbox.reopenTicket({ system, ticketId, login })
  t.match(await getTicket(ticketId), { full_status_name: 'W realizacji', closed_at: '' })
  t.throws(() => sandbox.reopenTicket({ system, ticketId }), RangeError)
})

t.test('another customer can be pinned, and the search follows', async (t) => {
  const { call, createTicket, getTicket, sandbox, system } = await start(t)
  const ticketId = await createTicket({ customer_id: 8101 })
  sandbox.pinCustomer({ system, ticketId, customerId: 8102 })
  t.match(await getTicket(ticketId), { customer_id: 8102 })
  t.match((await call('GET', 'tickets?customer_id=8101')).json, { count: 0 })
  t.match((await call('GET', 'tickets?customer_id=8102')).json, { count: 1 })
  sandbox.pinCustomer({ system, ticketId, customerId: null })
  t.match(await getTicket(ticketId), { customer_id: null })
})

t.test('a merge moves messages with their ids; the shell refuses writes, takes them, or is gone', async (t) => {
  const { call, createTicket, getTicket, sandbox, system } = await start(t, { messageOrder: 'ascending' })
  const source = await createTicket({ body: 'pierwsza', custom_fields: { [marker]: 's' } })
  const target = await createTicket({ body: 'druga' })
  const moved = (await getTicket(source)).messages[0]?.message_id
  sandbox.mergeTickets({ system, sourceId: source, targetId: target, login })
  t.equal((await getTicket(target)).messages[0]?.message_id, moved)
  t.match(await getTicket(source), { full_status_name: 'Połączone', custom_fields: { [marker]: 's' } })
  const write = () => call('POST', `tickets/${source}/customer_response`, { body: 'x' })
  t.equal((await write()).status, 409)
  sandbox.setSwitches(system, { mergedTicket: 'accept-writes' })
  t.equal((await write()).status, 200)
  t.equal((await getTicket(source)).full_status_name, 'Połączone')
  sandbox.setSwitches(system, { mergedTicket: 'gone' })
  t.equal((await write()).status, 404)
  t.equal((await call('GET', `tickets/${source}`)).status, 404)
  t.match((await call('GET', `tickets?${field(marker)}=s`)).json, { count: 0 })
})

t.test('a split moves chosen messages into a ticket with the same marker', async (t) => {
  const { call, createTicket, getTicket, sandbox, system } = await start(t, { messageOrder: 'ascending' })
  const ticketId = await createTicket({ custom_fields: { [marker]: 's' }, customer_id: 8101 })
  await call('POST', `tickets/${ticketId}/customer_response`, { body: 'inna sprawa' })
  const messageId = (await getTicket(ticketId)).messages.find((one) => one.body === 'inna sprawa')?.message_id ?? 0
  const split = sandbox.splitTicket({ system, ticketId, messageIds: [messageId] })
  t.match((await getTicket(split)).messages[0], { message_id: messageId, type: 'MAIL' })
  t.notOk((await getTicket(ticketId)).messages.some((one) => one.message_id === messageId))
  t.match((await call('GET', `tickets?${field(marker)}=s`)).json, { count: 2 })
  t.match((await call('GET', 'tickets?customer_id=8101')).json, { count: 2 })
  const bare = sandbox.splitTicket({ system, ticketId: split, messageIds: [messageId], copyCustomFields: false })
  t.equal((await getTicket(bare)).custom_fields[marker], null)
})

t.test('a deleted message vanishes', async (t) => {
  const { createTicket, getTicket, sandbox, system } = await start(t)
  const ticketId = await createTicket()
  const messageId = (await getTicket(ticketId)).messages[0]?.message_id ?? 0
  sandbox.deleteMessage({ system, ticketId, messageId })
  t.same((await getTicket(ticketId)).messages, [])
})

t.test('a deleted ticket is gone for the API, and for searching', async (t) => {
  const { call, createTicket, sandbox, system } = await start(t)
  const ticketId = await createTicket({ custom_fields: { [marker]: 'd' } })
  sandbox.deleteTicket({ system, ticketId })
  t.equal((await call('GET', `tickets/${ticketId}`)).status, 404)
  t.equal((await call('POST', `tickets/${ticketId}/comment`, { comment: 'x' })).status, 404)
  t.match((await call('GET', `tickets?${field(marker)}=d`)).json, { count: 0 })
  t.throws(() => sandbox.deleteTicket({ system, ticketId }), RangeError)
})

t.test('a renamed field breaks the old name and keeps the data under the new one', async (t) => {
  const { call, createTicket, sandbox, system } = await start(t)
  await createTicket({ custom_fields: { [marker]: 'a' } })
  sandbox.renameField({ system, of: 'ticket', from: marker, to: 'Wątek' })
  t.equal((await call('GET', `tickets?${field(marker)}=a`)).status, 400)
  t.equal(((await call('GET', `tickets?${field('Wątek')}=a`)).json as Rows).count, 1)
  sandbox.renameField({ system, of: 'customer', from: 'Empik ID', to: 'ID' })
  t.match((await call('GET', `customers?${field('ID')}=c-700123`)).json, [{ customer_id: 8101 }])
  t.throws(() => sandbox.renameField({ system, of: 'ticket', from: 'Nie ma', to: 'x' }), RangeError)
})

t.test('hourly automation changes unclosed tickets that fit its conditions', async (t) => {
  const { createTicket, getTicket, sandbox, system } = await start(t, { agentSendDelaySeconds: 0 })
  const ticketId = await createTicket()
  sandbox.agentReplies({ system, ticketId, login, html: 'x' })
  t.same(sandbox.runHourlyAutomation({ system }), [], 'the agent wrote just now')
  sandbox.clock.advance(73 * 3_600_000)
  t.same(sandbox.runHourlyAutomation({ system }), [ticketId])
  t.equal((await getTicket(ticketId)).full_status_name, 'Zamknięte')
  t.same(sandbox.ticket(system, ticketId).tags, ['auto'])
  const rules = [{ when: { ageHours: 1 }, then: { queueId: 9 } }]
  t.same(sandbox.runHourlyAutomation({ system, rules }), [], 'closed tickets are left alone')
})

t.test('a postponed ticket returns to New at a quarter of an hour', async (t) => {
  const { createTicket, getTicket, sandbox, system } = await start(t)
  sandbox.clock.setTo(new Date('2026-03-04T09:01:00Z'))
  const ticketId = await createTicket()
  sandbox.changeTicket({ system, ticketId, postponeMinutes: 10 })
  sandbox.clock.setTo(new Date('2026-03-04T09:14:00Z'))
  t.equal((await getTicket(ticketId)).full_status_name, 'Odłożone')
  sandbox.clock.setTo(new Date('2026-03-04T09:15:10Z'))
  t.match(await getTicket(ticketId), { full_status_name: 'Nowe', updated_at: '2026-03-04 10:15' })
})
