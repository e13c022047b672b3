import { autoReplySubject } from '@connector/domain/effects'
import t from 'tap'
import { agentLogin } from './support/account.ts'
import { fourWays } from './support/four-ways.ts'
import { startOutside } from './support/outside.ts'
import { createScene, type Scene } from './support/scene.ts'
import { entries, withTicket } from './support/ticket.ts'

const outside = await startOutside(t)
const count = (texts: string[], wanted: string | RegExp): number =>
  texts.filter((text) => (typeof wanted === 'string' ? text === wanted : wanted.test(text))).length

for (const [author, type, operation] of [
  ['customer', 'MAIL', 'POST tickets/:id/customer_response'],
  ['seller', 'REPLY', 'POST tickets/:id/agent_response'],
] as const)
  await t.test(`a message of the ${author}`, async (t) =>
    fourWays(t, outside, {
      kind: 'message:mirror',
      operation,
      async arrange(scene) {
        await withTicket(scene)
        return scene.buyerWrites('A kiedy druga?', {}, { author }).messageId
      },
      there: (scene) => count(entries(outside, scene, type), /A kiedy druga\?/),
      // What is refused as a reply goes as a comment.
      ...(type === 'REPLY' ? { whenRefused: 'done' } : {}),
    }),
  )

/** Written a day before it is put into the ticket, which is made now. */
const yesterday = { sentAt: new Date(Date.now() - 24 * 3_600_000).toISOString() }
const dated = /^\[Klient EmpikPlace\] .+, \d{4}-\d\d-\d\d \d\d:\d\d A kiedy/

await t.test('an old message of the customer, which says when it was written', async (t) =>
  fourWays(t, outside, {
    kind: 'message:mirror',
    operation: 'POST tickets/:id/customer_response',
    async arrange(scene) {
      await withTicket(scene)
      return scene.buyerWrites('A kiedy druga?', {}, yesterday).messageId
    },
    there: (scene) => entries(outside, scene, 'MAIL').filter((text) => dated.test(text)).length,
  }),
)

await t.test('an equal text that is there already is not taken for an old message', async (t) => {
  const scene = createScene(outside)
  await withTicket(scene)
  const fresh = scene.buyerWrites('Halo?')
  await scene.run('message:mirror', fresh.messageId)
  const old = scene.buyerWrites('Halo?', {}, yesterday)
  t.match(await scene.lookUp('message:mirror', old.messageId), { kind: 'not-found' })
  await scene.run('message:mirror', old.messageId)
  t.equal(count(entries(outside, scene, 'MAIL'), /Halo\?$/), 2)
  t.match(await scene.lookUp('message:mirror', fresh.messageId), { kind: 'not-found' }, 'no third one is there')
})

await t.test('a ticket made late begins with author and date, and reads from top to bottom', async (t) => {
  const scene = createScene(outside)
  const first = scene.buyerWrites('Pierwsza', {}, yesterday)
  await withTicket(scene)
  const second = scene.buyerWrites('Druga', {}, { sentAt: new Date(Date.parse(first.sentAt) + 60_000).toISOString() })
  await scene.run('message:mirror', second.messageId)
  const texts = entries(outside, scene, 'MAIL')
  t.match(texts, [/^\[Klient EmpikPlace\] .*Pierwsza$/s, /^\[Klient EmpikPlace\] .*Druga$/s])
  const shown = outside.thulium.ticket(scene.system, scene.state().ticketId ?? 0).messages
  const dates = shown.filter(({ type }) => type === 'MAIL').map(({ createdAt }) => createdAt)
  t.same([...dates].sort(), dates, 'what came later is not dated earlier')
})

await t.test('a message that enters as a comment', async (t) =>
  fourWays(t, outside, {
    kind: 'message:mirror',
    operation: 'POST tickets/:id/comment',
    async arrange(scene) {
      await withTicket(scene)
      return scene.buyerWrites('Sprawa zamknięta', {}, { author: 'operator', asComment: true }).messageId
    },
    there: (scene) => count(entries(outside, scene, 'COMMENT'), /Sprawa zamknięta/),
  }),
)

