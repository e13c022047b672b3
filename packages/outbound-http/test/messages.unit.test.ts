import t from 'tap'
import { readErrorText, withoutSecrets } from '../src/error-text.ts'
import { shortMessage } from '../src/index.ts'
import { looksLikeHtml, parseJson } from '../src/json.ts'

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
  t.same(parseJson(bytes('{"a":"x\\u0000y","b":["\\ud800"],"c":"\\ud83d\\ude00"}')), {
    a: 'xy',
    b: ['\ufffd'],
    c: '😀',
  })
  t.same(parseJson(bytes('\ufeff{"a":1}')), { a: 1 }, 'a byte order mark is skipped')
  t.end()
})

t.test('a page is told from JSON by its type or its first character', (t) => {
  t.equal(looksLikeHtml(bytes('{}'), 'text/html; charset=utf-8'), true)
  t.equal(looksLikeHtml(bytes('\n <!DOCTYPE html>'), 'application/json'), true)
  t.equal(looksLikeHtml(bytes('{"a":"<b>"}'), 'application/json'), false)
  t.end()
})
