import { unavailableComment } from '@connector/domain/attachments'
import { fileSubject } from '@connector/domain/effects'
import { requestReply } from '@connector/domain/replies'
import t from 'tap'
import { humanLogin } from './support/account.ts'
import { requested } from './support/events.ts'
import { fourWays } from './support/four-ways.ts'
import { startOutside } from './support/outside.ts'
import { createScene, type Scene } from './support/scene.ts'
import { entries, withTicket } from './support/ticket.ts'

const outside = await startOutside(t)
const photo = { name: 'paczka.jpg', content: 'jpeg' }

/** A later message with a file, whose text is in the ticket. */
async function fileReceived(scene: Scene): Promise<string> {
  await withTicket(scene)
  const { messageId } = scene.buyerWrites('Zdjęcie', { attachments: [photo] })
  await scene.run('message:mirror', messageId)
  return fileSubject(messageId, 0)
}

await fourWays(t, outside, {
  kind: 'attachment:relay',
  operation: 'POST tickets/:id/comment',
  arrange: fileReceived,
  there: (scene) => entries(outside, scene, 'COMMENT').filter((text) => /\/files\//.test(text)).length,
})

/** An agent's reply with a file, whose text has gone to the buyer. */
async function fileAnswered(scene: Scene, filename = 'Faktura 12.pdf', content = 'pdf'): Promise<string> {
  const ticketId = await withTicket(scene)
  const { system } = scene
  const attachments = [{ filename, content }]
  const id = outside.thulium.agentReplies({ system, ticketId, login: humanLogin, html: 'Faktura', attachments })
  scene.happened(requested(id, ticketId, 'Faktura', { attachmentNames: [filename] }))
  await scene.run('reply:send', String(id))
  return fileSubject(id, 0)
}

const sentFiles = (scene: Scene): string[] =>
  outside.empik
    .thread(scene.ref.threadId)
    .messages.filter(({ from }) => from.type === 'SHOP_USER')
    .flatMap(({ attachments }) => attachments.map(({ name }) => name))

/** What is refused is an outcome: the agent is told by a comment. */
await fourWays(t, outside, {
  kind: 'attachment:send',
  operation: 'M12',
  whenRefused: 'done',
  arrange: (scene) => fileAnswered(scene),
  there: (scene) => sentFiles(scene).length,
})

t.test('a reply that is only a file goes', async (t) => {
  const scene = createScene(outside, { settings: { replies: { footer: 'Zespół sklepu' } } })
  const ticketId = await withTicket(scene)
  const { system } = scene
  const attachments = [{ filename: 'Faktura 12.pdf', content: 'pdf' }]
  const id = outside.thulium.agentReplies({ system, ticketId, login: humanLogin, html: '', attachments })
  scene.happened(
    ...requestReply(
      scene.state(),
      { thuliumMessageId: id, ticketId, agentLogin: humanLogin, body: '', attachmentNames: ['Faktura 12.pdf'] },
      scene.settings,
    ),
  )
  t.match(scene.state().replies, [{ status: 'pending', text: '' }])
  t.match(await scene.run('reply:send', String(id)), { kind: 'done', event: { type: 'ReplySent' } })
  t.match(await scene.run('attachment:send', fileSubject(id, 0)), { event: { data: { name: 'Faktura 12.pdf' } } })
  const fromShop = outside.empik.thread(scene.ref.threadId).messages.filter(({ from }) => from.type === 'SHOP_USER')
  t.match(
    fromShop.map(({ body, attachments: files }) => [body, files.length]),
    [['Załącznik: Faktura 12.pdf', 1]],
    'and no message beside it',
  )
})

t.test('attachment:relay', async (t) => {
  await t.test('finds the file that came with its text', async (t) => {
    const scene = createScene(outside)
    const { messageId } = scene.buyerWrites('Zdjęcie', { attachments: [photo] })
    await scene.run('customer:link')
    await scene.run('ticket:create')
    t.match(await scene.run('attachment:relay', fileSubject(messageId, 0)), {
      event: { data: { as: 'file', bytes: 4 } },
    })
    t.equal(scene.calls('M13'), 1, 'it was fetched once, for the ticket')
  })

  await t.test('finds the file that came with an old text, which says when it was written', async (t) => {
    const scene = createScene(outside)
    const sentAt = new Date(Date.now() - 24 * 3_600_000).toISOString()
    const { messageId } = scene.buyerWrites('Zdjęcie', { attachments: [photo] }, { sentAt })
    await scene.run('customer:link')
    await scene.run('ticket:create')
    t.match(await scene.run('attachment:relay', fileSubject(messageId, 0)), { event: { data: { as: 'file' } } })
    t.notMatch(entries(outside, scene, 'COMMENT').join(), /\/files\//, 'no link leads to what stands there')
  })

  await t.test('of a file that is gone says so', async (t) => {
    const scene = createScene(outside)
    const subject = await fileReceived(scene)
    const attachment = scene.state().messages.at(-1)?.attachments[0]
    outside.empik.deleteAttachment(attachment?.id ?? '')
    t.match(await scene.run('attachment:relay', subject, 2), {
      kind: 'not-done',
      failure: { failureClass: 'unreachable', status: 404 },
    })
    t.match(
      await scene.runAfterOutage('attachment:relay', subject),
      { kind: 'not-done', failure: { doubted: true } },
      'nor after an outage',
    )
    t.match(await scene.run('attachment:relay', subject, 3), {
      event: { type: 'AttachmentUnavailable', data: { reason: 'gone' } },
    })
  })

  await t.test('of a file that one false 404 hid brings it with the next try', async (t) => {
    const scene = createScene(outside)
    const subject = await fileReceived(scene)
    scene.fault('M13', { kind: 'status', status: 404 })
    t.match(await scene.run('attachment:relay', subject), { kind: 'not-done' })
    t.match(await scene.run('attachment:relay', subject, 1), { event: { type: 'AttachmentRelayed' } })
  })

  await t.test('of a file over the limit says by how much', async (t) => {
    const scene = createScene(outside, { settings: { attachments: { conversationLimitBytes: 3 } } })
    const subject = await fileReceived(scene)
    t.match(await scene.run('attachment:relay', subject), {
      event: { type: 'AttachmentUnavailable', data: { reason: 'over-limit', overBytes: 1, limitBytes: 3 } },
    })
  })

  await t.test('tries again when something else comes instead of the file, and tells in the end', async (t) => {
    for (const fault of [{ kind: 'document', document: 'json' }, { kind: 'part' }] as const) {
      const scene = createScene(outside)
      const subject = await fileReceived(scene)
      const before = entries(outside, scene, 'COMMENT').length
      scene.fault('M13', fault, { times: 3 })
      t.match(await scene.run('attachment:relay', subject), {
        kind: 'not-done',
        failure: { failureClass: 'unreachable' },
      })
      t.match(
        await scene.runAfterOutage('attachment:relay', subject),
        { kind: 'not-done', failure: { doubted: true } },
        'nor after an outage',
      )
      t.match(await scene.run('attachment:relay', subject, 5), {
        event: { type: 'AttachmentUnavailable', data: { reason: 'not-fetchable', message: / came instead of / } },
      })
      t.equal(entries(outside, scene, 'COMMENT').length, before, 'nobody is led to what is not the file')
      t.match(
        unavailableComment(scene.ref, scene.state(), scene.state().attachmentsUnavailable[0]?.effectKey ?? ''),
        /came instead/,
      )
    }
  })

  await t.test('takes the refusal of a gateway for no word about the file', async (t) => {
    const scene = createScene(outside)
    const subject = await fileReceived(scene)
    scene.fault('M13', { kind: 'status', status: 404, body: 'html' })
    t.match(await scene.run('attachment:relay', subject), {
      kind: 'not-done',
      failure: { failureClass: 'unreachable' },
    })
    t.match(await scene.run('attachment:relay', subject), {
      event: { type: 'AttachmentRelayed', data: { as: 'link' } },
    })
  })

  await t.test('a rejected key of the side it reads from is not counted against the side it writes to', async (t) => {
    const scene = createScene(outside)
    const subject = await fileReceived(scene)
    scene.fault('M13', { kind: 'status', status: 401 })
    t.match(await scene.run('attachment:relay', subject), {
      kind: 'not-done',
      failure: { failureClass: 'unreachable' },
    })
  })
})

t.test('attachment:send', async (t) => {
  await t.test('of a kind that is not allowed says so', async (t) => {
    const scene = createScene(outside)
    const subject = await fileAnswered(scene, 'program.exe')
    t.match(await scene.run('attachment:send', subject), { event: { data: { reason: 'type-not-allowed' } } })
    t.same(sentFiles(scene), [])
  })

  await t.test('tries again when something else comes instead of the file, and tells in the end', async (t) => {
    for (const fault of [{ kind: 'document', document: 'json' }, { kind: 'html' }, { kind: 'part' }] as const) {
      const scene = createScene(outside)
      const subject = await fileAnswered(scene)
      scene.fault('GET attachments/:id', fault, { times: 3 })
      t.match(await scene.run('attachment:send', subject), {
        kind: 'not-done',
        failure: { failureClass: 'unreachable' },
      })
      t.match(
        await scene.runAfterOutage('attachment:send', subject),
        { kind: 'not-done', failure: { doubted: true } },
        'nor after an outage',
      )
      t.match(await scene.run('attachment:send', subject, 5), {
        event: { type: 'AttachmentUnavailable', data: { reason: 'not-fetchable', message: / came instead of / } },
      })
      t.same(sentFiles(scene), [], 'the buyer gets nothing in its place')
    }
  })

  await t.test('of a file that is gone from the ticket says so', async (t) => {
    const scene = createScene(outside)
    const subject = await fileAnswered(scene)
    const ticketId = scene.state().ticketId ?? 0
    const messageId = scene.state().replies[0]?.thuliumMessageId ?? 0
    outside.thulium.deleteMessage({ system: scene.system, ticketId, messageId })
    t.match(await scene.run('attachment:send', subject), { kind: 'not-done', failure: { failureClass: 'unreachable' } })
    t.match(
      await scene.run('attachment:send', subject, 3),
      { event: { data: { reason: 'not-fetchable' } } },
      'the ticket was read often and does not have it',
    )
  })

  await t.test('of a ticket that Thulium refuses once goes with the next try', async (t) => {
    const scene = createScene(outside)
    const subject = await fileAnswered(scene)
    scene.fault('GET tickets/:id', { kind: 'status', status: 404 })
    t.match(await scene.run('attachment:send', subject), { kind: 'not-done', failure: { failureClass: 'unreachable' } })
    t.match(await scene.run('attachment:send', subject, 1), { event: { type: 'AttachmentRelayed' } })
  })

  await t.test('that Thulium refuses once is asked for again before the buyer goes without it', async (t) => {
    const scene = createScene(outside)
    const subject = await fileAnswered(scene)
    const refuse = () => scene.fault('GET attachments/:id', { kind: 'status', status: 404 })
    refuse()
    t.match(await scene.run('attachment:send', subject), { kind: 'not-done', failure: { failureClass: 'unreachable' } })
    refuse()
    t.match(
      await scene.runAfterOutage('attachment:send', subject),
      { kind: 'not-done', failure: { doubted: true } },
      'nor after an outage',
    )
    refuse()
    t.match(await scene.run('attachment:send', subject, 3), { event: { data: { reason: 'not-fetchable' } } })
  })

  await t.test('over the limit says by how much', async (t) => {
    const scene = createScene(outside, { settings: { attachments: { conversationLimitBytes: 2 } } })
    const subject = await fileAnswered(scene)
    t.match(await scene.run('attachment:send', subject), { event: { data: { reason: 'over-limit', overBytes: 1 } } })
  })
})
