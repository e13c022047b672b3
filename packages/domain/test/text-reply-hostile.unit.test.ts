import { deepStrictEqual, equal, ok } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { replyText } from '../src/mail/index.ts'
import { normaliseText } from '../src/text/index.ts'

const size = 50_000
const fill = (piece: string): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size)

// Typical times are below 0.5 s; what grows with the square of the length takes 10 s and more.
for (const [name, body] of [
  ['quotes of Gmail', fill('<div class="gmail_quote"></div>')],
  ['quotes of Gmail in each other', fill('<div class="gmail_quote"><blockquote>a')],
  ['quotes side by side', fill('<blockquote>a</blockquote>')],
  ['signatures', fill('<div class="signature">a</div>')],
  ['signatures in each other', fill('<div class="signature">a<br>')],
  ['history that never comes', fill('<div id="appendonsend"></div>')],
  ['links', fill('<a href="https://example.com">a</a>')],
  ['links never closed', fill('<a href="https://example.com">a ')],
  ['one long link', `<a href="https://example.com/${'%'.repeat(size)}">https://example.com/${'%'.repeat(size)}</a>`],
  ['addresses in plain text', fill('a <https://example.com/a> ')],
  ['one long word before addresses', `${'a'.repeat(size / 2)}${'<https://a>'.repeat(2000)}`],
  ['items', `<ol>${fill('<li>a')}`],
  ['lists in each other', fill('<ol><li>a<br>')],
  ['rows', `<table>${fill('<tr><td>a<td>b')}`],
  ['tables in each other', fill('<table><tr><td>a<td>b')],
  ['paragraphs', fill('<p>a')],
  ['paragraphs without text', fill('<p><br></p>')],
  ['breaks', fill('<br>')],
  ['empty blocks', fill('<div></div>')],
  ['styles of many parts', `<p style="${fill('a:b;')}">a</p>`],
  ['delimiters of signatures', fill('--\n')],
  ['heads of Outlook', fill('Od: a\nWysłano: 1\n')],
  ['lines that lead in', fill('W dniu 2.11.2026 o 10:15 a@b\n')],
  ['lines that lead in and quotes', fill('W dniu 2.11.2026 o 10:15 a@b napisał(a):\n> a\n')],
  ['lines of separation', fill('--- Oryginalna wiadomość\n> a\n')],
  ['one long line of separation', `--${'- '.repeat(size)}`],
  ['hard blanks', fill('&nbsp;')],
  ['blanks and joiners', fill('\u00a0\u200c\u200d ')],
  ['layers of escaped tags', fill('&amp;lt;p&amp;gt;')],
  ['escaped tags in tags', `<p>${fill('&lt;p&gt;a&lt;/p&gt;')}</p>`],
  ['emoji as pictures', fill('<img alt="😀😀😀😀😀😀">')],
] as const)
  await t.test(`50 000 characters of ${name} are read quickly`, (t) => {
    const begin = performance.now()
    t.match(replyText(`${body}\n<br>koniec`), 'koniec')
    t.ok(performance.now() - begin < 4000, `${Math.round(performance.now() - begin)} ms`)
    t.end()
  })

const runs = { numRuns: 1000 }
const word = fc.constantFrom('kubek', 'talerz', 'zażółć', '129,90 zł', '<3', 'a<b', '👍🏽', 'https://example.com/a?b=1')
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const sentence = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))
const styled = fc
  .tuple(sentence, fc.constantFrom('b', 'i', 'span style="color:red"', 'font face="Arial"', 'mark', 'u'))
  .map(([text, tag]) => ({ text, html: `<${tag}>${escaped(text)}</${tag.split(' ')[0] ?? tag}>` }))
const blocks = fc.array(
  fc
    .tuple(styled, fc.constantFrom('p', 'div', 'h2', 'p class="MsoNormal"', 'li', 'td', 'center'))
    .map(([{ text, html }, tag]) => ({ text, html: `<${tag}>${html}</${tag.split(' ')[0] ?? tag}>` })),
  { minLength: 1, maxLength: 6 },
)
const words = (text: string): string[] =>
  text.split(/\s+/).filter((word) => word !== '' && word !== '-' && word !== '|')

await t.test('of what an agent wrote, each word arrives once and in order', (t) => {
  fc.assert(
    fc.property(blocks, (list) => {
      const text = replyText(list.map(({ html }) => html).join('\n'))
      deepStrictEqual(words(text), words(list.map(({ text }) => text).join(' ')))
      ok(!text.includes('\n\n\n'))
      equal(text, text.trim())
    }),
    runs,
  )
  t.end()
})

await t.test('under what an agent wrote, the quote of any mail program is cut', (t) => {
  const quotes = fc.constantFrom(
    '<div class="gmail_quote"><div class="gmail_attr">pon., 2 lis 2026 o 10:15 Jan &lt;jan@example.com&gt; napisał(a):</div><blockquote>CYTAT</blockquote></div>',
    '<div class="moz-cite-prefix">W dniu 2.11.2026 o 10:15, Jan pisze:</div><blockquote type="cite">CYTAT</blockquote>',
    '<div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>Od:</b> Jan<br><b>Wysłane:</b> 2.11.2026 10:15</div>CYTAT',
    '<p class="MsoNormal"><b>Od:</b> Jan<br><b>Wysłano:</b> 2.11.2026 10:15<br><b>Do:</b> Sklep<br><b>Temat:</b> CYTAT</p>CYTAT',
    '<div class="yahoo_quoted"><div>W dniu 2.11.2026 użytkownik Jan napisał:</div>CYTAT</div>',
    '<br>-----Original Message-----<br>CYTAT',
    '<blockquote type="cite"><div>Wiadomość napisana przez Jan w dniu 2 lis 2026, o godz. 10:15:</div>CYTAT</blockquote>',
  )
  fc.assert(
    fc.property(blocks, quotes, (list, quote) => {
      const own = list.map(({ html }) => html).join('')
      equal(normaliseText(replyText(own + quote)), normaliseText(replyText(own)))
    }),
    runs,
  )
  t.end()
})

await t.test('nothing makes it throw', (t) => {
  const junk = fc.constantFrom(
    '<table>',
    '<tr>',
    '<td>',
    '</td>',
    '<ul>',
    '<ol start="x" type="i">',
    '<li value="99999">',
    '</ol>',
    '<blockquote type="cite">',
    '</blockquote>',
    '<div class="gmail_quote">',
    '<div class="signature">',
    '</div>',
    '<a href="mailto:%E0%A4%A">',
    '<a href="https://%">',
    '</a>',
    '<sup>2</sup>',
    '<pre>',
    '<img alt="😀">',
    '\uE000\uE003\uE004',
    '&#xE005;',
    '\uD800',
    '-- \n',
    '> a\n',
    'Od: a\nWysłano: 1\n',
    'W dniu 2.11.2026 10:15 Jan napisał(a):\n',
    'tekst ',
    '&lt;p&gt;',
    '\u0000',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(junk, fc.string({ unit: 'binary' })), { maxLength: 40 }), (list) => {
      const text = replyText(list.join(''))
      ok(!/\p{Surrogate}/u.test(text))
      ok(!/[\uE000-\uE006]/.test(text))
    }),
    runs,
  )
  t.end()
})
