import t from 'tap'
import { commentSubject } from '../src/effects/index.ts'
import { requestReply } from '../src/replies/index.ts'
import { commentText } from '../src/tickets/index.ts'
import { givenConversation } from './support/scenario.ts'
import { message, received, ref, reply, settings } from './support/samples.ts'

const signature = '<div class="gmail_signature">Jan Testowy<br>Sklep Demo</div>'
const history =
  '<div class="gmail_quote"><div>W dniu pon., 2 lis 2026 o 10:15 Jan Testowy &lt;jan@example.com&gt; napisał(a):</div>' +
  '<blockquote>Kiedy będzie faktura?</blockquote></div>'

const cases: { name: string; body: string; files: string[]; text: string }[] = [
  { name: 'nothing', body: '', files: ['Faktura 12.pdf'], text: '' },
  { name: 'a signature', body: signature, files: ['Faktura 12.pdf'], text: '' },
  { name: 'a signature after its mark', body: '<p>-- <br>Jan Testowy<br>Sklep Demo</p>', files: ['a.pdf'], text: '' },
  { name: 'words and a signature', body: `<p>Faktura.</p>${signature}`, files: ['a.pdf'], text: 'Faktura.' },
  {
    name: 'a signature after its mark without a blank',
    body: '<p>--<br>Jan Testowy<br>tel. 601 222 333</p>',
    files: ['a.pdf'],
    text: '',
  },
  {
    name: 'a greeting above what was said before',
    body: `<p>Dzień dobry</p>${history}`,
    files: ['a.pdf'],
    text: 'Dzień dobry',
  },
  { name: 'a sign', body: '👍🙂', files: ['a.pdf', 'b.pdf'], text: '' },
  { name: 'white space that shows nothing', body: '<p>&nbsp;</p><p>\u200b\u00ad</p>', files: ['a.pdf'], text: '' },
  { name: 'three characters', body: '<p>tak</p>', files: ['a.pdf'], text: 'tak' },
  // Whoever writes nothing else wants this to be read.
  { name: 'a signature without a file', body: signature, files: [], text: 'Jan Testowy\nSklep Demo' },
]

t.test('files above a quotation go alone, and the agent is told what of it stays behind', (t) => {
  const before = [received(message('m1'))]
  for (const body of [
    history,
    `<div><br></div>${signature}${history}`,
    'Wysłano z iPhone’a\n\nW dniu 2 lis 2026 o 10:15 Jan Testowy <jan@example.com> napisał(a):\n\n> Kiedy?\n> Jan',
  ]) {
    const events = requestReply(
      givenConversation(...before).state,
      { ...reply(501), body, attachmentNames: ['Faktura 12.pdf'] },
      { replies: { ...settings.replies, footer: '' } },
    )
    t.match(events, [{ type: 'ReplyRequested', data: { text: '', leftOut: [{ kind: 'quotation' }] } }], body)
    const subject = commentSubject({ about: 'left-out', thuliumMessageId: 501 })
    t.match(
      commentText(ref, givenConversation(...before, ...events).state, subject),
      /^Odpowiedź z samymi plikami idzie do klienta bez: cytowanej korespondencji/,
    )
  }
  const without = requestReply(givenConversation(...before).state, reply(501, history), settings)
  t.match(without, [{ type: 'ReplyRequested', data: { text: /Kiedy będzie faktura/ } }], 'where there is nothing else')
  t.end()
})

t.test('files go without a text that is too short to go, and the agent is told', (t) => {
  const before = [received(message('m1'))]
  for (const [body, begins] of [
    ['ok', 'ok'],
    ['<p>👍🙂</p>', '👍🙂'],
    ['.', '.'],
  ] as const) {
    const events = requestReply(
      givenConversation(...before).state,
      { ...reply(501), body, attachmentNames: ['a.pdf'] },
      { replies: { ...settings.replies, footer: '' } },
    )
    t.match(events, [{ type: 'ReplyRequested', data: { text: '', leftOut: [{ kind: 'short', begins }] } }], body)
    t.equal(events.length, 1, body)
    const subject = commentSubject({ about: 'left-out', thuliumMessageId: 501 })
    t.match(
      commentText(ref, givenConversation(...before, ...events).state, subject),
      `bez: tekstu krótszego niż 3 znaki („${begins}”)`,
    )
  }
  t.end()
})

for (const { name, body, files, text } of cases)
  t.test(`a reply of ${name}, with ${files.length} files`, (t) => {
    const state = givenConversation(received(message('m1'))).state
    const seen = { ...reply(501), body, attachmentNames: files }
    const events = requestReply(state, seen, { replies: { ...settings.replies, footer: '' } })
    t.match(events, [{ type: 'ReplyRequested', data: { text } }])
    t.equal(events.length, 1, 'and nothing is refused')
    t.end()
  })
