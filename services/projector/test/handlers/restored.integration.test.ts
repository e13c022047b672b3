import { autoReplySubject, effectKinds, fileSubject } from '@connector/domain/effects'
import { requestReply } from '@connector/domain/replies'
import t from 'tap'
import { humanLogin } from './support/account.ts'
import { received, requested } from './support/events.ts'
import { startOutside } from './support/outside.ts'
import { createScene, type Scene, type SceneOptions } from './support/scene.ts'
import { entries, ticketIdOf, withTicket } from './support/ticket.ts'

const outside = await startOutside(t)

const fromShop = ({ ref }: Scene) =>
  outside.empik.thread(ref.threadId).messages.filter(({ from }) => from.type === 'SHOP_USER')
const bodies = (scene: Scene): string[] => fromShop(scene).map(({ body }) => body)

/** Ingest reads the thread again: what the shop said there looks like messages from the panel. */
function threadReadAgain(scene: Scene): string[] {
  const thread = outside.empik.thread(scene.ref.threadId)
  const unknown = fromShop(scene).filter(({ id }) => !scene.state().messageIds.has(id))
  for (const { id } of unknown) scene.happened(received(thread, id))
  return unknown.map(({ id }) => id)
}

/** An agent answers in the ticket, and ingest sees it. */
function answered(scene: Scene, html: string, files: string[] = []): number {
  const ticketId = ticketIdOf(scene)
  const attachments = files.map((filename) => ({ filename, content: 'pdf' }))
  const id = outside.thulium.agentReplies({ system: scene.system, ticketId, login: humanLogin, html, attachments })
  replyReadAgain(scene, id, html, files)
  return id
}

function replyReadAgain(scene: Scene, id: number, body: string, attachmentNames: string[] = []): void {
  const reply = { thuliumMessageId: id, ticketId: ticketIdOf(scene), agentLogin: humanLogin, body, attachmentNames }
  scene.happened(...requestReply(scene.state(), { ...reply, writtenAt: new Date().toISOString() }, scene.settings))
}

/** What the log holds of a conversation whose ticket stands: the message, the record, the ticket. */
const known = 3

async function begun(options: SceneOptions = {}): Promise<Scene> {
  const scene = createScene(outside, options)
  await withTicket(scene)
  return scene
}

/** The log ends with the ticket; everything else, and the process that did it, is forgotten. */
function restore(scene: Scene): void {
  scene.restored(known, new Date(0))
  scene.restoredAt(new Date(Date.now() + 1_000))
}

t.test('a reply that was sent is not sent again', async (t) => {
  await t.test('whether the thread or the ticket is read again first', async (t) => {
    for (const threadFirst of [true, false]) {
      const scene = await begun()
      const id = answered(scene, 'Wysyłamy jutro.')
      await scene.run('reply:send', String(id))
      restore(scene)
      if (threadFirst) threadReadAgain(scene)
      replyReadAgain(scene, id, 'Wysyłamy jutro.')
      t.match(await scene.run('reply:send', String(id)), { kind: 'done', event: { data: { how: 'adopted' } } })
      t.same(bodies(scene), ['Wysyłamy jutro.'])
    }
  })

  await t.test('of two equal ones each is its own message, and one that was not sent is', async (t) => {
    const scene = await begun()
    const ids = [answered(scene, 'Dziękuję.'), answered(scene, 'Dziękuję.')]
    for (const id of ids) await scene.run('reply:send', String(id))
    const third = answered(scene, 'Dziękuję.')
    restore(scene)
    threadReadAgain(scene)
    for (const id of [...ids, third]) replyReadAgain(scene, id, 'Dziękuję.')
    for (const id of ids) t.match(await scene.run('reply:send', String(id)), { event: { data: { how: 'adopted' } } })
    t.match(await scene.run('reply:send', String(third)), { event: { data: { how: 'done' } } })
    t.same(bodies(scene), ['Dziękuję.', 'Dziękuję.', 'Dziękuję.'])
  })

  await t.test('but an equal message from before the agent wrote is not it', async (t) => {
    const scene = await begun()
    outside.empik.sellerWrites({ shopId: scene.shopId, threadId: scene.ref.threadId, text: 'Wysyłamy jutro.' })
    restore(scene)
    threadReadAgain(scene)
    const inTenMinutes = new Date(Date.now() + 600_000).toISOString()
    scene.happened(requested(501, ticketIdOf(scene), 'Wysyłamy jutro.', { writtenAt: inTenMinutes }))
    t.match(await scene.run('reply:send', '501'), { event: { data: { how: 'done' } } })
    t.equal(bodies(scene).length, 2)
  })

  await t.test('while the thread cannot be read nothing is sent', async (t) => {
    const scene = await begun()
    const id = answered(scene, 'Wysyłamy jutro.')
    restore(scene)
    replyReadAgain(scene, id, 'Wysyłamy jutro.')
    scene.fault('M10', { kind: 'status', status: 503 })
    t.match(await scene.run('reply:send', String(id)), { kind: 'not-done', failure: { failureClass: 'unreachable' } })
    t.same(bodies(scene), [])
  })

  await t.test('one written long after the restore is sent without a look', async (t) => {
    const scene = await begun()
    scene.restoredAt(new Date(Date.now() - 2 * 3_600_000))
    const id = answered(scene, 'Nowa odpowiedź.')
    t.match(await scene.run('reply:send', String(id)), { event: { data: { how: 'done' } } })
    t.equal(scene.calls('M10'), 0)
  })
})

