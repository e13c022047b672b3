import t from 'tap'
import {
  attachmentCount,
  bytesBeforeReply,
  bytesOverLimit,
  linkComment,
  messageFile,
  mostAttachments,
  outgoingName,
  outgoingNames,
  outgoingText,
  relayedBytes,
  replyFile,
} from '../src/attachments/index.ts'
import { effectKey, emptyPlanning, fileSubject, laneOf, planEffects, settledBy } from '../src/effects/index.ts'
import type { ConversationEvent, AttachmentUnavailable } from '../src/events/index.ts'
import { observeThread } from '../src/looks/index.ts'
import { commentText } from '../src/tickets/index.ts'
import { givenConversation } from './support/scenario.ts'
import { lookedAt, message, parked, received, ref, reply, replySent, requested, settings } from './support/samples.ts'

const files = (...sizes: number[]) => sizes.map((size, place) => ({ id: `a${place}`, name: `plik ${place}.jpg`, size }))
const inKey = (messageId: string, place: number): string =>
  effectKey('attachment:relay', ref.integrationId, ref.threadId, fileSubject(messageId, place))
const outKey = (id: number, place: number): string =>
  effectKey('attachment:send', ref.integrationId, ref.threadId, fileSubject(id, place))

const relayed = (key: string, bytes: number): ConversationEvent => ({
  type: 'AttachmentRelayed',
  data: {
    effectKey: key,
    direction: key.startsWith('attachment:send') ? 'to-empikplace' : 'to-thulium',
    name: 'plik.jpg',
    bytes,
    as: 'file',
    how: 'done',
  },
})
const unavailable = (key: string, data: Partial<AttachmentUnavailable>): ConversationEvent => ({
  type: 'AttachmentUnavailable',
  data: {
    effectKey: key,
    direction: key.startsWith('attachment:send') ? 'to-empikplace' : 'to-thulium',
    name: 'zdjęcie.jpg',
    reason: 'gone',
    ...data,
  },
})
const created = (messageId: string): ConversationEvent => ({
  type: 'TicketCreated',
  data: { effectKey: 'ticket:create', ticketId: 77, messageId, how: 'done', orders: 0 },
})
const mirrored = (messageId: string): ConversationEvent => ({
  type: 'MessageMirrored',
  data: { effectKey: `message:mirror:${messageId}`, messageId, ticketId: 77, how: 'done' },
})
const withFiles = (id: number, ...attachmentNames: string[]) => requested({ ...reply(id), attachmentNames })

function filesPlanned(...events: ConversationEvent[]): string[] {
  let planning = emptyPlanning
  return events.flatMap((event, revision) => {
    const step = planEffects(ref, planning, event, revision)
    // As it comes back from the database.
    planning = JSON.parse(JSON.stringify(step.planning)) as typeof planning
    return step.effects
      .filter(({ kind }) => kind.startsWith('attachment'))
      .map(({ kind, subject }) => `${kind} ${subject}`)
  })
}

await t.test('a file is passed on when its message is in the ticket, and not before', (t) => {
  const events = [
    received(message('m1', 'customer', { attachments: files(1, 2) })),
    received(message('m2', 'seller', { attachments: files(3) })),
  ]
  t.strictSame(filesPlanned(...events), [])
  t.strictSame(filesPlanned(...events, created('m1')), ['attachment:relay m1/0', 'attachment:relay m1/1'])
  t.strictSame(filesPlanned(...events, created('m1'), mirrored('m2')).slice(2), ['attachment:relay m2/0'])
  t.end()
})

await t.test('a file of an agent leaves when the text it belongs to was sent', (t) => {
  const before = [received(message('m1')), withFiles(501, 'a.pdf', 'b.pdf'), withFiles(502, 'c.pdf')]
  t.strictSame(filesPlanned(...before), [])
  t.strictSame(filesPlanned(...before, replySent(502, 'e2')), ['attachment:send 502/0'])
  t.strictSame(filesPlanned(...before, replySent(501, 'e1')), ['attachment:send 501/0', 'attachment:send 501/1'])
  const refused: ConversationEvent = {
    type: 'ReplyRefused',
    data: { thuliumMessageId: 501, reason: 'too-short', length: 2 },
  }
  t.strictSame(filesPlanned(...before, refused, replySent(501, 'e1')), [], 'a refused text takes its files with it')
  t.end()
})

await t.test('no text waits for a file', (t) => {
  const texts = (['ticket:create', 'message:mirror', 'comment:add', 'reply:send'] as const).map(laneOf)
  t.notOk(texts.includes(laneOf('attachment:relay')))
  t.notOk(texts.includes(laneOf('attachment:send')))
  t.end()
})

await t.test('what could not be passed on is told to the agent and settled', (t) => {
  const event = unavailable(inKey('m1', 0), {})
  const { effects } = planEffects(ref, emptyPlanning, event, 9)
  t.strictSame(
    effects.map(({ kind, subject }) => `${kind} ${subject}`),
    [`comment:add unavailable:${inKey('m1', 0)}`],
  )
  t.strictSame(settledBy(event, ref), [inKey('m1', 0)])
  t.end()
})

