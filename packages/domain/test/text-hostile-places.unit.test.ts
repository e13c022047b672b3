import t from 'tap'
import { messageText, readReply } from '../src/mail/index.ts'
import { normaliseText } from '../src/text/index.ts'
import { benignMail, fill } from './support/hostile-mails.ts'

/** What stands around the same piece, thousands of times: rules look at each place in their own way. */
const places: Readonly<Record<string, readonly [string, string]>> = {
  'a text': ['', ''],
  'a cell': ['<table><tr><td>', '</td><td>c</td></tr></table>'],
  'lines in a cell': ['<table><tr><td><pre>', '</pre></td><td>c</td></tr></table>'],
  'an item': ['<ul><li><pre>', '</pre></li></ul>'],
  'a quote': ['<blockquote type="cite"><pre>', '</pre></blockquote>'],
  'a signature': ['<div class="signature"><pre>', '</pre></div>'],
  'a quote of Gmail': ['<div class="gmail_quote"><pre>', '</pre></div>'],
  'a label': ['<b>', '</b>: x'],
  'a link': ['<a href="https://a.pl">', '</a>'],
  'an address': ['<a href="', '">x</a>'],
  'an item of Word': ['<p style="mso-list:l0 level1 lfo1">', '</p>'],
  'a line that leads in': ['W dniu 2.11.2026 o 10:15 ', ' napisał:\n> a'],
  'a line of separation': ['-----', '-----'],
  'a picture': ['<img src="a" alt="', '">'],
}

const pieces = [
  '\n',
  ' ',
  '\t',
  '\r\n',
  '\u2028',
  '\u00a0',
  '<br>',
  '&nbsp;\n',
  '-',
  '- ',
  '--\n',
  '>',
  '> ',
  '* ',
  '1. ',
]
pieces.push('a:', 'a@', '&', '|', '[', '//', '\ue003', '\u200b', '\u2800')

const length = 30_000
// A rule that began anew at each sign of a cell cost 140 times as much, the dearest of the others 8 times.
const mostTimes = 30

let measured = 0
/** Another text each time: one that was converted before is remembered. */
function timeOf(mail: string): number {
  const body = `${mail} koniec ${++measured}`
  const begin = performance.now()
  readReply(body)
  messageText(body)
  normaliseText(body)
  return performance.now() - begin
}

const benign = benignMail(length)
timeOf(benign)
const usual = Math.min(...[1, 2, 3].map(() => timeOf(benign)))

for (const [place, [before, after]] of Object.entries(places))
  await t.test(`whatever fills ${place}, it is read about as quickly as what people write`, (t) => {
    for (const piece of pieces) {
      const mail = before + fill(piece, length) + after
      // Other work on the machine may have held up one.
      const isQuick = [1, 2, 3].some(() => timeOf(mail) < usual * mostTimes)
      t.ok(isQuick, encodeURIComponent(piece))
    }
    t.end()
  })
