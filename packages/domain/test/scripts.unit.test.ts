import t from 'tap'
import { messageText, readReply } from '../src/mail/index.ts'
import { toPlainText } from '../src/text/plain-text.ts'

const scripts = [
  '<script>alert(1)</script>',
  '<SCRIPT type="text/javascript">\nif (a < b) x()\n</SCRIPT >',
  '<script src="https://example.com/x.js"></script>',
  `<script>document.write('<script src="x"><\\/script>')</script>`,
  '<script/defer>var s = "<p>nie</p>"</script\n>',
  '<style>p { color: red }</style>',
]

for (const script of scripts) {
  t.test(`nobody reads what a browser would not show: ${script.slice(0, 40)}`, (t) => {
    const mail = `<p>Dzień dobry</p>${script}<p>gdzie paczka?</p>`
    t.equal(messageText(mail), 'Dzień dobry\n\ngdzie paczka?')
    t.equal(readReply(mail).text, 'Dzień dobry\n\ngdzie paczka?')
    t.match(toPlainText(mail), /^Dzień dobry\s+gdzie paczka\?$/)
    t.equal(messageText(`Bez znaczników ${script}i dalej`), 'Bez znaczników i dalej', 'in a text without other tags')
    const escaped = mail.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    t.equal(messageText(escaped), 'Dzień dobry\n\ngdzie paczka?', 'escaped once more on its way')
    t.end()
  })
}

t.test('an agent is told that something hidden was left out', (t) => {
  t.same(readReply(`<p>Wysłaliśmy.</p>${scripts[0] ?? ''}`), {
    text: 'Wysłaliśmy.',
    leftOut: [{ kind: 'hidden' }],
  })
  t.same(
    readReply(`Wysłaliśmy. ${scripts[0] ?? ''}`).leftOut,
    [{ kind: 'hidden' }],
    'in a text without other tags, too',
  )
  t.end()
})

t.test('what a person types about a script stays', (t) => {
  t.equal(messageText('Wpisałem <script> w pole i nic'), 'Wpisałem <script> w pole i nic')
  t.equal(messageText('scripta manent, <scriptum>'), 'scripta manent, <scriptum>')
  t.end()
})

t.test('a flood of starts costs one pass', (t) => {
  const begun = performance.now()
  messageText('<script>'.repeat(120_000))
  messageText(`${'<script>'.repeat(110_000)}</script>`)
  messageText('<script></script>'.repeat(50_000))
  t.ok(performance.now() - begun < 3_000)
  t.end()
})
