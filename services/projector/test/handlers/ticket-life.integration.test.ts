import t from 'tap'
import { ordered } from './support/events.ts'
import { fourWays } from './support/four-ways.ts'
import { lossBehind } from '../../src/effects/ticket-loss.ts'
import { startOutside } from './support/outside.ts'
import { createScene } from './support/scene.ts'
import { ticketsOf, withTicket } from './support/ticket.ts'

const outside = await startOutside(t)

await fourWays(t, outside, {
  kind: 'ticket:update',
  operation: 'PUT tickets/:id',
  looksItself: true,
  async arrange(scene) {
    await withTicket(scene)
    scene.happened(ordered())
    return '1'
  },
  there: (scene) =>
    ticketsOf(outside, scene).filter(({ customFields }) => customFields['EmpikPlace zamówienie'] === 'ORDER-1-A')
      .length,
})

await fourWays(t, outside, {
  kind: 'ticket:reopen',
  operation: 'PUT tickets/:id',
  async arrange(scene) {
    const ticketId = await withTicket(scene)
    outside.thulium.closeTicket({ system: scene.system, ticketId })
    scene.happened({ type: 'TicketReopenRequested', data: { ticketId, entryId: 9, statusId: 3 } })
    return '9'
  },
  there: (scene) => ticketsOf(outside, scene).filter(({ closedAt }) => closedAt === null).length,
})

t.test('ticket:update', async (t) => {
  await t.test('writes nothing when the order shows in no other field than before', async (t) => {
    const scene = createScene(outside)
    await withTicket(scene)
    scene.happened(ordered(), ordered({ total: 70 }))
    t.match(await scene.run('ticket:update', '2'), { kind: 'done', event: { data: { fields: [] } } })
    t.equal(scene.calls('PUT tickets/:id'), 0)
  })

  await t.test('leaves out a field that does not exist, and tells it unless the ticket does already', async (t) => {
    const scene = createScene(outside, { settings: { ticketFields: { products: 'Nie ma takiego' } } })
    const ticketId = await withTicket(scene)
    scene.happened(ordered())
    const result = await scene.run('ticket:update', '1')
    const fields = ['EmpikPlace zamówienie', 'EmpikPlace wątek']
    t.match(result, { kind: 'done', event: { data: { fields, fieldsMissing: ['Nie ma takiego'] } } })
    scene.happened({
      type: 'TicketUpdated',
      data: { effectKey: 'before', ticketId, fields, fieldsMissing: ['Nie ma takiego'] },
    })
    const again = await scene.run('ticket:update', '1')
    t.match(again, { kind: 'done', event: { data: { fields } } })
    t.notMatch(again, { event: { data: { fieldsMissing: Array } } })
  })

  await t.test('of a ticket that seems to be gone waits until it is known, and is done with then', async (t) => {
    const scene = createScene(outside)
    const ticketId = await withTicket(scene)
    scene.happened(ordered())
    scene.fault('PUT tickets/:id', { kind: 'status', status: 404 })
    const refused = await scene.run('ticket:update', '1')
    t.match(refused, { kind: 'not-done', failure: { status: 404 } })
    const { lost, result } = await lossBehind(scene.context('ticket:update', '1', 0), refused)
    t.equal(lost, undefined, 'the ticket is there')
    t.match(result, { kind: 'not-done', failure: { failureClass: 'unreachable' } })
    t.match(await scene.run('ticket:update', '1', 1), {
      kind: 'done',
      event: { data: { fields: ['EmpikPlace zamówienie', 'EmpikPlace wątek'] } },
    })
    outside.thulium.deleteTicket({ system: scene.system, ticketId })
    scene.happened({ type: 'TicketLost', data: { ticketId, reason: 'deleted' } })
    t.match(await scene.run('ticket:update', '1'), { kind: 'done', event: { data: { fields: [] } } })
  })
})

t.test('ticket:reopen leaves a ticket alone that somebody opened', async (t) => {
  const scene = createScene(outside)
  const ticketId = await withTicket(scene)
  scene.happened({ type: 'TicketReopenRequested', data: { ticketId, entryId: 9, statusId: 3 } })
  t.match(await scene.run('ticket:reopen', '9'), { kind: 'done', event: { data: { how: 'observed' } } })
  t.equal(scene.calls('PUT tickets/:id'), 0)
})
