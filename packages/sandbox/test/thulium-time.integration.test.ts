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
