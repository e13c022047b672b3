import t from 'tap'
import type { Reply } from '../src/index.ts'
import { partsOf, setup } from './support.ts'
import type { Seen } from './support.ts'

const stored = { status: 201, body: { message_id: 'm-9', thread_id: 't-1' } }
const reply: Reply = {
  body: 'Dzień dobry,\npaczka jest w drodze – pozdrawiamy 😀',
  to: [{ type: 'CUSTOMER', id: 'c-1' }],
}

t.test('a reply is multipart, its text one JSON part with a content type of its own', async (t) => {
  const { client, seen } = await setup(
    (clean) => t.teardown(clean),
    () => stored,
  )
  t.match(await client.reply('t-1', { ...reply, to: [...reply.to, { type: 'OPERATOR', id: 'never' }] }), {
    outcome: 'done',
    value: { messageId: 'm-9', threadId: 't-1' },
  })
  const [request] = seen as [Seen]
  t.equal(request.method, 'POST')
  t.match(request.headers['content-type'], /^multipart\/form-data; boundary=/)
  t.equal(request.headers['content-length'], String(request.body.length))
  const [part, ...others] = partsOf(request)
  t.same(others, [])
  t.equal(part?.head, 'Content-Disposition: form-data; name="message_input"\r\nContent-Type: application/json')
  t.same(JSON.parse(part?.content.toString() ?? ''), {
    body: reply.body,
    to: [{ type: 'CUSTOMER', id: 'c-1' }, { type: 'OPERATOR' }],
  })
})

t.test('files repeat the part name, and are sent byte for byte, streamed or not', async (t) => {
  const { client, seen } = await setup(
    (clean) => t.teardown(clean),
    () => stored,
  )
  const binary = Buffer.from([0, 13, 10, 45, 45, 255, 13, 10, 13, 10])
  async function* stream(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(binary.subarray(0, 4))
    yield binary.subarray(4)
  }
  const files = [
    { name: 'faktura "1".pdf', contentType: 'application/pdf', size: binary.length, bytes: binary },
    { name: 'zdjęcie.jpg', contentType: 'image/jpeg', size: binary.length, bytes: stream() },
  ]
  t.match(await client.reply('t-1', { ...reply, files }), { outcome: 'done' })
  const [request] = seen as [Seen]
  t.equal(request.headers['content-length'], String(request.body.length))
  t.equal(request.headers['transfer-encoding'], undefined)
  const [, first, second] = partsOf(request)
  t.match(first?.head, 'name="files"; filename="faktura %221%22.pdf"')
  t.match(first?.head, 'Content-Type: application/pdf')
  t.match(Buffer.from(second?.head ?? '', 'latin1').toString(), 'name="files"; filename="zdjęcie.jpg"')
  t.ok(first?.content.equals(binary))
  t.ok(second?.content.equals(binary))
})

t.test('what breaks a documented limit is refused here and never sent', async (t) => {
  const { client, seen } = await setup(
    (clean) => t.teardown(clean),
    () => stored,
  )
  const file = { name: 'a.pdf', contentType: 'application/pdf', size: 1, bytes: new Uint8Array(1) }
  const refused: [string, Reply][] = [
    ['too short', { ...reply, body: 'ok' }],
    ['too short in whole characters', { ...reply, body: '😀😀' }],
    ['too long', { ...reply, body: 'x'.repeat(50_001) }],
    ['nobody to read it', { ...reply, to: [] }],
    ['too many files', { ...reply, files: Array.from({ length: 51 }, () => file) }],
    ['too large', { ...reply, files: [{ ...file, size: 31 * 1024 * 1024 }] }],
  ]
  for (const [name, one] of refused) {
    t.match(
      await client.reply('t-1', one),
      { outcome: 'not-done', failure: { class: 'refused', code: 'NOT_ACCEPTABLE' } },
      name,
    )
  }
  t.equal(seen.length, 0)
  t.match(await client.reply('t-1', { ...reply, body: 'x'.repeat(50_000) }), { outcome: 'done' })
  t.match(await client.reply('t-1', { ...reply, body: 'tak' }), { outcome: 'done' })
})

t.test('a reply is done only when its id was received', async (t) => {
  const unknown: [string, Parameters<typeof setup>[1]][] = [
    ['cut', () => 'cut'],
    ['silent', () => 'silent'],
    ['500', () => ({ status: 500, body: '' })],
    ['502 page', () => ({ status: 502, headers: { 'content-type': 'text/html' }, body: '<html></html>' })],
    ['408', () => ({ status: 408 })],
    ['page with 200', () => ({ headers: { 'content-type': 'text/html' }, body: '<html>Przerwa</html>' })],
    ['empty 201', () => ({ status: 201 })],
    ['another field', () => ({ status: 201, body: { id: 'm-9' } })],
    ['half of the JSON', () => ({ status: 201, body: '{"message_id":"m' })],
  ]
  for (const [name, answer] of unknown) {
    const { client } = await setup((clean) => t.teardown(clean), answer, { timeouts: { write: 150 } })
    t.match(await client.reply('t-1', reply), { outcome: 'unknown', failure: { class: 'unreachable' } }, name)
  }
  for (const status of [400, 401, 403, 404, 410, 413, 415, 429]) {
    const { client } = await setup(
      (clean) => t.teardown(clean),
      () => ({ status, body: { errors: [{ code: 'message_input', message: 'no' }] } }),
    )
    t.match(await client.reply('t-1', reply), {
      outcome: 'not-done',
      failure: { status, message: `HTTP ${status}: message_input: no` },
    })
  }
  const gone = await setup(
    (clean) => t.teardown(clean),
    () => stored,
    { baseUrl: 'http://127.0.0.1:1' },
  )
  t.match(await gone.client.reply('t-1', reply), { outcome: 'not-done', failure: { class: 'unreachable' } })
})

t.test('an answer that does not repeat the thread is an answer about the thread written to', async (t) => {
  const { client } = await setup(
    (clean) => t.teardown(clean),
    () => ({ status: 201, body: { message_id: 5 } }),
  )
  t.match(await client.reply('t-7', reply), { outcome: 'done', value: { messageId: '5', threadId: 't-7' } })
})

t.test('what the seller wrote does not show up in a failure that echoes it', async (t) => {
  const { client } = await setup(
    (clean) => t.teardown(clean),
    () => ({ status: 400, body: { message: `bad key 0f6f-demo-key or text ${reply.body}` } }),
  )
  t.match(await client.reply('t-1', reply), { failure: { message: 'HTTP 400: bad key […] or text […]' } })
})
