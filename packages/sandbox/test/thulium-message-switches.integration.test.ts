import t from 'tap'
import { start } from './thulium-fixture.ts'

const to = { to: 'sklep@demo-sklep.example', subject: 'S', body: 'B' }

t.test('commentField decides which body a comment needs', async (t) => {
  for (const name of ['comment', 'body', 'content'] as const) {
    const { call, createTicket, getTicket } = await start(t, { commentField: name })
    const id = await createTicket()
    for (const tried of ['comment', 'body', 'content']) {
      const answer = await call('POST', `tickets/${id}/comment`, { [tried]: `przez ${tried}`, user_login: 'empik.bot' })
      t.equal(answer.status, tried === name ? 200 : 400, `${tried} where ${name} is right`)
    }
    const comments = (await getTicket(id)).messages.filter((message) => message.comment !== '')
    t.match(comments, [{ comment: `przez ${name}`, user_login: 'empik.bot', type: 'COMMENT' }])
  }
})

t.test('customerResponseAcceptsAttachments ignores, stores or rejects', async (t) => {
  const { call, createTicket, getTicket, sandbox, system } = await start(t)
  const id = await createTicket()
  const { token } = (await call('POST', 'temporary_files?filename=a.txt', Buffer.from('a'))).json as { token: string }
  const respond = () => call('POST', `tickets/${id}/customer_response`, { body: 'x', attachments: [token] })
  const stored = async (): Promise<number> => (await getTicket(id)).messages.flatMap((one) => one.attachments).length
  t.equal((await respond()).status, 200)
  t.equal(await stored(), 0, 'silently ignored')
  sandbox.setSwitches(system, { customerResponseAcceptsAttachments: 'stored' })
  t.equal((await respond()).status, 200)
  t.equal(await stored(), 1)
  sandbox.setSwitches(system, { customerResponseAcceptsAttachments: 'rejected' })
  t.equal((await respond()).status, 400)
})

t.test('customerResponseReopens sets New and reopens, or leaves the ticket closed', async (t) => {
  const { call, createTicket, getTicket, sandbox, system } = await start(t)
  const id = await createTicket()
  sandbox.closeTicket({ system, ticketId: id })
  t.match(await getTicket(id), { full_status_name: 'Zamknięte', closed_at: /^\d{4}/ })
  await call('POST', `tickets/${id}/customer_response`, { body: 'x' })
  t.match(await getTicket(id), { full_status_name: 'Nowe', closed_at: '' })
  sandbox.setSwitches(system, { customerResponseReopens: false })
  sandbox.closeTicket({ system, ticketId: id })
  await call('POST', `tickets/${id}/customer_response`, { body: 'y' })
  t.match(await getTicket(id), { full_status_name: 'Zamknięte' })
})

t.test('agentResponseSetsWaiting off leaves the status', async (t) => {
  for (const on of [true, false]) {
    const { call, createTicket, getTicket } = await start(t, { agentResponseSetsWaiting: on })
    const id = await createTicket()
    await call('POST', `tickets/${id}/agent_response`, { body: 'x', user_login: 'empik.bot' })
    t.equal((await getTicket(id)).full_status_name, on ? 'Oczekuje na klienta' : 'Nowe')
  }
})

t.test('updatedAtMovesOnMessage off hides new messages from a poll by modification date', async (t) => {
  const { call, createTicket, getTicket, sandbox, system } = await start(t, {
    updatedAtMovesOnMessage: false,
    agentSendDelaySeconds: 0,
  })
  const id = await createTicket()
  const before = (await getTicket(id)).updated_at
  sandbox.clock.advance(3_600_000)
  await call('POST', `tickets/${id}/customer_response`, { body: 'x' })
  sandbox.agentReplies({ system, ticketId: id, login: 'a.nowak', html: 'y' })
  const after = await getTicket(id)
  t.equal(after.updated_at, before)
  t.equal(after.messages.filter((message) => message.type === 'REPLY').length, 1)
})

t.test('dateParamSetsCreatedAt decides whether date is shown', async (t) => {
  for (const on of [true, false]) {
    const { call, createTicket, getTicket } = await start(t, { dateParamSetsCreatedAt: on })
    const id = await createTicket()
    await call('POST', `tickets/${id}/customer_response`, { body: 'stara', date: '2024-01-02 03:04' })
    const message = (await getTicket(id)).messages.find((one) => one.body === 'stara')
    t.equal(message?.created_at === '2024-01-02 03:04', on)
    t.equal((await call('POST', `tickets/${id}/customer_response`, { body: 'x', date: '02.01.2024' })).status, 400)
  }
})

t.test('plainBodyReturnedAs as-sent keeps plain text', async (t) => {
  const { createTicket, getTicket } = await start(t, { plainBodyReturnedAs: 'as-sent' })
  t.match((await getTicket(await createTicket({ body: 'a < b\nc' }))).messages, [{ body: 'a < b\nc' }])
})

t.test('messageOrder shuffles messages, the same way every time', async (t) => {
  const { call, createTicket, getTicket, sandbox, system } = await start(t)
  const id = await createTicket()
  for (let i = 0; i < 8; i += 1) await call('POST', `tickets/${id}/customer_response`, { body: String(i) })
  const ids = async (): Promise<number[]> => (await getTicket(id)).messages.map((message) => message.message_id)
  const shuffled = await ids()
  const sorted = shuffled.toSorted((one, other) => one - other)
  t.notSame(shuffled, sorted)
  t.same(await ids(), shuffled)
  sandbox.setSwitches(system, { messageOrder: 'ascending' })
  t.same(await ids(), sorted)
})

t.test('attachmentElement names gives names only', async (t) => {
  const { createTicket, getTicket, sandbox, system } = await start(t, {
    attachmentElement: 'names',
    agentSendDelaySeconds: 0,
  })
  const id = await createTicket()
  sandbox.agentReplies({
    system,
    ticketId: id,
    login: 'a.nowak',
    html: 'x',
    attachments: [{ filename: 'a.pdf', content: 'a' }],
  })
  t.same(
    (await getTicket(id)).messages.flatMap((one) => one.attachments),
    [{ filename: 'a.pdf' }],
  )
})

t.test('queueAutoresponder adds a REPLY without a login and mails it', async (t) => {
  const { createTicket, getTicket, sandbox, system } = await start(t, { queueAutoresponder: true })
  const id = await createTicket()
  t.ok((await getTicket(id)).messages.some((message) => message.type === 'REPLY' && message.user_login === ''))
  t.match(sandbox.mailLog(system), [{ kind: 'autoresponder', to: ['empik-1@relay.example'] }])
})

t.test('temporaryFileSingleUse spends the token', async (t) => {
  for (const once of [true, false]) {
    const { call } = await start(t, { temporaryFileSingleUse: once })
    const { token } = (await call('POST', 'temporary_files?filename=a', Buffer.from('a'))).json as { token: string }
    t.equal((await call('POST', 'tickets', { ...to, attachments: [token] })).status, 201)
    t.equal((await call('POST', 'tickets', { ...to, attachments: [token] })).status, once ? 400 : 201)
  }
})
