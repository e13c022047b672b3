import t from 'tap'
import { deflateSync } from 'node:zlib'
import { BodyError, openDownload } from '../src/index.ts'
import { get, serve, testAgent } from './support.ts'

const dispatcher = testAgent((clean) => t.teardown(clean))

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')
const box = (type: string, content: Buffer): Buffer => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + content.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, content])
}
const chunk = (type: string, content: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  return Buffer.concat([length, latin(type), content, latin(type === 'IEND' ? '\xae\x42\x60\x82' : '0000')])
}
const noise = deflateSync(Buffer.from(Array.from({ length: 20_000 }, (_, index) => (index * index * 7919) >> 7)))
const segment = (code: string, content: Buffer): Buffer => {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(2 + content.length)
  return Buffer.concat([latin(`\xff${code}`), length, content])
}
/** As in a picture, where each FF is followed by a nought. */
const scan = latin(noise.toString('latin1').replaceAll('\xff', '\xff\x00') + '\xff\xd0abc\xff\xff\x00')
/** With a small picture in it that has an end of its own, and in two scans. */
const jpeg = Buffer.concat([
  latin('\xff\xd8'),
  segment('\xe1', latin('Exif\0\0\xff\xd8\xff\xdb\x00\x04ab\xff\xd9')),
  segment('\xda', latin('123456')),
  scan,
  segment('\xc4', latin('table\xff\xd9')),
  segment('\xda', latin('123456')),
  scan,
  latin('\xff\xd9'),
])
const riffHead = Buffer.alloc(12)
riffHead.write('RIFF')
riffHead.writeUInt32LE(4 + noise.length, 4)
riffHead.write('WEBP', 8)

const whole: Readonly<Record<string, Buffer>> = {
  'zdjecie.jpg': jpeg,
  'rysunek.png': Buffer.concat([latin('\x89PNG\r\n\x1a\n'), chunk('IDAT', noise), chunk('IEND', Buffer.alloc(0))]),
  'faktura.pdf': Buffer.concat([latin('%PDF-1.7\n'), noise, latin('\nstartxref\n9\n%%EOF\n')]),
  'obraz.gif': Buffer.concat([latin('GIF89a'), noise, latin('\x00\x3b')]),
  'umowa.docx': Buffer.concat([latin('PK\x03\x04'), noise, latin('PK\x05\x06'), Buffer.alloc(18)]),
  'obraz.webp': Buffer.concat([riffHead, noise]),
  'film.mp4': Buffer.concat([box('ftyp', latin('isom')), box('moov', noise), box('mdat', noise)]),
}

/** In pieces, as the network cuts them. */
async function read(bytes: Buffer, name: string, size?: number, chunked = true): Promise<Buffer | string> {
  const url = await serve(
    (clean) => t.teardown(clean),
    (_request, response) => {
      const head = { 'content-type': 'application/octet-stream' }
      response.writeHead(200, chunked ? head : { ...head, 'content-length': bytes.length })
      response.write(bytes.subarray(0, 301))
      response.end(bytes.subarray(301))
    },
  )
  const opened = await openDownload(get(url, { dispatcher }), { name, size })
  if (!opened.ok) return opened.failure.code ?? ''
  const chunks: Uint8Array[] = []
  try {
    for await (const part of opened.value.body) chunks.push(part)
  } catch (error) {
    if (error instanceof BodyError) return error.failure.code ?? ''
    throw error
  }
  return Buffer.concat(chunks)
}

for (const [name, bytes] of Object.entries(whole))
  t.test(`half of ${name} is not taken for the file, whole it is`, async (t) => {
    t.same(await read(bytes, name), bytes)
    t.same(await read(bytes, name, undefined, false), bytes, 'with its length, too')
    for (const share of [0.02, 0.5, 0.97]) {
      const cut = bytes.subarray(0, Math.max(400, Math.floor(bytes.length * share)))
      t.equal(await read(cut, name), 'TRUNCATED', `${share}`)
      t.equal(await read(cut, name, undefined, false), 'TRUNCATED', `${share}, by a server that says how much comes`)
      if (cut.length > 2000) t.equal(await read(cut, name, Math.ceil(cut.length / 100) * 100), 'TRUNCATED', 'rounded')
      t.same(await read(cut, name, cut.length), cut, 'what was announced like this is broken where it is from')
    }
  })

t.test('what programs add behind the end does no harm', async (t) => {
  const film = Buffer.concat([jpeg, box('ftyp', latin('mp42')), noise])
  t.same(await read(film, 'zdjecie.jpg'), film, 'the film of a telephone')
  for (const [name, added] of [
    ['faktura.pdf', '<!-- served by x -->'],
    ['rysunek.png', '\0\0\0'],
    ['obraz.gif', '\0'],
    ['film.mp4', '\0\0\0\0\0\0\0\0free'],
  ] as const) {
    const bytes = Buffer.concat([whole[name] ?? Buffer.alloc(0), latin(added)])
    t.same(await read(bytes, name), bytes, name)
  }
})

t.test('a PDF that is shown while it comes has an end near its beginning', async (t) => {
  const body = Buffer.concat([latin('startxref\n0\n%%EOF\n'), noise.subarray(0, 3000), latin('startxref\n9\n%%EOF\n')])
  const head = '%PDF-1.5\n1 0 obj\n<< /Linearized 1 /L 0000 /H [ 1 2 ] >>\nendobj\n'
  const bytes = Buffer.concat([latin(head.replace('0000', String(head.length + body.length).padStart(4, '0'))), body])
  t.same(await read(bytes, 'a.pdf'), bytes)
  t.equal(await read(bytes.subarray(0, 2000), 'a.pdf'), 'TRUNCATED')
})

t.test('a format that does not say how it ends is taken as it comes', async (t) => {
  for (const [name, text] of [
    ['a.txt', 'Dzień dobry'],
    ['a.zpl', '^XA^XZ'],
    ['a.rtf', '{\\rtf1 a}'],
  ] as const)
    t.same(await read(Buffer.from(text), name), Buffer.from(text), name)
})

t.test('a part of a file is no file, and a part that is all of it is one', async (t) => {
  const opened = async (range?: string) => {
    const url = await serve(
      (clean) => t.teardown(clean),
      (_request, response) =>
        response
          .writeHead(206, {
            'content-type': 'text/plain',
            'content-length': 4,
            ...(range === undefined ? {} : { 'content-range': range }),
          })
          .end('abcd'),
    )
    const download = await openDownload(get(url, { dispatcher }), { name: 'lista.txt', size: undefined })
    if (download.ok) for await (const chunk of download.value.body) t.ok(chunk.length > 0)
    return download
  }
  for (const range of [undefined, 'bytes 0-3/9', 'bytes 5-8/9', 'bytes 0-3/*'])
    t.match(
      await opened(range),
      { ok: false, failure: { class: 'unreachable', code: 'TRUNCATED' } },
      range ?? 'no range',
    )
  t.match(await opened('bytes 0-3/4'), { ok: true })
})
