import { unavailableComment } from '@connector/domain/attachments'
import { commentSubject, effectKey, fileSubject } from '@connector/domain/effects'
import t from 'tap'
import { requested } from './support/events.ts'
import { startOutside } from './support/outside.ts'
import { createScene } from './support/scene.ts'
import { entries, withTicket } from './support/ticket.ts'

const outside = await startOutside(t)
const id = -12_769_420_373_919
const fileId = '0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42'

function keeping(bytes: Uint8Array) {
  const kept = new Map([[fileId, { contentType: 'application/pdf', bytes }]])
  return {
    kept,
    read: (_tenantId: string, wanted: string) => Promise.resolve(kept.get(wanted)),
    drop: (_tenantId: string, wanted: string) => Promise.resolve(void kept.delete(wanted)),
  }
}

const fromConsole = (ticketId: number) =>
  requested(id, ticketId, 'Etykieta w załączniku.', {
    agentLogin: 'Panel sklepu',
    writtenIn: 'console',
    attachmentNames: ['etykieta.pdf'],
    files: [{ fileId, bytes: 8 }],
  })

t.test('an answer from the console and its file reach the buyer, and the ticket shows what was sent', async (t) => {
  const files = keeping(Buffer.from('%PDF-1.4'))
  const scene = createScene(outside, { answerFiles: files })
  scene.happened(fromConsole(await withTicket(scene)))
  t.match(await scene.run('reply:send', String(id)), { kind: 'done', event: { type: 'ReplySent' } })
  t.match(await scene.run('attachment:send', fileSubject(id, 0)), {
    kind: 'done',
    event: { type: 'AttachmentRelayed', data: { name: 'etykieta.pdf', bytes: 8, direction: 'to-empikplace' } },
  })
  t.equal(files.kept.size, 0, 'and is kept no longer')
  const sent = outside.empik.thread(scene.ref.threadId).messages.filter(({ from }) => from.type === 'SHOP_USER')
  t.match(sent, [{ body: 'Etykieta w załączniku.' }, { attachments: [{ name: 'etykieta.pdf', size: 8 }] }])

  const subject = commentSubject({ about: 'answered', thuliumMessageId: id })
  t.match(await scene.run('comment:add', subject), { kind: 'done', event: { type: 'CommentAdded' } })
  const shown = entries(outside, scene, 'COMMENT').filter((text) => text.includes('[Odpowiedź z konsoli]'))
  t.equal(shown.length, 1)
  t.match(await scene.lookUp('comment:add', subject), { kind: 'not-found' }, 'the one that is there is settled')
})

t.test('a file that is kept no longer is told of in the ticket', async (t) => {
  const scene = createScene(outside)
  scene.happened(fromConsole(await withTicket(scene)))
  await scene.run('reply:send', String(id))
  t.match(await scene.run('attachment:send', fileSubject(id, 0)), {
    kind: 'done',
    event: { type: 'AttachmentUnavailable', data: { reason: 'gone' } },
  })
  const { integrationId, threadId } = scene.ref
  const key = effectKey('attachment:send', integrationId, threadId, fileSubject(id, 0))
  t.match(unavailableComment(scene.ref, scene.state(), key), /pliku z konsoli już tu nie ma\. Dołącz go ponownie/)
})