await fourWays(t, outside, {
  kind: 'comment:add',
  operation: 'POST tickets/:id/comment',
  async arrange(scene) {
    await withTicket(scene)
    return 'closed:1'
  },
  there: (scene) => count(entries(outside, scene, 'COMMENT'), /Klient napisał w zamkniętym zgłoszeniu/),
})

/** The automatic answer was sent at EmpikPlace. */
async function autoReplied(scene: Scene, mirrorAs: 'reply' | 'comment'): Promise<string> {
  await withTicket(scene)
  const messageId = scene.state().messages[0]?.messageId ?? ''
  const autoReply = { autoReplyId: 'a1', name: 'Powitanie', messageId, text: 'Dziękujemy za wiadomość.' }
  const at = new Date().toISOString()
  scene.happened(
    { type: 'AutoReplyRequested', data: { ...autoReply, sendAt: at, notAfter: at, mirrorAs } },
    {
      type: 'AutoReplySent',
      data: { effectKey: 'sent', autoReplyId: 'a1', answers: messageId, messageId: 'm-9', sentAt: at, how: 'done' },
    },
  )
  return autoReplySubject(autoReply)
}

for (const [mirrorAs, type, operation] of [
  ['reply', 'REPLY', 'POST tickets/:id/agent_response'],
  ['comment', 'COMMENT', 'POST tickets/:id/comment'],
] as const)
  await t.test(`an automatic answer as a ${mirrorAs}`, async (t) =>
    fourWays(t, outside, {
      kind: 'auto-reply:mirror',
      operation,
      arrange: (scene) => autoReplied(scene, mirrorAs),
      there: (scene) => count(entries(outside, scene, type), /^\[Automatyczna odpowiedź\] Powitanie/),
      ...(type === 'REPLY' ? { whenRefused: 'done' } : {}),
    }),
  )

t.test('message:mirror', async (t) => {
  await t.test('of an equal text is only found when it is there once more than before', async (t) => {
    const scene = createScene(outside)
    await withTicket(scene, 'Halo?')
    const second = scene.buyerWrites('Halo?')
    t.match(await scene.lookUp('message:mirror', second.messageId), { kind: 'not-found' })
    scene.fault('POST tickets/:id/customer_response', { kind: 'cut-after' })
    await scene.run('message:mirror', second.messageId)
    t.match(await scene.lookUp('message:mirror', second.messageId), { kind: 'done' })
    t.equal(count(entries(outside, scene, 'MAIL'), 'Halo?'), 2)
  })

  await t.test('takes no answer of an agent for a message of the shop', async (t) => {
    const scene = createScene(outside)
    const ticketId = await withTicket(scene)
    const { messageId } = scene.buyerWrites('Wysłane.', {}, { author: 'seller' })
    scene.fault('POST tickets/:id/agent_response', { kind: 'cut-before' })
    await scene.run('message:mirror', messageId)
    outside.thulium.agentReplies({ system: scene.system, ticketId, login: 'a.nowak', html: 'Wysłane.' })
    t.match(await scene.lookUp('message:mirror', messageId), { kind: 'not-found' })
  })

  await t.test('of the shop carries its files, and goes without them when they are refused', async (t) => {
    const scene = createScene(outside)
    const ticketId = await withTicket(scene)
    const attachments = [{ name: 'etykieta.pdf', content: 'pdf' }]
    const first = scene.buyerWrites('Etykieta', { attachments }, { author: 'seller' })
    await scene.run('message:mirror', first.messageId)
    const second = scene.buyerWrites('Etykieta 2', { attachments }, { author: 'seller' })
    scene.fault('POST tickets/:id/agent_response', { kind: 'status', status: 400 })
    t.match(await scene.run('message:mirror', second.messageId), { kind: 'done' })
    const replies = outside.thulium
      .ticket(scene.system, ticketId)
      .messages.filter(({ type, userLogin }) => type === 'REPLY' && userLogin === agentLogin)
    t.same(
      replies.map(({ attachments: files }) => files.length),
      [1, 0],
    )
  })

  for (const [author, operation] of [
    ['customer', 'POST tickets/:id/customer_response'],
    ['seller', 'POST tickets/:id/agent_response'],
  ] as const)
    await t.test(`goes without a date that is refused, and says it itself: of the ${author}`, async (t) => {
      let laterMs = 0
      const scene = createScene(outside, { now: () => new Date(Date.now() + laterMs) })
      const ticketId = await withTicket(scene)
      laterMs = 3_600_000
      const sentAt = new Date(Date.now() + 120_000).toISOString()
      const { messageId } = scene.buyerWrites('A kiedy druga?', {}, { author, sentAt })
      scene.fault(operation, { kind: 'status', status: 422 })
      t.match(await scene.run('message:mirror', messageId), { kind: 'done' })
      const { messages } = outside.thulium.ticket(scene.system, ticketId)
      t.match(
        messages.find(({ body }) => body.includes('A kiedy druga?'))?.body,
        /^\[(Klient|Obsługa) EmpikPlace\] .*\d\d:\d\d[^]*A kiedy druga\?/,
      )
      t.equal(scene.calls(operation), 2)
    })

  await t.test('without a ticket that could still come is refused', async (t) => {
    const scene = createScene(outside)
    const { messageId } = scene.buyerWrites('Kiedy paczka?')
    t.match(await scene.run('message:mirror', messageId), { kind: 'not-done', failure: { failureClass: 'refused' } })
  })
})

