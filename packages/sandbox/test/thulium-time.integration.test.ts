import t from 'tap'
import { start } from './thulium-fixture.ts'
import type { Rows } from './thulium-fixture.ts'

t.test('dates are Warsaw wall time with minutes, in winter and in summer', async (t) => {
  const { createTicket, getTicket, sandbox } = await start(t)
  sandbox.clock.setTo(new Date('2026-01-15T23:30:45Z'))
  t.match(await getTicket(await createTicket()), { created_at: '2026-01-16 00:30' })
  sandbox.clock.setTo(new Date('2026-07-15T22:30:45Z'))
  t.match(await getTicket(await createTicket()), { created_at: '2026-07-16 00:30' })
})

t.test('in the repeated hour of October a later change sorts and filters as an earlier one', async (t) => {
  const { call, createTicket, sandbox } = await start(t)
  sandbox.clock.setTo(new Date('2026-10-25T00:50:00Z'))
  const summer = await createTicket()
  sandbox.clock.setTo(new Date('2026-10-25T01:10:00Z'))
  const winter = await createTicket()
  const list = async (query = ''): Promise<Rows> => (await call('GET', `tickets?${query}`)).json as Rows
  t.same(
    (await list()).result.map((row) => [row.ticket_id, row.updated_at]),
    [
      [summer, '2026-10-25 02:50'],
      [winter, '2026-10-25 02:10'],
    ],
  )
  t.same(
    (await list('date_from=2026-10-25%2002:45')).result.map((row) => row.ticket_id),
    [summer],
  )
  sandbox.clock.setTo(new Date('2026-10-25T02:05:00Z'))
  const after = await createTicket()
  t.same(
    (await list()).result.map((row) => row.ticket_id),
    [after, summer, winter],
  )
})

t.test('clockOffsetSeconds moves the dates and the Date header of one system, and no other', async (t) => {
  const { call, createTicket, getTicket, sandbox, system } = await start(t)
  sandbox.clock.setTo(new Date('2026-03-02T10:00:30Z'))
  sandbox.setSwitches(system, { clockOffsetSeconds: -150 })
  t.match(await getTicket(await createTicket()), { created_at: '2026-03-02 10:58', updated_at: '2026-03-02 10:58' })
  const shown = (await call('GET', 'tickets')).headers.get('date')
  t.match(shown, /^Mon, 02 Mar 2026 09:5[78]:/)
  const controls = await sandbox.app.inject('/__sandbox/clock')
  t.match(controls.headers.date, /^Mon, 02 Mar 2026 10:00:/)
})

t.test('dateHeader absent leaves the time out of answers and errors', async (t) => {
  const { call } = await start(t, { dateHeader: 'absent' })
  t.equal((await call('GET', 'tickets')).headers.get('date'), null)
  t.equal((await call('GET', 'tickets/1')).headers.get('date'), null)
})

t.test('a ticket may get a date of change that is wrong, until it is changed again', async (t) => {
  const { createTicket, getTicket, sandbox, system } = await start(t)
  sandbox.clock.setTo(new Date('2026-03-02T10:00:00Z'))
  const [ticketId, other] = [await createTicket(), await createTicket()]
  sandbox.changeTicket({ system, ticketId, updatedAt: '2027-03-02T10:00:00Z' })
  t.match(await getTicket(ticketId), { updated_at: '2027-03-02 11:00' })
  t.same(
    sandbox.tickets(system).map((ticket) => ticket.ticketId),
    [ticketId, other],
  )
  sandbox.closeTicket({ system, ticketId })
  t.match(await getTicket(ticketId), { updated_at: '2026-03-02 11:00' })
})
