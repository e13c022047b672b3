import t from 'tap'
import { createAgent, jsonBody, readJson, thisMachine, writeJson } from '../src/index.ts'
import type { Parser, ReadResult, WriteResult } from '../src/index.ts'
import { answerWith, deadUrl, get, post, serve, serveSocket, testAgent } from './support.ts'

const dispatcher = testAgent((clean) => t.teardown(clean))
const json = { 'content-type': 'application/json' }
const anything: Parser<unknown> = (value) => ({ ok: true, value })
const withId: Parser<string> = (value) =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
    ? { ok: true, value: value.id }
    : { ok: false, reason: 'id is missing' }

const read = (url: URL, more = {}): Promise<ReadResult<string>> => readJson(get(url, { dispatcher, ...more }), withId)
const write = (url: URL, more = {}): Promise<WriteResult<string>> =>
  writeJson(post(url, { dispatcher, ...more }), withId)

t.test('a good answer gives the value and the time of the server', async (t) => {
  const seen: { method?: string | undefined; length?: string | undefined; type?: string | undefined } = {}
  const url = await serve(
    (clean) => t.teardown(clean),
    (request, response) => {
      Object.assign(seen, {
        method: request.method,
        length: request.headers['content-length'],
        type: request.headers['content-type'],
      })
      answerWith(201, { ...json, date: 'Mon, 02 Mar 2026 10:00:00 GMT' }, '{"id":"7"}')(request, response)
    },
  )
  const serverTime = new Date('2026-03-02T10:00:00Z')
  t.same(await write(url), { outcome: 'done', value: '7', serverTime })
  t.same(seen, { method: 'POST', length: '23', type: 'application/json; charset=utf-8' })
  t.same(await read(url), { ok: true, value: '7', serverTime })
})

t.test('a refused connection is certainly not sent', async (t) => {
  const url = await deadUrl()
  t.match(await write(url), { outcome: 'not-done', failure: { class: 'unreachable', code: 'ECONNREFUSED' } })
  t.match(await read(url), { ok: false, failure: { class: 'unreachable', code: 'ECONNREFUSED' } })
})

t.test('a host without an address is certainly not sent', async (t) => {
  const result = await write(new URL('http://nowhere.invalid/'))
  t.match(result, { outcome: 'not-done', failure: { class: 'unreachable' } })
})

t.test('a failed TLS handshake is certainly not sent', async (t) => {
  const plain = await serveSocket(
    (clean) => t.teardown(clean),
    (socket) => socket.end('this is not TLS\r\n'),
  )
  const url = new URL(plain.href.replace('http:', 'https:'))
  t.match(await write(url), { outcome: 'not-done', failure: { class: 'unreachable' } })
})

t.test('a connection that is never accepted is certainly not sent', async (t) => {
  // The deadline ends the wait here; the agent's own connect timeout has a resolution of a second.
  const silent = createAgent({ destinations: thisMachine, connectTimeoutMs: 60_000 })
  t.teardown(() => silent.destroy())
  const plain = await serveSocket(
    (clean) => t.teardown(clean),
    () => undefined,
  )
  const url = new URL(plain.href.replace('http:', 'https:'))
  const result = await write(url, { dispatcher: silent, deadlineMs: 100 })
  t.match(result, { outcome: 'not-done', failure: { class: 'unreachable', code: 'DEADLINE' } })
})

t.test('a connection cut before any answer leaves a write unknown and a read retryable', async (t) => {
  const url = await serve(
    (clean) => t.teardown(clean),
    (request) => request.resume().on('end', () => request.socket.destroy()),
  )
  t.match(await write(url), { outcome: 'unknown', failure: { class: 'unreachable', message: /cut the connection/ } })
  t.match(await read(url), { ok: false, failure: { class: 'unreachable' } })
})

