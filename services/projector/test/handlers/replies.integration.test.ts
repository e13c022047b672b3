import { autoReplySubject } from '@connector/domain/effects'
import { lengthFault } from '@connector/domain/mail'
import { requestReply } from '@connector/domain/replies'
import t from 'tap'
import { humanLogin } from './support/account.ts'
import { requested } from './support/events.ts'
import { fourWays } from './support/four-ways.ts'
import { startOutside } from './support/outside.ts'
import { createScene, type Scene, type SceneOptions } from './support/scene.ts'
import { withTicket } from './support/ticket.ts'

const outside = await startOutside(t)

/** What the buyer got of this text. */
const sent = (scene: Scene, wanted: string): number =>
  outside.empik
    .thread(scene.ref.threadId)
    .messages.filter(({ from, body }) => from.type === 'SHOP_USER' && body === wanted).length

async function replied(scene: Scene, text = 'Wysyłamy jutro.'): Promise<string> {
  const ticketId = await withTicket(scene)
  scene.happened(requested(501, ticketId, text))
  return '501'
}

await fourWays(t, outside, {
  kind: 'reply:send',
  operation: 'M12',
  arrange: (scene) => replied(scene),
  there: (scene) => sent(scene, 'Wysyłamy jutro.'),
})

await fourWays(t, outside, {
  kind: 'reply:send',
  operation: 'M12',
  arrange: async (scene) => {
    const subject = await replied(scene, 'Wysyłamy juutro.')
    scene.happened({
      type: 'ReplyCorrected',
      data: { thuliumMessageId: Number(subject), text: 'Wysyłamy pojutrze.', correctedBy: 'anna' },
    })
    return subject
  },
  there: (scene) => sent(scene, 'Wysyłamy pojutrze.') - sent(scene, 'Wysyłamy juutro.'),
})

const withAutoReply: SceneOptions = {
  settings: { autoReplies: [{ id: 'a1', name: 'Powitanie', occasion: 'first-message', template: 'Dziękujemy.' }] },
}
const inAnHour = (): string => new Date(Date.now() + 3_600_000).toISOString()

async function autoReplyAsked(scene: Scene, notAfter = inAnHour()): Promise<string> {
  await withTicket(scene)
  return askForAutoReply(scene, notAfter)
}

function askForAutoReply(scene: Scene, notAfter = inAnHour()): string {
  const messageId = scene.state().messages[0]?.messageId ?? ''
  const data = { autoReplyId: 'a1', name: 'Powitanie', messageId, text: 'Dziękujemy.', mirrorAs: 'reply' as const }
  const sendAt = new Date().toISOString()
  scene.happened({ type: 'AutoReplyRequested', data: { ...data, sendAt, notAfter } })
  return autoReplySubject(data)
}

await fourWays(t, outside, {
  kind: 'auto-reply:send',
  operation: 'M12',
  options: withAutoReply,
  arrange: (scene) => autoReplyAsked(scene),
  there: (scene) => sent(scene, 'Dziękujemy.'),
})

t.test('what a reply may be long is one rule, here and in the client', async (t) => {
  const scene = createScene(outside)
  scene.buyerWrites('Kiedy paczka?')
  for (const text of ['👍🙂', '👍🙂!', 'ok', 'tak', 'ą'.repeat(50_000), 'ą'.repeat(50_001), '👍'.repeat(25_001)]) {
    const result = await scene.connection.empikplace.reply(scene.ref.threadId, {
      body: text,
      to: [{ type: 'CUSTOMER' }],
    })
    t.equal(result.outcome === 'done', lengthFault(text) === undefined, text.slice(0, 5))
  }
  const [, refusal] = requestReply(
    scene.state(),
    { thuliumMessageId: 1, ticketId: 1, agentLogin: 'a', body: '<p>👍🙂</p>', attachmentNames: [] },
    scene.settings,
  )
  t.match(refusal, { type: 'ReplyRefused', data: { reason: 'too-short', length: 2 } })
})

