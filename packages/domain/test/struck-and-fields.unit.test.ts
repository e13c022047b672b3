import t from 'tap'
import { messageText, readReply } from '../src/mail/index.ts'
import { requestReply } from '../src/replies/index.ts'
import { commentText } from '../src/tickets/index.ts'
import { commentSubject } from '../src/effects/index.ts'
import { givenConversation } from './support/scenario.ts'
import { message, received, ref, reply, settings } from './support/samples.ts'

const struck = [
  { body: 'Cena <s>120 zł</s> 99 zł', buyer: 'Cena 99 zł', agent: 'Cena [przekreślone: 120 zł] 99 zł' },
  { body: '<p>Wyślemy <del>jutro</del> dziś</p>', buyer: 'Wyślemy dziś', agent: 'Wyślemy [przekreślone: jutro] dziś' },
  { body: '<p><strike>A <s>B</s></strike> C</p>', buyer: 'C', agent: '[przekreślone: A B] C' },
  {
    body: '<p>A <span style="text-decoration: underline line-through red">B</span> C</p>',
    buyer: 'A C',
    agent: 'A [przekreślone: B] C',
  },
  {
    body: '<style>td.x, .old { color: red; text-decoration-line: line-through }</style><p>A <b class="old">B</b> C</p>',
    buyer: 'A C',
    agent: 'A [przekreślone: B] C',
  },
  {
    body: '<ul><li style="text-decoration:line-through">A</li><li>B</li></ul>',
    buyer: '- B',
    agent: '- [przekreślone: A]\n- B',
  },
  {
    body: '<table><tr><td>A</td><td><s>S</s></td><td>M</td></tr></table>',
    buyer: 'A | – | M',
    agent: 'A | [przekreślone: S] | M',
  },
  { body: 'A<div style="text-decoration:line-through">B</div>C', buyer: 'A\nC', agent: 'A\n[przekreślone:\nB\n]\nC' },
  {
    body: '<a href="https://a.pl"><s>120</s> 99</a>',
    buyer: '99 (https://a.pl)',
    agent: '[przekreślone: 120] 99 (https://a.pl)',
  },
]

await t.test('what is struck out no buyer takes for valid, and agents read that it is', (t) => {
  for (const { body, buyer, agent } of struck) {
    t.match(readReply(body), { text: buyer, leftOut: [{ kind: 'struck' }] }, body)
    t.equal(messageText(body), agent, body)
  }
  t.end()
})

await t.test('what only looks as if it were struck out stays', (t) => {
  for (const body of ['<s style="text-decoration:none">A</s>', '<u>A</u>', '<s><br></s>A', '<p class="s">A</p>'])
    t.match(readReply(body), { text: 'A', leftOut: [] }, body)
  t.equal(readReply('~~120 zł~~ 99 zł').text, '~~120 zł~~ 99 zł', 'signs that a person typed')
  t.end()
})

await t.test('an agent is told that what is struck out does not go', (t) => {
  const before = [received(message('m1'))]
  const events = requestReply(givenConversation(...before).state, reply(501, 'Cena <s>120 zł</s> 99 zł'), settings)
  const { state } = givenConversation(...before, ...events)
  const subject = commentSubject({ about: 'left-out', thuliumMessageId: 501 })
  t.match(commentText(ref, state, subject), /idzie do klienta bez: tekstu przekreślonego\./)
  const nothing = requestReply(givenConversation(...before).state, reply(502, '<s>Cena 120 zł</s>'), settings)
  t.match(nothing[1], { type: 'ReplyRefused', data: { reason: 'too-short' } }, 'nothing is left to be sent')
  t.end()
})

