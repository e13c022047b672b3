import * as zlib from 'node:zlib'
import t from 'tap'
import { createBudget, openDownload, readJson, writeJson } from '../src/index.ts'
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
  t.match(await read({ 'content-encoding': 'gzip' }, Buffer.concat([Buffer.from([0x1f]), plain])), {
    ok: false,
    failure: { class: 'unreachable', code: 'UNREADABLE_CODING', message: /not packed as it says \(gzip\)/ },
  })
})

t.test('an answer that only says that it is packed is taken as it is', async (t) => {
  const wrong = ['gzip', 'x-gzip', 'utf-8', 'UTF8', 'none', 'binary', '8bit', ...(zstdCompressSync ? ['zstd'] : [])]
  for (const coding of wrong)
    t.match(await read({ 'content-encoding': coding }, plain), { ok: true, value: answer }, coding)
})

t.test('what two machines packed, each with a line of its own, is unpacked twice', async (t) => {
  const place = await serve(
    (clean) => t.teardown(clean),
    (_request, response) =>
      response
        .writeHead(200, ['content-encoding', 'gzip', 'content-encoding', 'br'])
        .end(zlib.brotliCompressSync(zlib.gzipSync(plain))),
  )
  t.match(await readJson(get(place, { dispatcher }), anything), { ok: true, value: answer })
})

t.test('JSON under the type that PHP gives to everything is JSON', async (t) => {
  t.match(await read({ 'content-type': 'text/html; charset=UTF-8' }, plain), { ok: true, value: answer })
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
  t.match(await read({ 'content-type': 'application/json; charset=x-odd' }, latin2), {
    ok: false,
    failure: { class: 'unreachable', code: 'UNREADABLE_CODING', message: /charset.*x-odd/ },
  })
})

t.test('what no coding is called is none, and a coding has several names', async (t) => {
  for (const name of ['aws-chunked', 'ISO-8859-2', 'windows-1250', 'application/json', 'chunked', 'null', '""'])
    t.match(await read({ 'content-encoding': name }, plain), { ok: true, value: answer }, name)
  for (const name of ['gzip;q=1.0', '"gzip"', 'aws-chunked, gzip'])
    t.match(await read({ 'content-encoding': name }, zlib.gzipSync(plain)), { ok: true, value: answer }, name)
  t.match(await read({ 'content-encoding': 'brotli' }, zlib.brotliCompressSync(plain)), { ok: true, value: answer })
})

t.test('a charset by the names that programs give it, and one that has no such letters', async (t) => {
  const bytes = Buffer.from(JSON.stringify({ text: '@' })).map((byte) => (byte === 0x40 ? 0xb9 : byte))
  for (const name of ['CP-1250', 'windows1250', 'win-1250', 'cp 1250', 'us-ascii', 'none', 'utf8mb4'])
    t.match(await read({ 'content-type': `application/json; charset=${name}` }, bytes), { value: { text: 'ą' } }, name)
})

t.test('a charset that had to be guessed is told', async (t) => {
  const windows1250 = Buffer.from(JSON.stringify({ text: '@' })).map((byte) => (byte === 0x40 ? 0xb9 : byte))
  let guesses = 0
  const budget = createBudget({
    requestsPerSecond: Infinity,
    maxInFlight: 1,
    onGuessedCharset: () => void (guesses += 1),
  })
  const label = 'application/json; charset=utf-8'
  t.match(await read({ 'content-type': label }, windows1250, { budget }), { value: { text: 'ą' } })
  t.equal(guesses, 1)
  await read({ 'content-type': label }, plain, { budget })
  t.equal(guesses, 1, 'and none that was not')
  await read({ 'content-type': 'application/json; charset=us-ascii' }, windows1250, { budget })
  t.equal(guesses, 2, 'a charset that has no such letters')
})

t.test('rows that nobody understood are told, by the list that they were in', async (t) => {
  const told: [string, number][] = []
  const budget = createBudget({
    requestsPerSecond: Infinity,
    maxInFlight: 1,
    onUnreadableRows: (list, count) => void told.push([list, count]),
  })
  const list: Parser<object> = (rows) => ({ ok: true, value: { items: [], unreadable: rows } })
  const place = await url({}, Buffer.from('[1,2]'))
  const call = get(place, { dispatcher, budget })
  await readJson({ ...call, url: new URL('/api/customers?limit=100', place) }, list)
  await readJson(call, () => ({ ok: true, value: { items: [], unreadable: [] } }))
  t.same(told, [['customers', 2]], 'and none that were')
})

t.test('an answer without a length that ends early is told by what it holds', async (t) => {
  const place = await serveSocket(
    (clean) => t.teardown(clean),
    (socket) =>
      socket.once('data', () => socket.end(`HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n{"text":"Zaż`)),
  )
  t.match(await readJson(get(place, { dispatcher }), anything), { ok: false, failure: { class: 'unreachable' } })
})

t.test('a clock that was never set tells no time', async (t) => {
  for (const [date, serverTime] of [
    ['Thu, 01 Jan 1970 00:00:07 GMT', undefined],
    ['Sat, 01 Jan 2000 00:00:00 GMT', undefined],
    ['yesterday', undefined],
    ['Mon, 30 Nov 2026 12:00:00 GMT', new Date('2026-11-30T12:00:00Z')],
  ] as const) {
    const result = await read({ date }, plain)
    t.same(result.ok && result.serverTime, serverTime, date)
  }
})

t.test('what is packed without a word about it is unpacked, up to the cap', async (t) => {
  for (const type of ['application/json', 'application/x-gzip'])
    t.match(await read({ 'content-type': type }, zlib.gzipSync(plain)), { ok: true, value: answer }, type)
  const tooLarge = { class: 'too-large', code: 'TOO_LARGE' } as const
  t.match(await read({}, zlib.gzipSync(Buffer.alloc(100_000)), { maxBytes: 10_000 }), { ok: false, failure: tooLarge })
  const damaged = { class: 'unreachable', code: 'UNREADABLE_CODING' } as const
  t.match(await read({}, zlib.gzipSync(plain).subarray(0, 20)), { ok: false, failure: damaged })
})

t.test('two bytes for each letter are known by their zeros, and a label that cannot be right is none', async (t) => {
  const wide = Buffer.from(JSON.stringify(answer), 'utf16le')
  t.match(await read({}, wide), { ok: true, value: answer }, 'little end first')
  t.match(await read({}, Buffer.from(wide).swap16()), { ok: true, value: answer }, 'big end first')
  for (const label of ['utf-16', 'utf8mb4', 'utf_8', 'none', 'cp852', 'utf-32'])
    t.match(
      await read({ 'content-type': `application/json; charset=${label}` }, Buffer.from('{"text":"a"}')),
      { ok: true, value: { text: 'a' } },
      label,
    )
})

t.test('of two Polish charsets without a label the right one is guessed', async (t) => {
  for (const charset of ['windows-1250', 'iso-8859-2']) {
    const decoder = new TextDecoder(charset)
    const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
    for (const text of ['Zażółć gęślą jaźń', 'Łódź', 'ŚWIĄTECZNIE', 'Źle'])
      t.match(
        await read(
          {},
          Uint8Array.from(`{"text":"${text}"}`, (sign) => byteOf.get(sign) ?? 0),
        ),
        { ok: true, value: { text } },
        `${charset} ${text}`,
      )
  }
})