t.test('an answer cut in the middle is no success', async (t) => {
  for (const head of ['content-length: 100', 'transfer-encoding: chunked']) {
    const url = await serveSocket(
      (clean) => t.teardown(clean),
      (socket) =>
        socket.once('data', () => {
          const body = head.startsWith('t') ? 'a\r\n{"id":"7"}\r\n' : '{"id":"7"}'
          socket.end(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${head}\r\n\r\n${body}`)
        }),
    )
    const truncated = { class: 'unreachable', code: 'TRUNCATED', status: 200 } as const
    t.match(await write(url), { outcome: 'unknown', failure: truncated }, head)
    t.match(await read(url), { ok: false, failure: truncated }, head)
  }
})

t.test('an error whose body is cut may be of anybody', async (t) => {
  const url = await serveSocket(
    (clean) => t.teardown(clean),
    (socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad\r\ncontent-length: 100\r\n\r\n{"mess')),
  )
  t.match(await write(url), { outcome: 'unknown', failure: { class: 'unreachable', message: /HTTP 400/ } })
})

t.test('no answer within the deadline leaves a write unknown', async (t) => {
  const url = await serve(
    (clean) => t.teardown(clean),
    () => undefined,
  )
  const late = { class: 'unreachable', code: 'DEADLINE' } as const
  t.match(await write(url, { deadlineMs: 80 }), { outcome: 'unknown', failure: late })
  t.match(await read(url, { deadlineMs: 80 }), { ok: false, failure: late })
})

t.test('the deadline also ends an answer that trickles', async (t) => {
  const url = await serve(
    (clean) => t.teardown(clean),
    (_request, response) => {
      const timer = setInterval(() => response.write(' '), 10)
      response.on('close', () => clearInterval(timer))
    },
  )
  t.match(await write(url, { deadlineMs: 100 }), { outcome: 'unknown', failure: { code: 'DEADLINE' } })
})

t.test('an abandoned call is not sent when it had not begun, and unknown when it had', async (t) => {
  const stop = new AbortController()
  const url = await serve(
    (clean) => t.teardown(clean),
    () => stop.abort(),
  )
  t.match(await write(url, { signal: AbortSignal.abort() }), { outcome: 'not-done', failure: { code: 'ABORTED' } })
  t.match(await write(url, { signal: stop.signal }), { outcome: 'unknown', failure: { code: 'ABORTED' } })
})

t.test('an answer larger than the cap is not read on', async (t) => {
  const big = JSON.stringify({ id: 'x'.repeat(5_000) })
  const announced = await serve(
    (clean) => t.teardown(clean),
    answerWith(200, { ...json, 'content-length': String(big.length) }, big),
  )
  const chunked = await serve(
    (clean) => t.teardown(clean),
    (_request, response) => {
      response.writeHead(200, json)
      const pour = (): void => {
        if (!response.destroyed) response.write('x'.repeat(1_000), () => setImmediate(pour))
      }
      pour()
    },
  )
  for (const url of [announced, chunked]) {
    const failure = { class: 'too-large', code: 'TOO_LARGE' } as const
    t.match(await read(url, { maxBytes: 4_000 }), { ok: false, failure })
    t.match(await write(url, { maxBytes: 4_000 }), { outcome: 'unknown', failure })
  }
})

t.test('an HTML page with status 200 is never a success', async (t) => {
  const page = '<!DOCTYPE html><title>Przerwa techniczna</title>'
  for (const type of ['text/html; charset=utf-8', 'application/json']) {
    const url = await serve((clean) => t.teardown(clean), answerWith(200, { 'content-type': type }, page))
    const failure = { class: 'unreachable', code: 'HTML_ANSWER', status: 200 } as const
    t.match(await readJson(get(url, { dispatcher }), anything), { ok: false, failure })
    t.match(await writeJson(post(url, { dispatcher }), anything), { outcome: 'unknown', failure })
  }
})

t.test('an answer that is no JSON, empty, or of another shape is no success', async (t) => {
  for (const [body, code] of [
    ['OK', 'NOT_JSON'],
    ['{"id":', 'NOT_JSON'],
    ['', 'NOT_JSON'],
    ['{"ID":"7"}', 'UNEXPECTED_SHAPE'],
  ] as const) {
    const url = await serve((clean) => t.teardown(clean), answerWith(200, json, body))
    t.match(await read(url), { ok: false, failure: { class: 'unreachable', code } }, body)
    t.match(await write(url), { outcome: 'unknown', failure: { class: 'unreachable', code } }, body)
  }
})

t.test('an empty answer is a success for a write that expects none', async (t) => {
  const url = await serve((clean) => t.teardown(clean), answerWith(204, {}, ''))
  t.match(await writeJson(post(url, { dispatcher }), anything), { outcome: 'done', value: undefined })
})

t.test('each status has its class, and only a clear refusal counts as not done', async (t) => {
  for (const [status, failureClass, outcome] of [
    [400, 'refused', 'not-done'],
    [401, 'credentials-rejected', 'not-done'],
    [403, 'credentials-rejected', 'not-done'],
    [404, 'refused', 'not-done'],
    [408, 'unreachable', 'unknown'],
    [409, 'refused', 'not-done'],
    [413, 'refused', 'not-done'],
    [415, 'refused', 'not-done'],
    [422, 'refused', 'not-done'],
    [429, 'rate-limited', 'not-done'],
    [500, 'unreachable', 'unknown'],
    [502, 'unreachable', 'unknown'],
    [503, 'unreachable', 'unknown'],
    [504, 'unreachable', 'unknown'],
    [302, 'unreachable', 'unknown'],
  ] as const) {
    const url = await serve(
      (clean) => t.teardown(clean),
      answerWith(status, { ...json, location: '/elsewhere' }, '{"request_id":"r-1","errors":[{"message":"Nie."}]}'),
    )
    t.match(await write(url), { outcome, failure: { class: failureClass, status, requestId: 'r-1' } }, String(status))
    t.match(await read(url), { ok: false, failure: { class: failureClass, status } }, String(status))
  }
})

t.test('a redirect is not followed', async (t) => {
  let visits = 0
  const url = await serve(
    (clean) => t.teardown(clean),
    (request, response) => {
      visits += 1
      answerWith(307, { location: request.url ?? '/' }, '')(request, response)
    },
  )
  t.match(await read(url), { ok: false, failure: { code: 'REDIRECTED', status: 307 } })
  t.equal(visits, 1)
})

t.test('neither a credential nor what a person wrote shows up in a failure', async (t) => {
  const url = await serve(
    (clean) => t.teardown(clean),
    answerWith(400, json, '{"message":"bad: top-secret-key, Prywatny tekst"}'),
  )
  const result = await write(url, { secrets: ['top-secret-key', 'Prywatny tekst'] })
  t.match(result, { failure: { message: 'HTTP 400: bad: […], […]' } })
})

t.test('a header that HTTP does not allow is refused before anything is sent', async (t) => {
  const url = await serve((clean) => t.teardown(clean), answerWith(200, json, '{"id":"7"}'))
  const result = await write(url, { headers: { authorization: 'two\nlines' } })
  t.match(result, { outcome: 'not-done', failure: { class: 'refused', code: 'NOT_ACCEPTABLE' } })
  t.notMatch(JSON.stringify(result), /two/)
})

t.test('a body that fails while it is being sent leaves the write unknown', async (t) => {
  const url = await serve((clean) => t.teardown(clean), answerWith(200, json, '{"id":"7"}'))
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(new Uint8Array(10))
    throw new Error('the source broke')
  }
  const body = { contentType: 'application/octet-stream', length: 100, chunks: broken() }
  t.match(await write(url, { body }), { outcome: 'unknown', failure: { class: 'unreachable' } })
})

t.test('a large body is sent whole and with its length', async (t) => {
  const url = await serve(
    (clean) => t.teardown(clean),
    (request, response) => {
      let total = 0
      request.on('data', (chunk: Buffer) => (total += chunk.length))
      request.on('end', () => response.writeHead(200, json).end(JSON.stringify({ id: String(total) })))
    },
  )
  const body = jsonBody({ text: 'ż'.repeat(500_000) })
  t.match(await write(url, { body }), { outcome: 'done', value: String(body.length) })
})