t.test('comment:add learns the name of the field that takes the text', async (t) => {
  const scene = createScene(outside)
  await withTicket(scene)
  outside.thulium.setSwitches(scene.system, { commentField: 'body' })
  t.match(await scene.run('comment:add', 'closed:1'), { kind: 'done' })
  t.match(await scene.run('comment:add', 'closed:2'), { kind: 'done' })
  t.equal(scene.calls('POST tickets/:id/comment'), 3, 'the name that is wrong was tried once')
})

await t.test('where Thulium knows our login no more, everything is in the ticket all the same', async (t) => {
  const withoutLogin = async (): Promise<Scene> => {
    const scene = createScene(outside)
    await withTicket(scene)
    scene.connection.account = { ...scene.connection.account, agentLogin: 'empik.dawny' }
    return scene
  }
  for (const [name, cut] of [
    ['at once', undefined],
    ['an answer that is lost', 'cut-after'],
  ] as const)
    await t.test(`the shop’s messages as comments: ${name}`, async (t) => {
      const scene = await withoutLogin()
      const { messageId } = scene.buyerWrites('Wysłane.', {}, { author: 'seller' })
      if (cut) scene.fault('POST tickets/:id/comment', { kind: cut }, { skip: 2 })
      const result = await scene.run('message:mirror', messageId)
      t.match(result, { kind: cut ? 'unknown' : 'done' })
      if (cut) t.match(await scene.lookUp('message:mirror', messageId), { kind: 'done' })
      t.match(entries(outside, scene, 'COMMENT').slice(1), [/^\[Obsługa EmpikPlace\] .* Wysłane\.$/])
      const second = scene.buyerWrites('Wysłane.', {}, { author: 'seller' })
      t.match(await scene.lookUp('message:mirror', second.messageId), { kind: 'not-found' })
    })
  await t.test('the operator’s messages, and what we have to say', async (t) => {
    const scene = await withoutLogin()
    const { messageId } = scene.buyerWrites('Proszę o fakturę.', {}, { author: 'operator', asComment: true })
    t.match(await scene.run('message:mirror', messageId), { kind: 'done' })
    t.match(await scene.run('comment:add', 'closed:1'), { kind: 'done' })
    t.match(await scene.lookUp('comment:add', 'closed:1'), { kind: 'not-found' }, 'it is settled, and there once')
    t.equal(entries(outside, scene, 'COMMENT').length, 3)
  })
  for (const mirrorAs of ['reply', 'comment'] as const)
    await t.test(`automatic answers that were to be shown as a ${mirrorAs}`, async (t) => {
      const scene = createScene(outside)
      const subject = await autoReplied(scene, mirrorAs)
      scene.connection.account = { ...scene.connection.account, agentLogin: 'empik.dawny' }
      t.match(await scene.run('auto-reply:mirror', subject), { kind: 'done' })
      t.equal(count(entries(outside, scene, 'COMMENT'), /^\[Automatyczna odpowiedź\] Powitanie/), 1)
      t.match(await scene.lookUp('auto-reply:mirror', subject), { kind: 'not-found' }, 'none but the settled one')
    })
})
