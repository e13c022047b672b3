import t from 'tap'
import { requestReply } from '../src/replies/index.ts'
import { givenConversation } from './support/scenario.ts'
import { message, received, reply, settings } from './support/samples.ts'

const signature = '<div class="gmail_signature">Jan Testowy<br>Sklep Demo</div>'
const cases: { name: string; body: string; files: string[]; text: string }[] = [
  { name: 'nothing', body: '', files: ['Faktura 12.pdf'], text: '' },
  { name: 'a signature', body: signature, files: ['Faktura 12.pdf'], text: '' },
  { name: 'a signature after its mark', body: '<p>-- <br>Jan Testowy<br>Sklep Demo</p>', files: ['a.pdf'], text: '' },
  { name: 'words and a signature', body: `<p>Faktura.</p>${signature}`, files: ['a.pdf'], text: 'Faktura.' },
  // Whoever writes nothing else wants this to be read.
  { name: 'a signature without a file', body: signature, files: [], text: 'Jan Testowy\nSklep Demo' },
]

for (const { name, body, files, text } of cases)
  t.test(`a reply of ${name}, with ${files.length} files`, (t) => {
    const state = givenConversation(received(message('m1'))).state
    const seen = { ...reply(501), body, attachmentNames: files }
    const events = requestReply(state, seen, { replies: { ...settings.replies, footer: '' } })
    t.match(events, [{ type: 'ReplyRequested', data: { text } }])
    t.equal(events.length, 1, 'and nothing is refused')
    t.end()
  })
