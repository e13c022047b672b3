import { gzipSync } from 'node:zlib'
import t from 'tap'
import { readJson, writeJson } from '../src/index.ts'
import type { Parser } from '../src/index.ts'
import { answerWith, get, post, serve, serveSocket, testAgent } from './support.ts'

const dispatcher = testAgent((clean) => t.teardown(clean))
const anything: Parser<unknown> = (value) => ({ ok: true, value })
const own = '{"errors":[{"message":"Nie."}]}'
const json = { 'content-type': 'application/json' }
const html = { 'content-type': 'text/html; charset=utf-8' }
const challenge = '<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>'

const answers: [string, Record<string, string>, string][] = [
  ['a page that wants to know whether we are a person', html, challenge],
  ['the same with a type that is not its own', json, challenge],
  ['nothing', json, ''],
  ['nothing of no type', {}, ''],
  ['plain text', { 'content-type': 'text/plain' }, 'Forbidden'],
  ['JSON of a gateway', json, '{"message":"Forbidden"}'],
  ['JSON that is no object', json, '"Forbidden"'],
  ['a challenge that speaks JSON like the API', { ...json, 'cf-mitigated': 'challenge' }, own],
]

t.test('what something in between refuses is no word of the API, and nobody gets its status', async (t) => {
  for (const status of [401, 402, 403, 404, 405, 406, 409, 410, 451])
    for (const [name, headers, body] of answers) {
      const url = await serve((clean) => t.teardown(clean), answerWith(status, headers, body))
      const failure = { class: 'unreachable', code: 'NOT_THE_API' } as const
      const read = await readJson(get(url, { dispatcher }), anything)
      t.match(read, { ok: false, failure }, `${status}: ${name}`)
      if (!read.ok) {
        t.match(read.failure.message, new RegExp(`^Something between us and Things answered: HTTP ${status}`))
        t.equal(read.failure.status, undefined)
      }
      t.match(await writeJson(post(url, { dispatcher }), anything), { outcome: 'unknown', failure }, name)
    }
})

t.test('the text shows what answered', async (t) => {
  const url = await serve((clean) => t.teardown(clean), answerWith(403, html, challenge))
  const message = 'Something between us and Things answered: HTTP 403: an HTML page titled "Just a moment..."'
  t.match(await readJson(get(url, { dispatcher }), anything), { failure: { message } })
})

t.test('a verdict that was cut is none', async (t) => {
  const url = await serveSocket(
    (clean) => t.teardown(clean),
    (socket) =>
      socket.once('data', () =>
        socket.end(`HTTP/1.1 404 Not Found\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n${own}`),
      ),
  )
  t.match(await readJson(get(url, { dispatcher }), anything), {
    failure: { class: 'unreachable', code: 'NOT_THE_API' },
  })
})

t.test('a page of a firewall is no verdict about what was sent either', async (t) => {
  for (const status of [400, 411, 414, 415, 422, 431])
    for (const [name, headers, body] of answers) {
      const url = await serve((clean) => t.teardown(clean), answerWith(status, headers, body))
      const failure = { class: 'unreachable', status: undefined, code: 'NOT_THE_API' } as const
      t.match(
        await writeJson(post(url, { dispatcher }), anything),
        { outcome: 'unknown', failure },
        `${status}: ${name}`,
      )
    }
})

t.test('what a gateway finds too large never reached the API', async (t) => {
  for (const [name, headers, body] of answers) {
    const url = await serve((clean) => t.teardown(clean), answerWith(413, headers, body))
    const failure = { class: 'too-large', status: undefined, code: 'NOT_THE_API', message: /HTTP 413/ } as const
    t.match(await writeJson(post(url, { dispatcher }), anything), { outcome: 'not-done', failure }, name)
  }
})

t.test('a refusal of what was sent has many shapes, and each says more than a status', async (t) => {
  for (const body of [
    own,
    '{"message":"surname is too long (maximum is 255 characters)"}',
    '{"message":"Bad Request","field":"surname"}',
    '{"error":"Nieznane pole"}',
    '{"errors":{"surname":["jest za długie"]}}',
    '{"errors":["surname jest za długie"]}',
    '{"violations":[{"propertyPath":"surname","message":"Za długie."}]}',
    '[{"field":"surname","message":"Za długie."}]',
  ])
    for (const status of [400, 413, 422]) {
      const url = await serve((clean) => t.teardown(clean), answerWith(status, json, body))
      const failure = { class: 'refused', status } as const
      t.match(await writeJson(post(url, { dispatcher }), anything), { outcome: 'not-done', failure }, body)
    }
})

t.test('a refusal of the API counts, packed or not', async (t) => {
  for (const [status, failureClass] of [
    [401, 'credentials-rejected'],
    [403, 'credentials-rejected'],
    [404, 'refused'],
    [410, 'refused'],
  ] as const) {
    const url = await serve(
      (clean) => t.teardown(clean),
      (_request, response) => response.writeHead(status, { ...json, 'content-encoding': 'gzip' }).end(gzipSync(own)),
    )
    const failure = { class: failureClass, status, message: `HTTP ${status}: Nie.` } as const
    t.match(await readJson(get(url, { dispatcher }), anything), { ok: false, failure })
  }
})
