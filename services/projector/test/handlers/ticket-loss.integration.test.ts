import { findLoss, type Loss } from '@connector/connections'
import t from 'tap'
import { lossBehind } from '../../src/effects/ticket-loss.ts'
import { startOutside } from './support/outside.ts'
import { createScene, type Scene } from './support/scene.ts'
import { entries, withTicket } from './support/ticket.ts'

const outside = await startOutside(t)
const signal = new AbortController().signal

/** A look at the ticket of the conversation, `at` that many minutes by a clock. */
async function look(scene: Scene, at: number, conflict = false): Promise<Loss> {
  const ticketId = scene.state().ticketId ?? 0
  const read = await scene.connection.thulium.ticket(ticketId)
  return findLoss(scene.connection, scene.ref, scene.state(), { ticketId, read, conflict }, signal, () => at * 60_000)
}

/** A ticket of the account that no conversation of ours is about. */
async function otherTicket({ connection }: Scene): Promise<number> {
  const { mailbox: to } = connection.account
  const ticket = { to, subject: 'Inne', body: 'Inne', bodyType: 'PLAIN', source: 'www' } as const
  const created = await connection.thulium.createTicket(ticket)
  if (created.outcome !== 'done') throw new Error(created.failure.message)
  return created.value.ticketId
}

const gone = { kind: 'status', status: 404 } as const

t.test('one refusal is no verdict', async (t) => {
  await t.test(
    'a 404 while the search still lists the ticket is looked at again, and forgotten when it was nothing',
    async (t) => {
      const scene = createScene(outside)
      await withTicket(scene)
      scene.fault('GET tickets/:id', gone)
      t.match(await look(scene, 0), { ok: false, failure: { class: 'unreachable', message: /still lists it/ } })
      t.match(await look(scene, 1), { ok: true, lost: undefined })
      scene.fault('GET tickets/:id', gone)
      t.match(await look(scene, 3), { ok: false }, 'the count begins anew')
    },
  )

  await t.test('a second 404 is no second witness: the search that lists the ticket contradicts both', async (t) => {
    const scene = createScene(outside)
    await withTicket(scene)
    scene.fault('GET tickets/:id', gone, { times: null })
    for (const minute of [0, 2, 5, 15, 30]) t.match(await look(scene, minute), { ok: false }, `after ${minute} min`)
    outside.thulium.faults.clear()
    t.match(await look(scene, 31), { ok: true, lost: undefined })
  })

  await t.test(
    'two false ones with hours between them are two first ones, though nobody read it meanwhile',
    async (t) => {
      const scene = createScene(outside)
      await withTicket(scene)
      for (const hour of [0, 5, 24]) {
        scene.fault('GET tickets/:id', gone)
        t.match(await look(scene, hour * 60), { ok: false, failure: { class: 'unreachable' } })
      }
    },
  )

  await t.test(
    'nothing but 404 for an hour is believed, though a search that keeps what was deleted lists it',
    async (t) => {
      const scene = createScene(outside)
      const ticketId = await withTicket(scene)
      scene.fault('GET tickets/:id', gone, { times: null })
      for (const minute of [0, 12, 24, 36, 48]) t.match(await look(scene, minute), { ok: false })
      t.match(await look(scene, 60), { ok: true, lost: { ticketId, reason: 'deleted' } })
      outside.thulium.faults.clear()
    },
  )

  await t.test('the search that does not list it agrees at once', async (t) => {
    const scene = createScene(outside)
    const ticketId = await withTicket(scene)
    outside.thulium.deleteTicket({ system: scene.system, ticketId })
    t.match(await look(scene, 0), { ok: true, lost: { ticketId, reason: 'deleted' } })
  })

  await t.test('a search that could not be asked is neither', async (t) => {
    const scene = createScene(outside)
    await withTicket(scene)
    scene.fault('GET tickets/:id', gone)
    scene.fault('GET tickets', { kind: 'status', status: 503 })
    t.match(await look(scene, 0), { ok: false, failure: { status: 503 } })
  })

  await t.test('a ticket that reads like any other is not lost because of a conflict', async (t) => {
    const scene = createScene(outside)
    await withTicket(scene)
    t.match(await look(scene, 0, true), { ok: true, lost: undefined })
  })

  await t.test(
    'a status that means merged is borne out by the entry in the ticket, else by a later look',
    async (t) => {
      const scene = createScene(outside)
      const ticketId = await withTicket(scene)
      outside.thulium.changeTicket({ system: scene.system, ticketId, statusId: 9 })
      const first = await look(scene, 0)
      t.match(first, { ok: false, failure: { message: /seems to be merged/ } })
      t.match(await look(scene, 2), { ok: true, lost: { reason: 'merged' } })
      const merged = createScene(outside)
      const other = await withTicket(merged)
      outside.thulium.mergeTickets({ system: merged.system, sourceId: other, targetId: await otherTicket(merged) })
      t.match(await look(merged, 0), { ok: true, lost: { ticketId: other, reason: 'merged' } })
    },
  )
})

t.test('a refused write', async (t) => {
  const refusal = (status: number) =>
    ({ kind: 'not-done', failure: { failureClass: 'refused', status, message: `HTTP ${status}` } }) as const

  await t.test('is not parked because the confirming read fails: later messages would overtake', async (t) => {
    const scene = createScene(outside)
    await withTicket(scene)
    scene.fault('GET tickets/:id', { kind: 'status', status: 503 })
    t.match(await lossBehind(scene.context('message:mirror', 'm', 9), refusal(404)), {
      lost: undefined,
      result: { kind: 'not-done', failure: { failureClass: 'unreachable' } },
    })
  })

  await t.test('by a ticket that is there is tried again before a person is asked', async (t) => {
    const scene = createScene(outside)
    await withTicket(scene)
    for (const [failures, failureClass] of [
      [0, 'unreachable'],
      [2, 'unreachable'],
      [3, 'refused'],
    ] as const)
      t.match(await lossBehind(scene.context('message:mirror', 'm', failures), refusal(409)), {
        lost: undefined,
        result: { kind: 'not-done', failure: { failureClass } },
      })
  })
})

t.test('a message whose answer was lost is found in the ticket that its own was merged into', async (t) => {
  const scene = createScene(outside)
  const ticketId = await withTicket(scene)
  const { messageId } = scene.buyerWrites('Halo?')
  scene.fault('POST tickets/:id/customer_response', { kind: 'cut-after' })
  await scene.run('message:mirror', messageId)
  outside.thulium.mergeTickets({ system: scene.system, sourceId: ticketId, targetId: await otherTicket(scene) })
  scene.fault('GET tickets/:id', { kind: 'status', status: 404 }, { skip: 1 })
  t.match(
    await scene.lookUp('message:mirror', messageId),
    { kind: 'lookup-failed', failure: { failureClass: 'unreachable' } },
    'which is not gone because of one refusal',
  )
  t.match(await scene.lookUp('message:mirror', messageId), { kind: 'done', event: { data: { how: 'adopted' } } })
  t.equal(entries(outside, scene, 'MAIL').filter((text) => text === 'Halo?').length, 1)

  const { messageId: third } = scene.buyerWrites('Trzecia')
  t.match(await scene.lookUp('message:mirror', third), { kind: 'not-found' }, 'what is in neither is not found')
})
