/**
 * Line by line what docs/architecture.md says under "Where exactly-once ends": these are not wishes but limits. A line that is
 * not true any more has a test here that fails.
 */
import { fileSubject } from '@connector/domain/effects'
import t from 'tap'
import { humanLogin } from './support/account.ts'
import { requested } from './support/events.ts'
import { startOutside } from './support/outside.ts'
import { createScene, type Scene } from './support/scene.ts'
import { entries, withTicket } from './support/ticket.ts'

const outside = await startOutside(t)

const fromShop = (scene: Scene): string[] =>
  outside.empik
    .thread(scene.ref.threadId)
    .messages.flatMap(({ from, body }) => (from.type === 'SHOP_USER' ? [body] : []))

/** A reply whose answer is lost; `cut-before`: EmpikPlace never saw it. */
async function replyLost(scene: Scene, text: string, kind: 'cut-before' | 'cut-after'): Promise<string> {
  const ticketId = await withTicket(scene)
  scene.happened(requested(501, ticketId, text))
  scene.fault('M12', { kind })
  t.match(await scene.run('reply:send', '501'), { kind: 'unknown' })
  return '501'
}

async function messageLost(scene: Scene, text: string, kind: 'cut-before' | 'cut-after'): Promise<string> {
  const { messageId } = scene.buyerWrites(text)
  scene.fault('POST tickets/:id/customer_response', { kind })
  t.match(await scene.run('message:mirror', messageId), { kind: 'unknown' })
  return messageId
}

t.test('somebody types the very text of a pending reply into the EmpikPlace panel: the two count as one', async (t) => {
  const scene = createScene(outside)
  const reply = await replyLost(scene, 'Wysyłamy jutro.', 'cut-before')
  const { shopId, ref } = scene
  const typed = outside.empik.sellerWrites({ shopId, threadId: ref.threadId, text: 'Wysyłamy jutro.' })
  t.match(await scene.lookUp('reply:send', reply), { kind: 'done', event: { data: { messageId: typed.messageId } } })
  t.same(fromShop(scene), ['Wysyłamy jutro.'])
})

t.test('an agent deletes an earlier, equal message in the ticket: the text is added again', async (t) => {
  const scene = createScene(outside)
  const ticketId = await withTicket(scene, 'Halo?')
  const message = await messageLost(scene, 'Halo?', 'cut-after')
  const { system } = scene
  const [first] = outside.thulium.ticket(system, ticketId).messages.filter(({ type }) => type === 'MAIL')
  outside.thulium.deleteMessage({ system, ticketId, messageId: first?.messageId ?? 0 })
  t.match(await scene.lookUp('message:mirror', message), { kind: 'not-found' })
  await scene.run('message:mirror', message)
  t.equal(entries(outside, scene, 'MAIL').length, 2, 'two of the second, none of the first')
})

t.test('a ticket is merged into one that has the very text on its way: the two count as one', async (t) => {
  const scene = createScene(outside)
  const ticketId = await withTicket(scene, 'Kiedy paczka?')
  const message = await messageLost(scene, 'Halo?', 'cut-before')
  const { system } = scene
  // Of another matter in the same account, in which somebody else wrote.
  const { account, settings } = scene.connection
  const made = await scene.connection.thulium.createTicket({
    to: account.mailbox,
    from: 'ktos@example.com',
    subject: 'Inna sprawa',
    body: 'Halo?',
    bodyType: 'PLAIN',
    source: settings.ticketSource,
    attachments: [],
    queueId: settings.queueId,
    categoryId: settings.categoryId,
    tags: [],
    customFields: {},
  })
  const target = made.outcome === 'done' ? made.value.ticketId : 0
  outside.thulium.mergeTickets({ system, sourceId: ticketId, targetId: target, login: humanLogin })
  t.match(await scene.lookUp('message:mirror', message), { kind: 'done' })
})

t.test('a file of the very name that is on its way is sent from the panel: the two count as one', async (t) => {
  const scene = createScene(outside)
  const ticketId = await withTicket(scene)
  const { system, shopId, ref } = scene
  const attachments = [{ filename: 'faktura.pdf', content: 'pdf' }]
  const id = outside.thulium.agentReplies({ system, ticketId, login: humanLogin, html: 'Faktura', attachments })
  scene.happened(requested(id, ticketId, 'Faktura', { attachmentNames: ['faktura.pdf'] }))
  await scene.run('reply:send', String(id))
  scene.fault('M12', { kind: 'cut-before' })
  t.match(await scene.run('attachment:send', fileSubject(id, 0)), { kind: 'unknown' })
  outside.empik.sellerWrites({
    shopId,
    threadId: ref.threadId,
    text: 'Załącznik: faktura.pdf',
    attachments: [{ name: 'faktura.pdf', content: 'another' }],
  })
  t.match(await scene.lookUp('attachment:send', fileSubject(id, 0)), { kind: 'done' })
})

t.test('EmpikPlace reshapes a text beyond white space, entities and tags: the reply is sent again', async (t) => {
  const scene = createScene(outside)
  const reply = await replyLost(scene, 'Wysyłamy jutro.', 'cut-before')
  const { shopId, ref } = scene
  outside.empik.sellerWrites({ shopId, threadId: ref.threadId, text: 'WYSYŁAMY JUTRO' })
  const looked = await scene.lookUp('reply:send', reply)
  t.match(looked, { kind: 'not-found', doubt: /./ }, 'but not without a doubt, which a second try leaves to a person')
  await scene.run('reply:send', reply)
  t.same(fromShop(scene), ['WYSYŁAMY JUTRO', 'Wysyłamy jutro.'])
})

t.test('what the other side shows only after the last look-up is done twice', async (t) => {
  const scene = createScene(outside)
  const ticketId = await withTicket(scene)
  scene.happened(requested(501, ticketId, 'Wysyłamy jutro.'))
  // Its moderation is behind: threads do not show yet what is written now.
  outside.empik.switches.set('visibilityDelayMs', 3_600_000)
  t.teardown(() => outside.empik.switches.reset())
  scene.fault('M12', { kind: 'cut-after' })
  t.match(await scene.run('reply:send', '501'), { kind: 'unknown' })
  t.match(await scene.lookUp('reply:send', '501'), { kind: 'not-found' })
  await scene.run('reply:send', '501')
  outside.empik.clock.setTo(new Date(Date.now() + 7_200_000))
  t.same(fromShop(scene), ['Wysyłamy jutro.', 'Wysyłamy jutro.'])
})
