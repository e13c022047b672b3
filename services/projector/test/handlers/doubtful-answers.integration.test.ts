/** What cannot be read, or was not shown, is not taken for what is not there: it would be written once more. */
import { fileSubject } from '@connector/domain/effects'
import type { Fault } from '@connector/sandbox'
import t from 'tap'
import { humanLogin } from './support/account.ts'
import { requested } from './support/events.ts'
import { startOutside } from './support/outside.ts'
import { createScene, type Scene } from './support/scene.ts'
import { entries, withTicket } from './support/ticket.ts'

const outside = await startOutside(t)
const ticketRead = 'GET tickets/:id'

const edit = (changes: Record<string, unknown>, leftOut: string[] = []): Fault => ({ kind: 'edit', changes, leftOut })

/** A reply that EmpikPlace took, and whose answer got lost. */
async function replyTaken(scene: Scene): Promise<void> {
  const ticketId = await withTicket(scene)
  scene.happened(requested(501, ticketId, 'Wysyłamy jutro.'))
  scene.fault('M12', { kind: 'cut-after' })
  t.match(await scene.run('reply:send', '501'), { kind: 'unknown' })
}

t.test('a reply that may be in the thread is not sent again', async (t) => {
  for (const [name, fault] of Object.entries({
    'no messages': edit({ messages: null }),
    'an empty list': edit({ messages: [] }),
    'another thread': edit({ id: 'inny' }),
    'a date that is none': edit({ 'messages.*.date_created': '2026-02-29T10:00:00Z' }),
    'no ids': edit({}, ['messages.*.id']),
    'ids that are none': edit({ 'messages.*.id': 1.5 }),
  })) {
    const scene = createScene(outside)
    await replyTaken(scene)
    scene.fault('M10', fault)
    t.match(await scene.lookUp('reply:send', '501'), { kind: 'lookup-failed' }, name)
    t.match(await scene.lookUp('reply:send', '501'), { kind: 'done' }, name)
  }
})

t.test('what cannot be read and says something else hides nothing', async (t) => {
  const scene = createScene(outside)
  const ticketId = await withTicket(scene)
  scene.happened(requested(501, ticketId, 'Wysyłamy jutro.'))
  scene.fault('M12', { kind: 'cut-before' })
  await scene.run('reply:send', '501')
  scene.fault('M10', edit({ 'messages.0.date_created': 'wczoraj' }))
  t.match(await scene.lookUp('reply:send', '501'), { kind: 'not-found' })
})

t.test('in the end a person is asked', async (t) => {
  const scene = createScene(outside)
  await replyTaken(scene)
  scene.fault('M10', edit({ 'messages.*.date_created': 'wczoraj' }))
  t.match(await scene.lookUp('reply:send', '501', 1, 5), {
    kind: 'lookup-failed',
    failure: { failureClass: 'refused', message: /cannot be read/ },
  })
})

t.test('but not at the first such answer after an outage', async (t) => {
  const scene = createScene(outside)
  await replyTaken(scene)
  scene.fault('M10', edit({ 'messages.*.date_created': 'wczoraj' }))
  t.match(await scene.lookUp('reply:send', '501', 1, 9, 0), {
    kind: 'lookup-failed',
    failure: { failureClass: 'unreachable', doubted: true },
  })
  t.match(await scene.lookUp('reply:send', '501'), { kind: 'done' })
})

t.test('a message or comment that may be in the ticket is not written again', async (t) => {
  for (const [name, fault] of Object.entries({
    'no entries': edit({ messages: null }),
    'an empty list': edit({ messages: [] }),
    'another ticket': edit({ ticket_id: 999_999 }),
    'no ids': edit({}, ['messages.*.message_id']),
    'numbers of 0': edit({ 'messages.*.message_id': 0 }),
    'ids beyond 2^53': edit({ 'messages.*.message_id': '9007199254740993' }),
  })) {
    const scene = createScene(outside)
    await withTicket(scene, 'Dzień dobry')
    const { messageId } = scene.buyerWrites('Halo?')
    scene.fault('POST tickets/:id/customer_response', { kind: 'cut-after' })
    t.match(await scene.run('message:mirror', messageId), { kind: 'unknown' })
    scene.fault(ticketRead, fault)
    t.match(await scene.lookUp('message:mirror', messageId), { kind: 'lookup-failed' }, name)
    t.match(await scene.lookUp('message:mirror', messageId), { kind: 'done' }, name)
    t.equal(entries(outside, scene, 'MAIL').length, 2, name)
  }
})

t.test('a file that one answer lacks is not given up', async (t) => {
  for (const [name, fault] of Object.entries({
    'no entries': edit({ messages: [] }),
    'no files': edit({ 'messages.*.attachments': null }),
    'without the entry': edit({}, ['messages.*.message_id']),
    'another ticket': edit({ ticket_id: 999_999 }),
  })) {
    const scene = createScene(outside)
    const ticketId = await withTicket(scene)
    const { system } = scene
    const content = Buffer.from('%PDF-1.4\n%%EOF\n')
    const attachments = [{ filename: 'Faktura.pdf', content }]
    const messageId = outside.thulium.agentReplies({ system, ticketId, login: humanLogin, html: '', attachments })
    scene.happened(requested(messageId, ticketId, '', { attachmentNames: ['Faktura.pdf'] }))
    const subject = fileSubject(messageId, 0)
    scene.fault(ticketRead, fault)
    t.match(await scene.run('attachment:send', subject), { kind: 'not-done' }, name)
    t.match(await scene.run('attachment:send', subject), { event: { type: 'AttachmentRelayed' } }, name)
  }
})