t.test('a file that was sent is not sent again', async (t) => {
  const scene = await begun()
  const id = answered(scene, 'Faktura w załączniku.', ['faktura.pdf'])
  await scene.run('reply:send', String(id))
  await scene.run('attachment:send', fileSubject(id, 0))
  restore(scene)
  threadReadAgain(scene)
  replyReadAgain(scene, id, 'Faktura w załączniku.', ['faktura.pdf'])
  await scene.run('reply:send', String(id))
  t.match(await scene.run('attachment:send', fileSubject(id, 0)), {
    event: { type: 'AttachmentRelayed', data: { how: 'adopted', bytes: 3 } },
  })
  t.same(bodies(scene), ['Faktura w załączniku.', 'Załącznik: faktura.pdf'])
})

t.test('an answer of ours does not come back into the ticket as a message from the panel', async (t) => {
  await t.test('nor its file', async (t) => {
    for (const repliesFirst of [true, false]) {
      const scene = await begun()
      const id = answered(scene, 'Faktura w załączniku.', ['faktura.pdf'])
      await scene.run('reply:send', String(id))
      await scene.run('attachment:send', fileSubject(id, 0))
      const before = [entries(outside, scene, 'REPLY'), entries(outside, scene, 'COMMENT')]
      restore(scene)
      const messageIds = threadReadAgain(scene)
      if (repliesFirst) {
        replyReadAgain(scene, id, 'Faktura w załączniku.', ['faktura.pdf'])
        await scene.run('reply:send', String(id))
        await scene.run('attachment:send', fileSubject(id, 0))
      }
      for (const messageId of messageIds)
        t.match(await scene.run('message:mirror', messageId), { event: { data: { how: 'adopted' } } })
      const subject = fileSubject(messageIds[1] ?? '', 0)
      t.match(await scene.run('attachment:relay', subject), {
        event: { data: { as: 'file', how: 'adopted', bytes: 0 } },
      })
      t.same([entries(outside, scene, 'REPLY'), entries(outside, scene, 'COMMENT')], before)
    }
  })

  await t.test('nor one that an earlier integration of the shop sent, which was deleted', async (t) => {
    const scene = await begun()
    const id = answered(scene, 'Wysłaliśmy wczoraj.')
    await scene.run('reply:send', String(id))
    scene.restored(known, new Date(0))
    const { connection } = scene
    connection.integration = { ...connection.integration, startedAt: new Date(Date.now() + 1_000) }
    for (const messageId of threadReadAgain(scene))
      t.match(await scene.run('message:mirror', messageId), { event: { data: { how: 'adopted' } } })
    t.equal(entries(outside, scene, 'REPLY').length, 1)
    outside.empik.sellerWrites({ shopId: scene.shopId, threadId: scene.ref.threadId, text: 'Z panelu' })
    const [panel = ''] = threadReadAgain(scene)
    t.match(await scene.run('message:mirror', panel), { event: { data: { how: 'done' } } }, 'and what is new is shown')
  })

  await t.test('but what was really written in the panel does, once', async (t) => {
    const scene = await begun()
    const id = answered(scene, 'Odpowiedź agenta.')
    await scene.run('reply:send', String(id))
    const { shopId, ref } = scene
    const mirrored = outside.empik.sellerWrites({ shopId, threadId: ref.threadId, text: 'Z panelu' }).messageId
    scene.happened(received(outside.empik.thread(ref.threadId), mirrored))
    await scene.run('message:mirror', mirrored)
    outside.empik.sellerWrites({ shopId, threadId: ref.threadId, text: 'Odpowiedź agenta.' })
    restore(scene)
    const [own = '', panel = '', again = ''] = threadReadAgain(scene)
    t.match(await scene.run('message:mirror', own), { event: { data: { how: 'adopted' } } })
    t.match(await scene.run('message:mirror', panel), { event: { data: { how: 'adopted' } } })
    t.match(await scene.run('message:mirror', again), { event: { data: { how: 'done' } } }, 'one reply is one message')
    t.equal(entries(outside, scene, 'REPLY').length, 3)
  })

  await t.test('nor an automatic answer, asked for again or not', async (t) => {
    const settings = {
      autoReplies: [{ id: 'a1', name: 'Powitanie', occasion: 'first-message' as const, template: 'Dziękujemy.' }],
    }
    const at = new Date().toISOString()
    const soon = new Date(Date.now() + 3_600_000).toISOString()
    for (const askedAgain of [true, false]) {
      const scene = await begun({ settings })
      const answers = scene.state().messages[0]?.messageId ?? ''
      const ask = (): void =>
        scene.happened({
          type: 'AutoReplyRequested',
          data: {
            autoReplyId: 'a1',
            name: 'Powitanie',
            messageId: answers,
            text: 'Dziękujemy.',
            mirrorAs: 'reply',
            sendAt: at,
            notAfter: soon,
          },
        })
      ask()
      const subject = autoReplySubject({ messageId: answers, autoReplyId: 'a1' })
      const sent = await scene.run('auto-reply:send', subject)
      t.match(sent, { event: { type: 'AutoReplySent' } })
      await scene.run('auto-reply:mirror', subject)
      const before = entries(outside, scene, 'REPLY')
      t.equal(before.length, 1)
      restore(scene)
      const [messageId = ''] = threadReadAgain(scene)
      if (askedAgain) {
        ask()
        t.match(await scene.run('auto-reply:send', subject), {
          event: { type: 'AutoReplySent', data: { messageId, how: 'adopted' } },
        })
        t.match(await scene.run('auto-reply:mirror', subject), {
          event: { data: { how: 'adopted' } },
        })
      }
      t.match(await scene.run('message:mirror', messageId), { event: { data: { how: 'adopted' } } })
      t.same(entries(outside, scene, 'REPLY'), before)
      t.same(bodies(scene), ['Dziękujemy.'])
    }
  })
})

t.test('no look writes anything: it is all that happens until a person confirms', async (t) => {
  const scene = await begun()
  const { messageId } = scene.buyerWrites('Halo?')
  const id = answered(scene, 'Odpowiedź.', ['a.pdf'])
  restore(scene)
  scene.buyerWrites('Jeszcze')
  replyReadAgain(scene, id, 'Odpowiedź.', ['a.pdf'])
  const writes = (): number =>
    [...outside.empik.counters.report(), ...outside.thulium.counters.report()]
      .filter(({ operation }) => /^(?:POST|PUT|DELETE) |^(?:M12|M14|OR43)$/.test(operation))
      .reduce((sum, { total }) => sum + total, 0)
  const before = writes()
  const subjects: Partial<Record<(typeof effectKinds)[number], string>> = {
    'message:mirror': messageId,
    'comment:add': 'closed:1',
    'reply:send': String(id),
    'attachment:send': fileSubject(id, 0),
    'attachment:relay': fileSubject(messageId, 0),
  }
  for (const kind of effectKinds) await scene.lookUp(kind, subjects[kind] ?? '')
  t.equal(writes(), before)
})
