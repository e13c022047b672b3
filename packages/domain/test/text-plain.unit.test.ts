import t from 'tap'
import { normaliseText, toPlainText } from '../src/text/index.ts'

const check = (name: string, cases: readonly (readonly [body: string, text: string])[]) =>
  t.test(name, (t) => {
    for (const [body, text] of cases) t.equal(toPlainText(body), text, body.slice(0, 60))
    t.end()
  })

await check('what a person types with a < survives, as plain text and next to markup', [
  ['cena < 50 zł', 'cena < 50 zł'],
  ['kocham <3', 'kocham <3'],
  ['a<b i c>d', 'a<b i c>d'],
  ['<3 dziękuję<br />cena <50 zł', '<3 dziękuję\ncena <50 zł'],
  ['<p>jeśli a<b, to <b>nie</b> x<y</p>', 'jeśli a<b, to nie x<y'],
  ['<p>1 < 2</p><p>3 > 2</p>', '1 < 2\n\n3 > 2'],
  ['mail <jan@example.com> <br>', 'mail <jan@example.com>'],
  ['<Zamówienie> i <numer zamówienia>', '<Zamówienie> i <numer zamówienia>'],
  ['<', '<'],
  ['<<<', '<<<'],
  ['a <br', 'a <br'],
])

await check('markup becomes lines', [
  ['a<br />b<BR>c<br/>d', 'a\nb\nc\nd'],
  ['<div>a</div><div>b</div>', 'a\nb'],
  ['<p>a</p><p>b</p>', 'a\n\nb'],
  ['<ul><li>a</li><li>b</li></ul>', '* a\n * b'],
  ['<h1>Tytuł</h1>treść', 'Tytuł\n\ntreść'],
  ['<a href="https://example.com/x">tu</a>', 'tu [https://example.com/x]'],
  ['<a href="https://example.com">https://example.com</a>', 'https://example.com'],
  ['<p>a<img src="cid:1" alt="logo">b</p>', 'ab'],
  ['<p title="1 > 2">a</p>', 'a'],
  ['<table><tr><td nowrap>a</td></tr></table>b<br clear="all" / >c', 'a\n\nb\nc'],
  ['<p class=MsoNormal style=\'font-family:"Calibri"\'>a<a href="x"class="y">tu</a></p>', 'atu [x]'],
  ['<title>Poczta</title><p>a</p>', 'a'],
])

await check('line ends, blanks and empty lines are tidied', [
  ['a\r\nb\rc', 'a\nb\nc'],
  ['a  \t\nb \n\n\n\n\nc', 'a\nb\n\nc'],
  ['\n \n a \n \n', 'a'],
  ['  a\n    b', 'a\n    b'],
])

await check('entities are decoded once, whether or not there is markup', [
  ['Tom &amp; Ania', 'Tom & Ania'],
  ['za&#380;&#xF3;&#322;&#x107; &bdquo;kot&rdquo;', 'zażółć „kot”'],
  ['<p>Tom &amp; Ania&nbsp;&lt;3</p>', 'Tom & Ania\u00a0<3'],
  ['&lt;br /&gt;', '<br />'],
  ['AT&T & spółka', 'AT&T & spółka'],
  ['&amp;amp;', '&amp;'],
])

await check('emoji and letters beyond the first plane survive', [
  ['Dziękuję 👍🏽 👨‍👩‍👧 🇵🇱', 'Dziękuję 👍🏽 👨‍👩‍👧 🇵🇱'],
  ['<p>Dziękuję 👍🏽</p>', 'Dziękuję 👍🏽'],
  ['&#128512;', '😀'],
])

await check('what Outlook writes becomes what its reader saw', [
  [
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm} --></style>' +
      '<!--[if gte mso 9]><xml><o:shapedefaults v:ext="edit"/></xml><![endif]--></head><body lang="PL">' +
      '<div class="WordSection1"><p class="MsoNormal">Dzień dobry,<o:p></o:p></p>' +
      '<p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal">Wysyłamy jutro.</p></div></body></html>',
    'Dzień dobry,\n\nWysyłamy jutro.',
  ],
  ['<p>Lista:</p><p><![if !supportLists]>· <![endif]>kubek</p>', 'Lista:\n\n· kubek'],
  ['<?xml:namespace prefix = o ns = "urn:x" /><p>a</p>', 'a'],
])

await check('what Gmail writes becomes what its reader saw', [
  [
    '<div dir="ltr">Dzień dobry,<div><br></div><div>wysyłamy <b>jutro</b>.</div></div>',
    'Dzień dobry,\n\nwysyłamy jutro.',
  ],
  ['<div dir="ltr"><span style="color:rgb(0,0,0)">a</span><wbr>b</div>', 'a<wbr>b'],
])

