import { autoReplySubject } from '@connector/domain/effects'
import t from 'tap'
import { startOutside } from './support/outside.ts'
import { createScene } from './support/scene.ts'
import { entries, ticketIdOf, ticketsOf, withTicket } from './support/ticket.ts'

const outside = await startOutside(t)
const now = new Date()

t.test('after a backup was restored, what the log has forgotten is found before it is done again', async (t) => {
  await t.test('the ticket, with all that is in it', async (t) => {
    const scene = createScene(outside)
    const ticketId = await withTicket(scene)
    const second = scene.buyerWrites('Halo?')
    await scene.run('message:mirror', second.messageId)
    await scene.run('comment:add', 'closed:1')

    scene.restored(2)
    scene.buyerWrites('Jeszcze jedno')
    t.match(await scene.run('ticket:create'), { kind: 'done', event: { data: { ticketId, how: 'adopted' } } })
    scene.happened({ type: 'MessageReceived', data: second })
    t.match(await scene.run('message:mirror', second.messageId), { kind: 'done', event: { data: { how: 'adopted' } } })
    t.match(await scene.run('comment:add', 'closed:1'), { kind: 'done', event: { data: { how: 'adopted' } } })
    t.equal(ticketsOf(outside, scene).length, 1)
    t.same(entries(outside, scene, 'MAIL'), ['Kiedy paczka?', 'Halo?'])
  })

  await t.test('messages in a ticket that the log knows', async (t) => {
    const scene = createScene(outside)
    await withTicket(scene)
    const second = scene.buyerWrites('Halo?')
    await scene.run('message:mirror', second.messageId)
    scene.restored(4)
    t.match(await scene.run('message:mirror', second.messageId), { event: { data: { how: 'adopted' } } })
    t.same(entries(outside, scene, 'MAIL'), ['Kiedy paczka?', 'Halo?'])
  })

  await t.test('an automatic answer in the ticket', async (t) => {
    const scene = createScene(outside)
    await withTicket(scene)
    const messageId = scene.state().messages[0]?.messageId ?? ''
    const at = new Date().toISOString()
    const autoReply = {
      autoReplyId: 'a1',
      name: 'Powitanie',
      messageId,
      text: 'Dziękujemy.',
      mirrorAs: 'reply' as const,
    }
    scene.happened(
      { type: 'AutoReplyRequested', data: { ...autoReply, sendAt: at, notAfter: at } },
      {
        type: 'AutoReplySent',
        data: { effectKey: 'k', autoReplyId: 'a1', answers: messageId, messageId: 'm-9', sentAt: at, how: 'done' },
      },
    )
    await scene.run('auto-reply:mirror', autoReplySubject(autoReply))
    scene.restored(5)
    t.match(await scene.run('auto-reply:mirror', autoReplySubject(autoReply)), { event: { data: { how: 'adopted' } } })
    t.equal(entries(outside, scene, 'REPLY').length, 1)
  })

  await t.test('a mark that cannot be searched leaves the ticket to a later try', async (t) => {
    const scene = createScene(outside, { ownerSince: new Date(Date.now() + 3_600_000) })
    scene.buyerWrites('Kiedy paczka?')
    await scene.run('customer:link')
    scene.fault('GET tickets', { kind: 'status', status: 503 })
    t.match(await scene.run('ticket:create'), { kind: 'not-done', failure: { failureClass: 'unreachable' } })
    t.equal(ticketsOf(outside, scene).length, 0)
  })
})

t.test(
  'it costs one call for each conversation that is older than our ownership, and none for the others',
  async (t) => {
    const searches = async (ownerSince: Date, at = now): Promise<number> => {
      const scene = createScene(outside, { ownerSince })
      scene.buyerWrites('Kiedy paczka?', {}, { sentAt: at.toISOString() })
      await scene.run('customer:link')
      await scene.run('ticket:create')
      const { messageId } = scene.buyerWrites('Halo?', {}, { sentAt: at.toISOString() })
      await scene.run('message:mirror', messageId)
      t.ok(ticketIdOf(scene))
      t.equal(scene.calls('GET tickets/:id'), 0, 'what is in the ticket that we made is known')
      return scene.calls('GET tickets')
    }
    t.equal(await searches(new Date(now.getTime() + 1_000)), 1)
    t.equal(await searches(new Date(now.getTime() - 600_000)), 0)
    t.equal(
      await searches(new Date(now.getTime() - 600_000), new Date(now.getTime() + 86_400_000)),
      1,
      'a date of tomorrow',
    )
  },
)
