import t from 'tap'
import { replyText } from '../src/mail/index.ts'

const cut = (name: string, body: string, text = 'Wysyłamy jutro.') =>
  t.test(name, (t) => {
    t.equal(replyText(body), text)
    t.end()
  })

const answer = 'Wysyłamy jutro.'

await cut('a plain reply is sent as it is', answer)
await cut('markup becomes lines', '<p>Dzień dobry,</p><p>wysyłamy jutro.</p>', 'Dzień dobry,\n\nwysyłamy jutro.')

await cut(
  'Gmail’s quote is cut',
  `<div dir="ltr">${answer}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">pon., 2 lis 2026 o ` +
    '10:15 Jan Testowy &lt;<a href="mailto:jan@example.com">jan@example.com</a>&gt; napisał(a):<br></div>' +
    '<blockquote class="gmail_quote">Kiedy?</blockquote></div>',
)
await cut('Gmail’s quote as plain text is cut', `${answer}\n\npon., 2 lis 2026 o 10:15 Jan napisał(a):\n\n> Kiedy?\n`)
await cut(
  'Gmail’s quote is cut when a long address broke its first line',
  `${answer}\n\nOn Mon, Nov 2, 2026 at 10:15 AM Jan Testowy <jan.testowy@example.com>\nwrote:\n\n> Kiedy?`,
)
await cut(
  'Thunderbird’s quote is cut',
  `<p>${answer}</p><div class="moz-cite-prefix">W dniu 2.11.2026 o 10:15, Jan Testowy pisze:<br></div>` +
    '<blockquote type="cite"><p>Kiedy?</p></blockquote>',
)
await cut('Thunderbird’s quote as plain text is cut', `${answer}\n\nW dniu 2.11.2026 o 10:15, Jan pisze:\n> Kiedy?`)
await cut(
  'Outlook’s quote is cut',
  `<div><p>${answer}</p></div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg" dir="ltr"><font><b>Od:</b> ` +
    'Jan Testowy<br><b>Wysłano:</b> poniedziałek, 2 listopada 2026 10:15<br><b>Do:</b> Sklep Demo<br>' +
    '<b>Temat:</b> Pytanie</font></div><div><p>Kiedy?</p></div>',
)
await cut(
  'Outlook’s quote as plain text is cut',
  `${answer}\n\n________________________________\nFrom: Jan Testowy\nSent: Monday, November 2, 2026\nTo: Sklep\n\nKiedy?`,
)
await cut('Outlook’s old quote is cut', `${answer}\n-----Original Message-----\nFrom: Jan\n\nKiedy?`)
await cut('the Polish old quote is cut', `${answer}\n---- Wiadomość oryginalna ----\nKiedy?`)
await cut(
  'Apple Mail’s quote is cut',
  `${answer}\n\nWiadomość napisana przez Jan Testowy w dniu 2 lis 2026, o godz. 10:15:\n\n> Kiedy?`,
)
await cut('quoted lines at the end are cut', `${answer}\n\n> Kiedy?\n>\n> Jan\n`)
await cut('a signature is cut', `${answer}\n\n-- \nSklep Demo\ntel. 22 000 00 00`)
await cut('a signature in HTML is cut', `<p>${answer}</p><p>-- <br>Sklep Demo</p>`)

await t.test('what an agent wrote is never taken for a quote', (t) => {
  for (const text of [
    'Dzień dobry,\nproducent pisze:\nnie prać w wodzie.\nPozdrawiam',
    'Dzień dobry,\nproducent napisał: nie prać.\nPozdrawiam',
    'Dostawa:\n- kubek\n- talerz\n--- i to wszystko',
    'Od: poniedziałku do piątku\nczynne 8:00-16:00',
    'Cena > 50 zł, więc\ndostawa gratis',
    'Czekamy do 10:15\nproducent pisze:\nnie prać w wodzie',
  ])
    t.equal(replyText(text), text)
  t.end()
})

await t.test('an answer between quoted lines is kept with the lines it answers', (t) => {
  const text = 'Dzień dobry,\n> Kiedy wysyłka?\nJutro.\n> Jaki kurier?\nDemoKurier.'
  t.equal(replyText(`${text}\n\n> Jan`), text)
  t.end()
})

await t.test('the uncut text is the reply when the cut leaves nothing', (t) => {
  t.equal(replyText('> Kiedy?\n> Jutro?'), '> Kiedy?\n> Jutro?')
  t.equal(replyText('<blockquote>Jutro.</blockquote>'), '> Jutro.')
  t.equal(replyText('-- \nSklep Demo'), '--\nSklep Demo')
  t.equal(
    replyText('W dniu 2.11.2026 o 10:15, Jan pisze:\n> Kiedy?\nJutro.'),
    'W dniu 2.11.2026 o 10:15, Jan pisze:\n> Kiedy?\nJutro.',
  )
  t.end()
})

await t.test('nothing stays nothing', (t) => {
  for (const body of ['', '  \n ', '<p> </p>', '<div><br></div>']) t.equal(replyText(body), '')
  t.end()
})

for (const [name, body] of [
  ['clock times', '10:15'.repeat(10_000)],
  ['words of quoting', 'napisał '.repeat(6_000)],
  ['dashes', '-'.repeat(50_000)],
  ['quoted lines', '> '.repeat(25_000)],
  ['empty quoted lines', '>\n'.repeat(25_000)],
  ['lines that look like heads', 'Od:\n'.repeat(12_000)],
  ['pieces of Apple Mail’s line', `Wiadomość napisana przez ${'10:15 '.repeat(8_000)}`],
] as const)
  await t.test(`50 000 characters of ${name} are read quickly`, (t) => {
    const begin = performance.now()
    t.match(replyText(`${body}\nkoniec`), 'koniec')
    t.ok(performance.now() - begin < 2000, `${Math.round(performance.now() - begin)} ms`)
    t.end()
  })