await check('tags that are never closed, or never opened, lose nothing', [
  ['<i>niedomknięte', 'niedomknięte'],
  ['<div><b>a <p>b', 'a\n\nb'],
  ['ala </b> ma </div> kota', 'ala ma kota'],
  ['ala <style> ma <br> kota', 'ala <style> ma\nkota'],
  ['ala <!-- ma <br> kota', 'ala <!-- ma\nkota'],
  ['ala <script> ma <br> kota', 'ala <script> ma\nkota'],
  ['<p>ala <textarea> ma kota', 'ala <textarea> ma kota'],
  ['ala <title> ma <br> kota', 'ala <title> ma\nkota'],
  ['<a href="x>ala</a> ma <b>kota</b>', '<a href="x>ala ma kota'],
  ["<a href='x>ala</a> ma kota, 'tak'", "<a href='x>ala ma kota, 'tak'"],
  ['ala <style a="> ma </style> kota', 'ala <style a="> ma kota'],
])

await t.test('a nest too deep to lay out keeps its words', (t) => {
  const quoted = '> '.repeat(8)
  for (const [name, text] of [
    ['div', 'a < b\nkoniec'],
    ['b', 'a < b\nkoniec'],
    ['blockquote', `${quoted}a < b\n${quoted}koniec`],
    ['ul', 'a < b\n\nkoniec'],
  ] as const)
    t.equal(toPlainText(`${`<${name}>`.repeat(150)}a &lt; b<br>koniec`), text, name)
  t.end()
})

await t.test('an inline picture of half a megabyte does not push the text out', (t) => {
  const picture = `<img src="data:image/png;base64,${'A'.repeat(500_000)}">`
  t.equal(toPlainText(`<p>przed</p>${picture}<p>po</p>`), 'przed\n\npo')
  t.end()
})

const size = 50_000
const fill = (piece: string): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size - 6)

// Typical times are below 0.3 s; what grows with the square of the length takes 10 s and more.
for (const [name, body] of [
  ['plain words', fill('ala ma kota ')],
  ['blanks', ' '.repeat(size - 10) + 'x'],
  ['hard blanks next to a tag', `<b>a</b>${'\u00a0'.repeat(size)}x`],
  ['lines of blanks', fill(' \n')],
  ['<', fill('<')],
  ['< next to a tag', `<br>${fill('<')}`],
  ['unclosed tags', fill('<div>')],
  ['closed tags', '<div>'.repeat(4500) + '</div>'.repeat(4500)],
  ['tags closed by others', '<b>'.repeat(8000) + '</i>'.repeat(6000)],
  ['lists', fill('<ul><li>')],
  ['tables', fill('<table><tr><td>')],
  ['quotes', fill('<blockquote>')],
  ['attributes of many tags', fill('<a x=" ')],
  ['titles', `<b>${fill('<title>')}`],
  ['comments', `<b>${fill('<!--')}`],
  ['style sheets', `<b>${fill('<style>')}`],
  ['attributes', `<a ${fill('x="" ')}`],
  ['blanks in a tag', `<a ${' '.repeat(size)}`],
  ['slashes in a tag', `<br ${fill('/ ')}`],
  ['tags in tags', fill('<a <a ')],
  ['entities', fill('&amp;')],
  ['layers of escaping', `&${fill('amp;')}`],
  ['numbers of entities', fill('&#')],
] as const)
  await t.test(`50 000 characters of ${name} are read quickly and to the end`, (t) => {
    const begin = performance.now()
    t.match(toPlainText(`${body}koniec`), /koniec$/)
    normaliseText(`${body}koniec`)
    t.ok(performance.now() - begin < 4000, `${Math.round(performance.now() - begin)} ms`)
    t.end()
  })

const same = (name: string, ...bodies: string[]) =>
  t.test(`compared as equal: ${name}`, (t) => {
    for (const body of bodies) t.equal(normaliseText(body), normaliseText(bodies[0] ?? ''))
    t.end()
  })

await same('a letter with its accent and a letter and an accent', 'zażółć gęślą', 'zażółć gęślą'.normalize('NFD'))
await same('lines and <br />', 'a\nb\n\nc', 'a<br />b<br /><br />c', '<p>a<br>b</p><p>c</p>', 'a\r\nb\r\n\r\nc')
await same('blanks of every kind', 'a b', ' a  b ', 'a\u00a0b', 'a&nbsp;b', 'a\u200bb', 'a\tb', '<p>a\u200bb</p>')
await same('as sent and escaped', 'a < b & "c" <3', 'a &lt; b &amp; &quot;c&quot; &lt;3')
await same('markup as sent and escaped', 'pole <b>kod</b>', 'pole &lt;b&gt;kod&lt;/b&gt;')
await same('entities as sent and escaped', 'znak &nbsp; tu', 'znak &amp;nbsp; tu', 'znak tu')

await t.test('compared as different: other letters, other case, other order', (t) => {
  t.not(normaliseText('Tak'), normaliseText('tak'))
  t.not(normaliseText('żółć'), normaliseText('zolc'))
  t.not(normaliseText('a b'), normaliseText('b a'))
  t.not(normaliseText('1 < 2'), normaliseText('1 > 2'))
  t.end()
})
