import * as zlib from 'node:zlib'
import t from 'tap'
import { openDownload, readJson, writeJson } from '../src/index.ts'
import type { Parser, ReadResult } from '../src/index.ts'
import { get, post, serve, serveSocket, testAgent } from './support.ts'

const dispatcher = testAgent((clean) => t.teardown(clean))
const anything: Parser<unknown> = (value) => ({ ok: true, value })
const answer = { text: 'Zażółć gęślą jaźń' }
const plain = Buffer.from(JSON.stringify(answer))

const url = (headers: Record<string, string>, body: Uint8Array): Promise<URL> =>
  serve(
    (clean) => t.teardown(clean),
    (request, response) => {
      request
        .resume()
        .on('end', () => response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(body))
    },
  )
const read = async (headers: Record<string, string>, body: Uint8Array, more = {}): Promise<ReadResult<unknown>> =>
  readJson(get(await url(headers, body), { dispatcher, ...more }), anything)

const codings: [string, (bytes: Uint8Array) => Uint8Array][] = [
  ['gzip', zlib.gzipSync],
  ['x-gzip', zlib.gzipSync],
  [' GZip ', zlib.gzipSync],
  ['deflate', zlib.deflateSync],
  ['deflate', zlib.deflateRawSync],
  ['br', zlib.brotliCompressSync],
  ['identity', (bytes) => bytes],
  ['gzip, br', (bytes) => zlib.brotliCompressSync(zlib.gzipSync(bytes))],
]
const { zstdCompressSync } = zlib as { zstdCompressSync?: (bytes: Uint8Array) => Uint8Array }
if (zstdCompressSync) codings.push(['zstd', zstdCompressSync])

t.test('an answer is asked for unpacked, and unpacked when it comes packed all the same', async (t) => {
  let asked: string | undefined
  const place = await serve(
    (clean) => t.teardown(clean),
    (request, response) => {
      asked = request.headers['accept-encoding']
      response.writeHead(200, { 'content-type': 'application/json' }).end(plain)
    },
  )
  t.match(await readJson(get(place, { dispatcher }), anything), { ok: true, value: answer })
  t.equal(asked, 'identity')
  for (const [coding, pack] of codings)
    t.match(await read({ 'content-encoding': coding }, pack(plain)), { ok: true, value: answer }, coding)
})

t.test('a coding that cannot be undone is refused by its name', async (t) => {
  const unknown = zstdCompressSync ? [] : ['zstd']
  for (const coding of [...unknown, 'compress', 'dcb', 'gzip, exi']) {
    const place = await url({ 'content-encoding': coding }, plain)
    const named = coding.split(', ').at(-1) ?? ''
    const failure = { class: 'unreachable', code: 'UNREADABLE_CODING', message: new RegExp(named) } as const
    t.match(await readJson(get(place, { dispatcher }), anything), { ok: false, failure })
    t.match(await writeJson(post(place, { dispatcher }), anything), { outcome: 'unknown', failure })
    t.match(await openDownload(get(place, { dispatcher }), { name: 'a.pdf', size: 1 }), { ok: false, failure })
  }
  const layers = Array<string>(2_000).fill('gzip').join()
  t.match(await read({ 'content-encoding': layers }, plain), {
    failure: { code: 'UNREADABLE_CODING', message: /2000/ },
  })
})

t.test('the cap counts what is unpacked', async (t) => {
  for (const [coding, pack] of codings.filter(([name]) => name !== 'identity')) {
    const bomb = pack(Buffer.alloc(20_000_000, ' '))
    t.ok(bomb.length < 100_000)
    const failure = { class: 'too-large', code: 'TOO_LARGE' } as const
    t.match(await read({ 'content-encoding': coding }, bomb, { maxBytes: 100_000 }), { ok: false, failure }, coding)
  }
})

t.test('a packed answer that ends early or is damaged is no whole one', async (t) => {
  for (const [coding, pack] of codings.filter(([name]) => name !== 'identity')) {
    const packed = pack(Buffer.from(JSON.stringify({ text: 'x'.repeat(100), end: Math.random() })))
    const cut = await read({ 'content-encoding': coding }, packed.subarray(0, packed.length - 3))
    t.match(cut, { ok: false, failure: { class: 'unreachable', code: /^(?:TRUNCATED|UNREADABLE_CODING)$/ } }, coding)
  }
  t.match(await read({ 'content-encoding': 'gzip' }, plain), {
    ok: false,
    failure: { class: 'unreachable', code: 'UNREADABLE_CODING', message: /not packed as it says \(gzip\)/ },
  })
})

t.test('nothing, packed, is nothing', async (t) => {
  t.match(await read({ 'content-encoding': 'gzip' }, Buffer.alloc(0)), { ok: true, value: undefined })
})

t.test('a packed file has no length beforehand, and comes whole', async (t) => {
  const bytes = Buffer.alloc(200_000, '%PDF')
  const place = await url({ 'content-encoding': 'gzip', 'content-type': 'application/pdf' }, zlib.gzipSync(bytes))
  const opened = await openDownload(get(place, { dispatcher }), { name: 'a.pdf', size: bytes.length })
  if (!opened.ok) throw new Error(opened.failure.message)
  t.equal(opened.value.length, undefined)
  const chunks: Uint8Array[] = []
  for await (const chunk of opened.value.body) chunks.push(chunk)
  t.ok(Buffer.concat(chunks).equals(bytes))
})

t.test('text is decoded as the answer says', async (t) => {
  const latin2 = Buffer.from(JSON.stringify({ text: '@' })).map((byte) => (byte === 0x40 ? 0xb1 : byte))
  t.match(await read({ 'content-type': 'application/json; charset=ISO-8859-2' }, latin2), { value: { text: 'ą' } })
  t.match(await read({}, Buffer.from(`\ufeff${JSON.stringify(answer)}`, 'utf16le')), { ok: true, value: answer })
  t.match(await read({}, Buffer.from(`\ufeff${JSON.stringify(answer)}`)), { ok: true, value: answer })
  t.match(await read({ 'content-type': 'application/json; charset=x-odd' }, plain), {
    ok: false,
    failure: { class: 'unreachable', code: 'UNREADABLE_CODING', message: /charset.*x-odd/ },
  })
})

t.test('an answer without a length that ends early is told by what it holds', async (t) => {
  const place = await serveSocket(
    (clean) => t.teardown(clean),
    (socket) =>
      socket.once('data', () => socket.end(`HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n{"text":"Zaż`)),
  )
  t.match(await readJson(get(place, { dispatcher }), anything), { ok: false, failure: { class: 'unreachable' } })
})
