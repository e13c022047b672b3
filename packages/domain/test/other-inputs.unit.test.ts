import t from 'tap'
import { messageText, readReply } from '../src/mail/index.ts'
import { shownFileName } from '../src/text/file-name.ts'

const seen = '<p>Dzień dobry, wysłaliśmy.</p>'

t.test('hidden is what no reader sees, however a template says so', (t) => {
  for (const hidden of [
    '<div style="color:transparent">x</div>',
    '<div style="transform:scale(0)">x</div>',
    '<div style="position:absolute;clip-path:inset(50%)">x</div>',
    '<span style="position:absolute;width:1px;height:1px;overflow:hidden">x</span>',
    '<div style="content-visibility:hidden">x</div>',
    '<div style="font:0/0 a">x</div>',
    '<sup style="display:none">x</sup>',
    '<style>.ph { display: none !important; }</style><div class="a ph">x</div>',
    '<style type="text/css"><!--\n/* a */ #pre, td.ph{mso-hide:all}\n--></style><span id="pre">x</span>',
  ])
    t.match(readReply(`${hidden}${seen}`), { text: 'Dzień dobry, wysłaliśmy.', leftOut: [{ kind: 'hidden' }] }, hidden)
  t.end()
})

t.test('what is hidden on some screens only, or shown all the same, stays', (t) => {
  for (const shown of [
    '<style>@media (max-width:600px){.d{display:none}}</style><div class="d">Dzień dobry</div>',
    '<style>.d .e{display:none}</style><div class="e">Dzień dobry</div>',
    '<style>.d{display:none}</style><div class="d" style="display:block">Dzień dobry</div>',
    '<style>.d{display:block}</style><div class="d">Dzień dobry</div>',
    '<div style="width:1px;height:1px">Dzień dobry</div>',
    '<div style="font:12px/1.5 Arial">Dzień dobry</div>',
  ])
    t.equal(readReply(shown).text, 'Dzień dobry', shown)
  t.end()
})

t.test('a condition that only Outlook knows is never shown', (t) => {
  for (const body of [
    '<!--[if !mso]><!--><p>Treść</p><!--<![endif]-->',
    '<!--[if gte mso 9]><!-- --><p>Treść</p><!-- <![endif]-->',
  ])
    t.equal(readReply(body).text, 'Treść')
  t.end()
})

t.test('a tag that is broken over lines is a tag', (t) => {
  const body = 'Etykieta <a\nhref="https://example.com/x"\n target="_blank"\n>tutaj</a>,\nproszę <b\n>dziś</b>'
  for (const text of [readReply(body).text, messageText(body)])
    t.equal(text, 'Etykieta tutaj (https://example.com/x),\nproszę dziś')
  t.end()
})

t.test('what a text cannot show is told, whatever shows it', (t) => {
  for (const shown of [
    '<video src="x.mp4" controls></video>',
    '<iframe src="https://example.com/film" allowfullscreen></iframe>',
    '<object data="x.pdf"></object>',
    '<embed src="x.pdf">',
    '<svg width="100"></svg>',
    '<v:shape><v:imagedata src="cid:1"/></v:shape>',
    '<img srcset="a.png 2x">',
    '<input type="image" src="cid:1">',
  ])
    t.match(readReply(`<p>Zobacz</p>${shown}`), { text: 'Zobacz', leftOut: [{ kind: 'picture' }] }, shown)
  for (const placeholder of ['[cid:image001.png@01DA.ABCD]', '[image: zrzut 1.png]', '\uFFFC'])
    t.match(
      readReply(`Proszę kliknąć:\n\n${placeholder}\n\nDziękuję`),
      { text: 'Proszę kliknąć:\n\nDziękuję', leftOut: [{ kind: 'picture' }] },
      placeholder,
    )
  t.equal(readReply('Wybierz [image: mały] albo [cid]').text, 'Wybierz [image: mały] albo [cid]')
  t.end()
})

t.test('an address is shown in any scheme; one that only the writer can open is told', (t) => {
  for (const [href, text] of [
    ['//example.com/x', 'Klik (https://example.com/x)'],
    ['whatsapp://send?phone=48601222333', 'Klik (whatsapp://send?phone=48601222333)'],
    ['geo:52.2,21.0', 'Klik (geo:52.2,21.0)'],
    ['#dalej', 'Klik'],
  ] as const)
    t.match(readReply(`<a href="${href}">Klik</a>`), { text, leftOut: [] }, href)
  for (const href of ['file:///C:/faktura.pdf', 'cid:1', 'data:text/plain,x'])
    t.match(readReply(`<a href="${href}">Faktura</a>`), { text: 'Faktura', leftOut: [{ kind: 'link' }] }, href)
  t.equal(
    readReply('<a href="https://example.com/e"><img src="cid:1" alt="Pobierz etykietę"></a>').text,
    'Pobierz etykietę (https://example.com/e)',
  )
  t.end()
})

t.test('what has no shape is gone in all of Unicode, what shapes others stays', (t) => {
  for (const code of [
    0xad, 0x34f, 0x61c, 0x115f, 0x17b4, 0x180e, 0x200b, 0x200d, 0x200e, 0x202d, 0x2060, 0x206a, 0x3164, 0xfe00, 0xfe0f,
    0xfeff, 0xffa0, 0xfff9, 0x1d173, 0xe0020, 0xe0100,
  ]) {
    const sign = String.fromCodePoint(code)
    for (const text of [readReply, (body: string) => ({ text: messageText(body) })].map(
      (read) => read(`Tel: ${sign}601 222 333${sign}, kod ${sign}12-345${sign}`).text,
    ))
      t.equal(text, 'Tel: 601 222 333, kod 12-345', code.toString(16))
    t.equal(shownFileName(`${sign}faktura 12${sign}.pdf`), 'faktura 12.pdf', code.toString(16))
  }
  for (const kept of [
    '1️⃣ #️⃣ ❤️ ‼️ ☎️',
    '👨‍👩‍👧 🏳️‍🌈 👍🏽 🇵🇱',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    'क्‍ष می‌خواهم',
  ])
    t.equal(readReply(`tak ${kept}`).text, `tak ${kept}`)
  t.end()
})