await t.test('files are found by message and place', (t) => {
  const { state } = givenConversation(
    received(message('a/b', 'customer', { attachments: files(1, 2) })),
    withFiles(501, 'a.pdf', ''),
  )
  t.equal(messageFile(state, fileSubject('a/b', 1))?.file.id, 'a1')
  t.equal(messageFile(state, fileSubject('a/b', 2)), undefined)
  t.equal(messageFile(state, fileSubject('m9', 0)), undefined)
  t.equal(replyFile(state, fileSubject(501, 1))?.name, '')
  t.equal(replyFile(state, fileSubject(502, 0)), undefined)
  t.end()
})

await t.test('bytes are counted over both directions', (t) => {
  const { state } = givenConversation(
    received(message('m1', 'customer', { attachments: files(100, 200) })),
    received(message('m2', 'customer', { attachments: files(400) })),
    relayed(inKey('m1', 0), 1_000),
    relayed(outKey(501, 0), 5_000),
  )
  t.equal(relayedBytes(state), 6_000)
  t.equal(bytesBeforeReply(ref, state), 6_600, 'the buyer’s files that are still on their way come first, as announced')
  t.equal(attachmentCount(state), 4)
  t.end()
})

await t.test('a file that could not be passed on counts no bytes', (t) => {
  const { state } = givenConversation(
    received(message('m1', 'customer', { attachments: files(100) })),
    unavailable(inKey('m1', 0), { reason: 'over-limit' }),
  )
  t.equal(relayedBytes(state), 0)
  t.equal(bytesBeforeReply(ref, state), 0)
  t.end()
})

await t.test('the limit itself may be reached and not exceeded', (t) => {
  t.equal(bytesOverLimit(60, 40, 100), 0)
  t.equal(bytesOverLimit(60, 41, 100), 1)
  t.equal(bytesOverLimit(0, 0, 0), 0)
  t.equal(bytesOverLimit(0, 7, 0), 7)
  t.end()
})

for (const [given, wanted] of [
  ['faktura.pdf', 'faktura.pdf'],
  ['Zażółć gęślą jaźń.PDF', 'Zazolc gesla jazn.pdf'],
  ['ŁÓDŹ.jpeg', 'LODZ.jpg'],
  ['zdjęcie.JPEG', 'zdjecie.jpg'],
  ['umowa "nowa"/2026.txt', 'umowa _nowa__2026.txt'],
  ['zip.tar.gz', 'zip.tar.gz'],
  ['📦.png', 'plik.png'],
  ['..jpg', 'plik.jpg'],
  ['faktura.pdf\u200e', 'faktura.pdf'],
  ['faktura.pdf. ', 'faktura.pdf'],
  ['...', 'plik'],
  ['bez kropki', 'bez kropki'],
  ['', 'plik'],
  ['Договір купівлі № 5.pdf', 'Dogovir kupivli No 5.pdf'],
  ['Τιμολόγιο.pdf', 'Timologio.pdf'],
  ['发票.jpg', 'FaPiao.jpg'],
  ['فاتورة.png', 'ftwrh.png'],
  ['Скан.ПДФ', 'Skan.pdf'],
  ['Æble – øl.txt', 'Aeble - ol.txt'],
] as const)
  await t.test(`„${given}” goes out as „${wanted}”`, (t) => {
    t.equal(outgoingName(given), wanted)
    t.match(outgoingName(given), /^[\x20-\x7e]+$/)
    t.end()
  })

await t.test('a very long name is shortened and keeps its ending', (t) => {
  t.match(outgoingName(`${'ż'.repeat(500)}.pdf`), /^z{100}\.pdf$/)
  t.end()
})

await t.test('names are distinct in the whole conversation, and a file keeps its name whatever comes later', (t) => {
  const first = [withFiles(501, 'skan.pdf', 'Skan.PDF'), withFiles(502, 'skąn.pdf')]
  const names = new Map([
    ['501/0', { name: 'skan.pdf', given: 'skan.pdf' }],
    ['501/1', { name: 'Skan-2.pdf', given: 'Skan.PDF' }],
    ['502/0', { name: 'skan-3.pdf', given: 'skąn.pdf' }],
  ])
  t.strictSame(outgoingNames(givenConversation(...first).state), names)
  t.strictSame(
    outgoingNames(givenConversation(...first, withFiles(503, 'skan-2.pdf')).state),
    new Map([...names, ['503/0', { name: 'skan-2-2.pdf', given: 'skan-2.pdf' }]]),
  )
  t.end()
})