const fields = [
  ['<p>Kod: <input type="text" value="ABC-1"> oraz <input disabled value="X2"></p>', 'Kod: ABC-1 oraz X2'],
  ['<p>Numer <input placeholder="np. 123"></p>', 'Numer np. 123'],
  ['<input type="submit" value="Zapłać"> <input type=reset> <button>Kup</button>', 'Zapłać Wyczyść Kup'],
  ['<input type="checkbox" checked> tak <input type="radio"> nie', '☑ tak ○ nie'],
  ['<label>Adres <textarea rows="2">Prosta 1\nWarszawa</textarea></label> koniec', 'Adres\nProsta 1\nWarszawa\nkoniec'],
  ['<select name="r"><option>S</option><option selected>M</option></select> ok', 'M ok'],
  ['<select><option label="Mały">S<option>M</select> ok', 'Mały ok'],
  ['<select multiple><optgroup label="x"><option>A<option>B</optgroup></select> ok', 'A, B ok'],
  // Words in a list that are in none of its options.
  ['<select><option>A</option><p>B</p></select> ok', 'A\n\nB\n\nok'],
  ['<select><option>A</select><select><option>B<br>ok', 'A <option>B\nok'],
  ['<p>A <input type="hidden" value="x"><input type="password" value="y"> B</p>', 'A B'],
] as const

await t.test('what fields of a form show is text', (t) => {
  for (const [body, text] of fields) {
    t.equal(readReply(body).text, text, body)
    t.equal(messageText(body), text, body)
  }
  t.match(readReply(fields[5][0]).leftOut, [{ kind: 'hidden' }], 'what could have been chosen')
  t.equal(messageText('<select> i <textarea> oraz <option>'), '<select> i <textarea> oraz <option>', 'words')
  t.end()
})

await t.test('a colour that shows nothing hides, and so pictures are told wherever they come from', (t) => {
  for (const color of ['rgba(0,0,0,0)', 'rgb(0 0 0 / 0%)', '#fff0', '#00000000', 'hsla(0, 0%, 0%, 0.0)'])
    t.match(readReply(`<p>Tak.</p><p style="color:${color}">ukryte</p>`), {
      text: 'Tak.',
      leftOut: [{ kind: 'hidden' }],
    })
  for (const color of ['rgb(0,0,0)', 'rgb(255, 0, 0)', 'rgba(0,0,0,0.5)', '#000', '#000000', 'rgb(0 0 0)', '#f00'])
    t.equal(readReply(`<p>Tak.</p><p style="color:${color}">widać</p>`).text, 'Tak.\n\nwidać', color)
  for (const picture of ['<img data-src="a.png">', '<table><tr><td background="a.png"></td></tr></table>'])
    t.match(readReply(`<p>Tak.</p>${picture}`).leftOut, [{ kind: 'picture' }], picture)
  t.end()
})

await t.test('however many elements stand before them, words are words', (t) => {
  const empty = '<i></i>'.repeat(1_500)
  const numbered = Array.from({ length: 1_200 }, (_, place) => `<i>nr${place}</i> `).join('')
  t.match(readReply(`<select><option>${numbered}koniec</option></select>`).text, /nr1199 koniec$/, 'of an option')
  const hidden = readReply(`<p>Tak.</p><div style="display:none">${empty}ukryte</div>`)
  t.match(hidden, { text: 'Tak.', leftOut: [{ kind: 'hidden' }] })
  const sheet = readReply(`<style>.x{display:none}</style><p>Tak.</p><div class="x">${empty}ukryte</div>`)
  t.match(sheet, { text: 'Tak.', leftOut: [{ kind: 'hidden' }] }, 'by a style sheet')
  t.match(readReply(`<p>Tak.</p><s>${empty}nie</s>`), { text: 'Tak.', leftOut: [{ kind: 'struck' }] })
  t.end()
})

await t.test('items of a list that are hidden are told', (t) => {
  t.match(readReply('<ul><li>A</li><li style="display:none">B</li></ul>'), {
    text: '- A',
    leftOut: [{ kind: 'hidden' }],
  })
  t.end()
})

await t.test('signs of a font are no marks of ours', (t) => {
  for (const sign of ['&#xE004;', '&#57348;', '&#xe006;', '\uE004', '&amp;#xE004;', '&#x00E010;'])
    t.match(
      readReply(`<p>Ala</p><p><i class="material-icons">${sign}</i> Wyślemy jutro</p><p>Dalej</p>`),
      { text: 'Ala\n\nWyślemy jutro\n\nDalej', leftOut: [] },
      sign,
    )
  t.end()
})