t.test('reply:send', async (t) => {
  await t.test('is not taken for an equal message that the log knew before', async (t) => {
    const scene = createScene(outside)
    const subject = await replied(scene)
    const { messageId } = outside.empik.sellerWrites({
      shopId: scene.shopId,
      threadId: scene.ref.threadId,
      text: 'Wysyłamy jutro.',
    })
    scene.happened({
      type: 'ReplySent',
      data: { effectKey: 'other', thuliumMessageId: 1, messageId, how: 'observed' },
    })
    t.match(await scene.lookUp('reply:send', subject), { kind: 'not-found' })
  })

  await t.test('says what else of the shop stands in the thread, which may be it in another form', async (t) => {
    const scene = createScene(outside)
    const subject = await replied(scene)
    const { messageId } = outside.empik.sellerWrites({
      shopId: scene.shopId,
      threadId: scene.ref.threadId,
      text: 'Wysyłamy pojutrze.',
    })
    t.match(await scene.lookUp('reply:send', subject), { kind: 'not-found', doubt: new RegExp(messageId) })
  })

  await t.test('a 403 is about the message when the thread can be read, else about the key', async (t) => {
    const scene = createScene(outside)
    const subject = await replied(scene)
    scene.fault('M12', { kind: 'status', status: 403 }, { times: 2 })
    t.match(await scene.run('reply:send', subject), { kind: 'not-done', failure: { failureClass: 'refused' } })
    scene.fault('M10', { kind: 'status', status: 403 })
    t.match(await scene.run('reply:send', subject), {
      kind: 'not-done',
      failure: { failureClass: 'credentials-rejected' },
    })
  })

  await t.test('a thread that is said not to be there is asked for again before a person is', async (t) => {
    const scene = createScene(outside)
    const subject = await replied(scene)
    const refuse = (operation: string) => scene.fault(operation, { kind: 'status', status: 404 })
    const doubted = { failure: { failureClass: 'unreachable', status: 404, doubted: true } }
    refuse('M12')
    t.match(await scene.run('reply:send', subject), { kind: 'not-done', ...doubted })
    refuse('M12')
    t.match(await scene.runAfterOutage('reply:send', subject), { kind: 'not-done', ...doubted })
    refuse('M10')
    t.match(await scene.lookUp('reply:send', subject), { kind: 'lookup-failed', ...doubted })
    refuse('M12')
    t.match(await scene.run('reply:send', subject, 3), { kind: 'not-done', failure: { failureClass: 'refused' } })
    t.match(await scene.run('reply:send', subject), { kind: 'done' })
  })

  await t.test('a page of a firewall is about neither: it may be sent, and is looked up', async (t) => {
    for (const status of [400, 403, 404, 422]) {
      const scene = createScene(outside)
      const subject = await replied(scene)
      scene.fault('M12', { kind: 'status', status, body: 'challenge' })
      t.match(await scene.run('reply:send', subject), {
        kind: 'unknown',
        failure: { failureClass: 'unreachable', byGateway: true, message: /Just a moment/ },
      })
      t.match(await scene.lookUp('reply:send', subject), { kind: 'not-found' })
    }
  })

  await t.test('a thread that cannot be read leaves the outcome open', async (t) => {
    const scene = createScene(outside)
    const subject = await replied(scene)
    scene.fault('M10', { kind: 'status', status: 503 })
    t.match(await scene.lookUp('reply:send', subject), { kind: 'lookup-failed' })
  })
})

t.test('auto-reply:send', async (t) => {
  await t.test('is skipped when it is too late', async (t) => {
    const scene = createScene(outside, withAutoReply)
    const subject = await autoReplyAsked(scene, new Date(0).toISOString())
    t.match(await scene.run('auto-reply:send', subject), { event: { data: { reason: 'too-late' } } })
  })

  await t.test('is skipped when it was switched off', async (t) => {
    const scene = createScene(outside)
    const subject = await autoReplyAsked(scene)
    t.match(await scene.run('auto-reply:send', subject), { event: { data: { reason: 'withdrawn' } } })
  })

  await t.test('is skipped when an agent’s answer settles in the ticket', async (t) => {
    const scene = createScene(outside, withAutoReply)
    const subject = await autoReplyAsked(scene)
    const ticketId = scene.state().ticketId ?? 0
    outside.thulium.agentReplies({ system: scene.system, ticketId, login: humanLogin, html: 'Już piszę.' })
    t.match(await scene.run('auto-reply:send', subject), { event: { data: { reason: 'answered' } } })
  })

  await t.test('is skipped when an agent’s answer settles in a ticket whose making was not recorded', async (t) => {
    const later = new Date(Date.now() + 11 * 60_000)
    const scene = createScene(outside, { ...withAutoReply, now: () => later })
    scene.buyerWrites('Kiedy paczka?')
    const subject = askForAutoReply(scene)
    await scene.run('customer:link')
    await scene.run('ticket:create')
    const ticketId = scene.state().ticketId ?? 0
    outside.thulium.agentReplies({ system: scene.system, ticketId, login: humanLogin, html: 'Już piszę.' })
    scene.restored(2)
    t.equal(scene.state().ticketId, undefined, 'the process died before it could record the ticket')
    t.match(await scene.run('auto-reply:send', subject), { event: { data: { reason: 'answered' } } })
    t.equal(sent(scene, 'Dziękujemy.'), 0)
  })

  await t.test('is skipped when somebody answered in the panel of EmpikPlace', async (t) => {
    const scene = createScene(outside, withAutoReply)
    const subject = await autoReplyAsked(scene)
    outside.empik.sellerWrites({ shopId: scene.shopId, threadId: scene.ref.threadId, text: 'Już piszę.' })
    t.match(await scene.run('auto-reply:send', subject), { event: { data: { reason: 'answered' } } })
    t.equal(sent(scene, 'Dziękujemy.'), 0)
  })

  await t.test('does not take a ticket for gone that Thulium refuses once', async (t) => {
    const scene = createScene(outside, withAutoReply)
    const subject = await autoReplyAsked(scene)
    const ticketId = scene.state().ticketId ?? 0
    outside.thulium.agentReplies({ system: scene.system, ticketId, login: humanLogin, html: 'Już piszę.' })
    scene.fault('GET tickets/:id', { kind: 'status', status: 404 })
    t.match(await scene.run('auto-reply:send', subject), { kind: 'not-done', failure: { failureClass: 'unreachable' } })
    t.match(await scene.run('auto-reply:send', subject, 1), { event: { data: { reason: 'answered' } } })
    t.equal(sent(scene, 'Dziękujemy.'), 0)
  })

  await t.test('waits while Thulium cannot be asked, and blames no key for it', async (t) => {
    const scene = createScene(outside, withAutoReply)
    const subject = await autoReplyAsked(scene)
    scene.fault('GET tickets/:id', { kind: 'status', status: 401 })
    t.match(await scene.run('auto-reply:send', subject), {
      kind: 'not-done',
      failure: { failureClass: 'unreachable', message: /Thulium could not be asked/ },
    })
  })
})