await t.test(
  'where letters of another script are written in ours, the reader is told how the agent named the file',
  (t) => {
    const textOf = (given: string): string => outgoingText({ name: outgoingName(given), given })
    t.equal(textOf('Договір.pdf'), 'Załącznik: Dogovir.pdf (Договір.pdf)')
    t.equal(textOf('Zdjęcie ŁÓDŹ „nowe”.pdf'), 'Załącznik: Zdjecie LODZ _nowe_.pdf', 'not for accents')
    t.match(textOf(`${'a'.repeat(120)} umowa.pdf`), /umowa\.pdf\)$/, 'nor is the end of a long one lost')
    const { state } = givenConversation(received(message('m1')), withFiles(501, 'Договір.pdf'), replySent(501, 'e1'))
    const file = { id: 'f1', name: 'Dogovir.pdf', size: 900 }
    const back = message('e2', 'seller', { body: textOf('Договір.pdf'), attachments: [file] })
    const seen = observeThread(ref, state, { messages: [back], firstContact: false, now: lookedAt }, settings)
    t.match(seen, [{ type: 'AttachmentRelayed' }], 'and it is known again')
    t.end()
  },
)

await t.test('a file of ours that comes back is told from what the shop sends in the panel', (t) => {
  const { state } = givenConversation(received(message('m1')), withFiles(501, 'skąn.pdf'), replySent(501, 'e1'))
  const look = (body: string, attachments: { id: string; name: string; size: number }[], given = state) =>
    observeThread(
      ref,
      given,
      { messages: [message('e2', 'seller', { body, attachments })], firstContact: false, now: lookedAt },
      settings,
    ).map(({ type }) => type)
  const file = { id: 'f1', name: 'skan.pdf', size: 900 }
  t.strictSame(look('Załącznik: skan.pdf', [file]), ['AttachmentRelayed'])
  t.strictSame(look('Za&#322;ącznik: skan.pdf<br />', [file]), ['AttachmentRelayed'], 'however it is kept')
  t.strictSame(look('W załączeniu skan', [file]), ['MessageReceived'])
  t.strictSame(look('Załącznik: skan.pdf', []), ['MessageReceived'])
  t.strictSame(look('Załącznik: skan.pdf', [{ ...file, name: 'inny.pdf' }]), ['MessageReceived'])
  const { state: known } = givenConversation(
    received(message('m1')),
    withFiles(501, 'skąn.pdf'),
    replySent(501, 'e1'),
    relayed(outKey(501, 0), 900),
  )
  t.strictSame(look('Załącznik: skan.pdf', [file], known), ['MessageReceived'], 'each comes back once')
  t.end()
})

const limit = 10 * 1024 * 1024
for (const [direction, data, words] of [
  ['in', { reason: 'gone' }, /^Załącznik „zdjęcie.jpg” nie trafił do zgłoszenia: EmpikPlace już go nie udostępnia/],
  [
    'in',
    { reason: 'over-limit', overBytes: 1_258_291, limitBytes: limit },
    /limit załączników całej konwersacji \(10 MB\) o 1,2 MB\. Otwórz go w panelu EmpikPlace\.$/,
  ],
  ['in', { reason: 'refused', message: 'HTTP 400' }, /EmpikPlace go nie wydał \(HTTP 400\)\. Otwórz go/],
  [
    'out',
    { reason: 'over-limit', overBytes: 12, limitBytes: limit },
    /nie został wysłany do klienta: przekroczyłby .* o 12 B\. .* Treść odpowiedzi została wysłana\.$/,
  ],
  ['out', { reason: 'type-not-allowed', name: 'umowa.DOCX' }, /nie przyjmuje plików \.docx\./],
  ['out', { reason: 'type-not-allowed', name: 'umowa' }, /nie przyjmuje plików bez rozszerzenia\./],
  ['out', { reason: 'too-many' }, new RegExp(`najwyżej ${mostAttachments} załączników`)],
  [
    'out',
    { reason: 'not-fetchable', name: '' },
    /^Załącznik bez nazwy nie został wysłany do klienta: Thulium nie udostępnia/,
  ],
  ['out', { reason: 'refused', message: 'HTTP 413' }, /EmpikPlace go odrzucił \(HTTP 413\)/],
] as const)
  await t.test(`an agent is told what happened to a file (${direction}, ${data.reason})`, (t) => {
    const key = direction === 'in' ? inKey('m1', 0) : outKey(501, 0)
    const { state } = givenConversation(withFiles(501, 'skąn.pdf'), unavailable(key, data))
    t.match(commentText(ref, state, `unavailable:${key}`), words)
    t.equal(commentText(ref, state, `unavailable:${key}0`), undefined)
    t.end()
  })

await t.test('a parked file is told by its name', (t) => {
  const { state } = givenConversation(withFiles(501, 'skąn.pdf'), parked(outKey(501, 0), 'attachment:send'))
  t.match(commentText(ref, state, `parked:${outKey(501, 0)}:1`), /^Załącznik „skąn.pdf” mógł nie dotrzeć do klienta/)
  t.end()
})

await t.test('the comment with a link says what it leads to and until when', (t) => {
  const text = linkComment('zdjęcie.jpg', 49_152, 'https://lacznik.example/files/x.y', new Date('2026-12-02T09:00:00Z'))
  t.equal(
    text,
    'Załącznik „zdjęcie.jpg” (48 kB) do pobrania: https://lacznik.example/files/x.y (link działa do 2026-12-02 10:00).',
  )
  t.end()
})