await t.test('the mark of a signature needs somebody below it', (t) => {
  for (const body of [
    'Kwota zwrotu\n-- \n120,00 zł',
    'Kod rabatowy\n-- \nRABAT-2026',
    'Numer paczki\n-- \n520000012345678901234567',
    'Rozmiary\n-- \nS: 12\nM: 14\nL: 16',
    'Termin\n-- \n12.11.2026\ngodz. 10:00',
  ])
    t.match(readReply(body), { text: body.replace('-- \n', '--\n'), leftOut: [] }, body)
  t.equal(readReply('<p>Kwota</p><p>-- <br>120,00 zł</p>').text, 'Kwota\n\n--\n120,00 zł')
  for (const below of [
    'Anna Nowak',
    'Sklep Demo\ntel. 22 000 00 00',
    'Z poważaniem\nAnna',
    'Anna\nanna@example.com',
    'www.example.com',
    '+48 600 000 000',
    'Zespół obsługi',
  ])
    t.equal(readReply(`Wyślemy jutro.\n-- \n${below}`).text, 'Wyślemy jutro.', below)
  t.equal(readReply('Zwrot\n-- \n120 zł\n-- \nAnna Nowak').text, 'Zwrot\n--\n120 zł', 'only the last one')
  t.end()
})

await t.test('an agent is told of pictures and of a rest that a ticket cannot show', (t) => {
  const told = messageText('<p>Tak wygląda:</p><img src="https://example.com/a"><p>Proszę o zwrot</p>')
  t.match(told, /^Tak wygląda:\n\nProszę o zwrot\n\n\(Są tu też obrazki/)
  t.match(messageText('<img src="cid:1">'), /^\(Są tu też obrazki/, 'also where nothing else was written')
  t.equal(messageText('<p>A</p><img src="https://example.com/o" width="1" height="1">'), 'A', 'not of dots that count')
  t.equal(
    messageText('<img src="a" alt="Kod 123">'),
    'Kod 123\n\n(Są tu też obrazki, których nie da się pokazać w zgłoszeniu: zobacz je w panelu EmpikPlace.)',
  )
  t.match(messageText('a '.repeat(600_000)), /\(Dalszej części tu nie ma: treść jest zbyt długa/)
  t.end()
})

t.test('of a drawing, people read the words that it shows', (t) => {
  const icon =
    '<svg viewBox="0 0 24 24" class="icon"><title>facebook</title><defs><g id="a"></g></defs><style>.a{fill:red}</style>' +
    '<path d="M0 0h1"/><g fill="red"><circle cx="1" cy="1" r="1"></circle></g></svg>'
  t.same(readReply(`<p>Wysłaliśmy.</p>${icon}<p>Anna</p>`), {
    text: 'Wysłaliśmy.\n\nAnna',
    leftOut: [{ kind: 'picture' }],
  })
  const map =
    '<svg width="9"><text x="1">wejście <tspan>A</tspan></text><foreignObject><p>parter</p></foreignObject></svg>'
  t.match(readReply(`<p>Mapa:</p>${map}`).text, /^Mapa:\s+wejście A parter$/)
  t.match(readReply(`<p>Mapa:</p><svg style="display:none"><symbol><text>wzór</text></symbol></svg><p>Koniec</p>`), {
    text: 'Mapa:\n\nKoniec',
    leftOut: [{ kind: 'hidden' }],
  })
  t.equal(messageText(`Dzień dobry,<br>${icon}gdzie paczka?`).includes('path'), false)
  t.equal(readReply('<p>Plik <svg/> albo &lt;path&gt;.</p>').text.replace(/\s+/g, ' '), 'Plik albo <path>.')
  t.equal(readReply('Użyj <path> i <g>').text, 'Użyj <path> i <g>', 'what a person typed stays')
  t.end()
})
