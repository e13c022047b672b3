import t from 'tap'
import { readErrorText, withoutSecrets } from '../src/error-text.ts'
import { shortMessage } from '../src/index.ts'
import { looksLikeHtml, parseJson } from '../src/json.ts'
import { decodeText } from '../src/text.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const message = (text: string): string | undefined => readErrorText(bytes(text), undefined).message

t.test('every known error body gives a sentence for people', (t) => {
  t.equal(
    message('{"errors":[{"code":"message_input","message":"Required part is not present."}]}'),
    'message_input: Required part is not present.',
  )
  t.equal(message('{"message":"Thread not found","status":404}'), 'Thread not found')
  t.equal(message('{"code":401,"message":"Unauthorized, no key"}'), 'Unauthorized, no key')
  t.equal(
    message('{"errors":[{"field":"body","message":"too short"},{"message":"second"}]}'),
    'body: too short; second',
  )
  t.equal(
    message('<html><head><title> 502 Bad Gateway </title></head></html>'),
    'an HTML page titled "502 Bad Gateway"',
  )
  t.equal(message('<h1>Przerwa</h1>'), 'an HTML page')
  t.equal(message('upstream timed out'), 'upstream timed out')
  t.equal(message('["strange"]'), undefined)
  t.equal(message('{"errors":"none"}'), undefined)
  t.equal(message(''), undefined)
  t.same(readErrorText(bytes('{"request_id":"65f0","errors":[{"message":"No ticket.","code":123}]}'), undefined), {
    message: '123: No ticket.',
    requestId: '65f0',
  })
  t.end()
})

t.test('a secret echoed by the other side does not get through, in any of its forms', (t) => {
  const secret = 'klucz "1/2"'
  const echo = `a ${secret} b ${JSON.stringify(secret)} c ${encodeURIComponent(secret)}`
  t.notMatch(withoutSecrets(echo, [secret]), /klucz/)
  t.equal(withoutSecrets('Dzień dobry, kied… is too long', ['Dzień dobry, kiedy dotrze paczka?']), '[…]… is too long')
  t.equal(withoutSecrets('key key-1 key-1', ['key-1']), 'key […] […]')
  t.equal(withoutSecrets('a of b', ['of']), 'a of b', 'very short texts would blank out words')
  t.end()
})

t.test('messages are one line of at most 300 characters and whole characters', (t) => {
  t.equal(shortMessage(' a\n\tb\u0000c '), 'a b c')
  t.equal(shortMessage('x'.repeat(301)).length, 300)
  const cut = shortMessage('😀'.repeat(200))
  t.ok(cut.length <= 300)
  t.equal(Buffer.from(cut).toString(), cut, 'no half of a surrogate pair is left')
  t.end()
})

t.test('parsed strings can always be stored', (t) => {
  t.same(parseJson('{"a":"x\\u0000y","b":["\\ud800"],"c":"\\ud83d\\ude00"}'), {
    a: 'xy',
    b: ['\ufffd'],
    c: '😀',
  })
  t.end()
})

t.test('a page is told from JSON by its type or its first character', (t) => {
  t.equal(looksLikeHtml('Przerwa', 'text/html; charset=utf-8'), true)
  t.equal(looksLikeHtml('\ufeff [{}]', 'text/html'), false, 'the type that PHP gives to everything')
  t.equal(looksLikeHtml('\n <!DOCTYPE html>', 'application/json'), true)
  t.equal(looksLikeHtml('{"a":"<b>"}', 'application/json'), false)
  t.end()
})

t.test('text is decoded as its mark or else its label says, and in no other way', (t) => {
  const decoded = (numbers: number[], type?: string): unknown => decodeText(Uint8Array.from(numbers), type)
  t.same(decoded([0xb1, 0xea], 'application/json; charset=ISO-8859-2'), { text: 'ąę' })
  t.same(decoded([0xb9, 0xea], 'text/plain;charset="windows-1250"'), { text: 'ąę' })
  t.same(decoded([0xc4, 0x85], 'application/json'), { text: 'ą' })
  t.same(decoded([0xef, 0xbb, 0xbf, 0xc4, 0x85], 'application/json; charset=iso-8859-2'), { text: 'ą' }, 'a mark wins')
  t.same(decoded([0xff, 0xfe, 0x05, 0x01]), { text: 'ą' })
  t.same(decoded([0xfe, 0xff, 0x01, 0x05]), { text: 'ą' })
  t.same(decoded([0xb1], 'application/json; charset=x-unknown'), { unknown: 'x-unknown' })
  t.end()
})

t.test('a label that the bytes contradict is wrong', (t) => {
  const decoded = (bytes: Uint8Array, type?: string): unknown => decodeText(bytes, type)
  const text = 'Zażółć'
  const latin = Buffer.from([0x5a, 0x61, 0xbf, 0xf3, 0xb3, 0xe6])
  for (const label of ['ISO-8859-1', 'windows-1250', 'x-unknown', "'utf-8'", 'utf-8, application/json'])
    t.same(decoded(Buffer.from(text), `application/json; charset=${label}`), { text }, label)
  for (const type of [undefined, 'application/json', 'application/json; charset=utf-8'])
    t.same(decoded(latin, type), { text, isGuess: true }, 'no letter of UTF-8 in it')
  t.same(decoded(latin, "application/json; charset='windows-1250'"), { text })
  const cut = Buffer.concat([Buffer.from(text), Buffer.from([0xc5])])
  t.same(decoded(cut, 'application/json'), { text: `${text}\ufffd` }, 'one that is cut stays UTF-8')
  t.same(decoded(Buffer.from(text, 'utf16le'), 'application/json; charset=utf-16le'), { text })
  t.end()
})

t.test('several marks before a document are none of it', (t) => {
  t.same(parseJson('\ufeff\ufeff\n{"a":1}'), { a: 1 })
  t.end()
})
