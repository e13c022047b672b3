import t from 'tap'
import { BodyError, lengthProblem, openDownload } from '../src/index.ts'
import type { Failure } from '../src/index.ts'
import { answerWith, get, serve, serveSocket, testAgent } from './support.ts'

const dispatcher = testAgent((clean) => t.teardown(clean))

const photo = { name: 'zdjecie.jpg', size: undefined }

/** Reads a body to its end, which is expected to fail. */
async function failureOf(body: AsyncIterable<Uint8Array>): Promise<Failure | undefined> {
  try {
    for await (const chunk of body) t.ok(chunk.length)
  } catch (error) {
    if (error instanceof BodyError) return error.failure
    throw error
  }
  return undefined
}

t.test('a download is streamed, capped, and safe to leave', async (t) => {
  const bytes = Buffer.alloc(300_000, 7)
  const url = await serve(
    (clean) => t.teardown(clean),
    (_request, response) => response.writeHead(200, { 'content-type': 'image/jpeg' }).end(bytes),
  )
  const open = async (maxBytes: number): Promise<AsyncIterable<Uint8Array>> => {
    const result = await openDownload(get(url, { dispatcher, maxBytes, deadlineMs: 3000 }), photo)
    if (!result.ok) throw new Error(result.failure.message)
    t.equal(result.value.contentType, 'image/jpeg')
    return result.value.body
  }
  let total = 0
  for await (const chunk of await open(300_000)) total += chunk.length
  t.equal(total, 300_000)

  t.match(await failureOf(await open(200_000)), { class: 'too-large', code: 'TOO_LARGE' })
  for await (const chunk of await open(300_000)) {
    t.ok(chunk.length, 'the first chunk is enough')
    break
  }
  // One that nobody reads is closed by its deadline.
  await open(300_000)
})

t.test('a download that ends early says so', async (t) => {
  const url = await serveSocket(
    (clean) => t.teardown(clean),
    (socket) =>
      socket.once('data', (request) => {
        const begun = String(request).includes('/much') ? '\u0000half'.repeat(80) : 'half'
        socket.end(`HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n${begun}`)
      }),
  )
  const failure = { class: 'unreachable', code: 'TRUNCATED' } as const
  t.match(await openDownload(get(url, { dispatcher }), photo), { ok: false, failure })
  const result = await openDownload(get(new URL('/much', url), { dispatcher }), photo)
  if (!result.ok) throw new Error(result.failure.message)
  t.match(await failureOf(result.value.body), failure)
})

t.test('a page is not the file, unless the answer says so', async (t) => {
  const html = { 'content-type': 'text/html' }
  const page = await serve((clean) => t.teardown(clean), answerWith(200, html, '<html>Przerwa</html>'))
  const failure = { class: 'unreachable', code: 'HTML_ANSWER' } as const
  t.match(await openDownload(get(page, { dispatcher }), photo), { ok: false, failure })
  const file = await serve(
    (clean) => t.teardown(clean),
    answerWith(200, { ...html, 'content-disposition': 'attachment; filename=a.html' }, '<html>plik</html>'),
  )
  const result = await openDownload(get(file, { dispatcher }), { name: '', size: undefined })
  t.match(result, { ok: true, value: { contentType: 'text/html' } })
  if (result.ok)
    for await (const chunk of result.value.body) t.equal(Buffer.from(chunk).toString(), '<html>plik</html>')
})

t.test('a document in the place of a file is a failure that can be tried again, and says what came', async (t) => {
  const error = '{"request_id":"x","errors":[{"code":"storage","message":"Session expired"}]}'
  for (const [type, body, message] of [
    ['application/json', error, /^A JSON document came instead of the file: storage: Session expired$/],
    ['application/problem+json; charset=utf-8', error, /^A JSON document came/],
    ['application/octet-stream', error, /^A JSON document came instead of the file: storage: Session expired$/],
    ['image/jpeg', '<!DOCTYPE html><title>Logowanie</title>', /^An HTML page came instead of the file$/],
    ['application/xml', '<?xml version="1.0"?><Error/>', /^An XML document came/],
    ['', '  <Error><Code>NoSuchKey</Code></Error>', /^An XML document came/],
  ] as const) {
    const headers = type === '' ? undefined : { 'content-type': type, 'content-disposition': 'attachment' }
    const url = await serve((clean) => t.teardown(clean), answerWith(200, headers ?? {}, body))
    const result = await openDownload(get(url, { dispatcher }), photo)
    t.match(result, { ok: false, failure: { class: 'unreachable', status: 200, message } }, type)
    if (!result.ok) t.match(result.failure.code, /^(?:NOT_THE_FILE|HTML_ANSWER)$/)
  }
})

t.test('a document that comes byte by byte is known all the same', async (t) => {
  const trickle = (body: string): Promise<URL> =>
    serve(
      (clean) => t.teardown(clean),
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/octet-stream' })
        const next = (at: number): void => {
          if (at === body.length) response.end()
          else response.write(body.slice(at, at + 1), () => next(at + 1))
        }
        next(0)
      },
    )
  for (const body of ['{"errors":[{"message":"Session expired"}]}', '<!DOCTYPE html><title>Logowanie</title>'])
    t.match(await openDownload(get(await trickle(body), { dispatcher }), photo), {
      ok: false,
      failure: { code: /^(?:NOT_THE_FILE|HTML_ANSWER)$/ },
    })
  const opened = await openDownload(get(await trickle('\u0001abc'), { dispatcher }), photo)
  if (!opened.ok) throw new Error(opened.failure.message)
  const chunks: Uint8Array[] = []
  for await (const chunk of opened.value.body) chunks.push(chunk)
  t.equal(Buffer.concat(chunks).toString(), '\u0001abc', 'and nothing of a file is lost by looking')
})

t.test('what programs write where they fail is no picture', async (t) => {
  for (const [type, body] of [
    ['text/plain', 'File not found.'],
    ['text/plain; charset=utf-8', 'Brak dostępu'],
    ['application/octet-stream', '<br />\n<b>Warning</b>:  readfile(/var/files/7): failed to open stream'],
    ['image/jpeg', 'Fatal error: Uncaught PDOException'],
    ['application/octet-stream', '<!-- login --><html>'],
    ['image/jpeg', ''],
  ] as const) {
    const url = await serve((clean) => t.teardown(clean), answerWith(200, { 'content-type': type }, body))
    const opened = await openDownload(get(url, { dispatcher }), photo)
    const failure = opened.ok ? await failureOf(opened.value.body) : opened.failure
    t.match(failure, { class: 'unreachable', code: /^(?:NOT_THE_FILE|HTML_ANSWER)$/ }, body)
  }
})

t.test('a file that is such a document itself comes through', async (t) => {
  for (const [name, type, body] of [
    ['dane.json', 'application/json', '{"errors":[]}'],
    ['strona.html', 'text/html', '<html></html>'],
    ['faktura.xml', 'text/xml', '<?xml version="1.0"?><Faktura/>'],
    ['rysunek.svg', 'image/svg+xml', '<?xml version="1.0"?><svg/>'],
    ['notatka.txt', 'text/plain', '{"to nie": "json"'],
    ['stare.doc', 'application/octet-stream', '{\\rtf1 Dzień dobry}'],
    ['raport.xls', 'application/vnd.ms-excel', '<html><table></table></html>'],
    ['skan.pdf', 'application/octet-stream', '%PDF-1.7'],
    ['typ-z-sufitu.pdf', 'application/json', '%PDF-1.7'],
    ['paragon.txt', 'text/html', 'Paragon'],
    ['ostrzezenie.txt', 'text/plain', 'Warning: kot'],
    ['zly-typ.pdf', 'text/plain', '%PDF-1.4 % same litery'],
  ] as const) {
    const url = await serve((clean) => t.teardown(clean), answerWith(200, { 'content-type': type }, body))
    const result = await openDownload(get(url, { dispatcher }), { name, size: Buffer.byteLength(body) })
    t.match(result, { ok: true }, name)
    if (result.ok) t.equal(await failureOf(result.value.body), undefined, name)
  }
})

t.test(
  'what is much shorter or longer than announced is not the file, whether its length is said or not',
  async (t) => {
    const file = { name: 'faktura.pdf', size: 9_000 }
    for (const length of [0, 59, 8_192, 9_600]) {
      const body = Buffer.alloc(length, '%')
      const failure = {
        class: 'unreachable',
        code: 'NOT_THE_FILE',
        message: new RegExp(`^${length} bytes came`),
      } as const
      const said = await serve(
        (clean) => t.teardown(clean),
        (_request, response) => response.writeHead(200, { 'content-length': length }).end(body),
      )
      t.match(await openDownload(get(said, { dispatcher }), file), { ok: false, failure })
      const chunked = await serve(
        (clean) => t.teardown(clean),
        (_request, response) => {
          response.writeHead(200)
          response.write(body)
          response.end()
        },
      )
      const opened = await openDownload(get(chunked, { dispatcher }), file)
      if (!opened.ok) throw new Error(opened.failure.message)
      t.match(await failureOf(opened.value.body), failure)
    }
  },
)

t.test('nobody says in which unit sizes are announced, or how they are rounded', (t) => {
  for (const [length, size] of [
    [9_000, 9_000],
    [48_211, 48],
    [48_211, 47.1],
    [48_211, 49_152],
    [1_400, 1],
    [1_025, 2],
    [2_600, 2],
    [103, 100],
    [60, 57],
    [10, 0],
    [10, undefined],
  ] as const)
    t.equal(lengthProblem(length, { name: 'a', size }), undefined, `${length} of ${size}`)
  for (const [length, size] of [
    [0, undefined],
    [0, 0],
    [0, 1],
    [0, 12],
    [59, 20],
    [9_000, 5],
    [76, 5_000],
  ] as const)
    t.match(lengthProblem(length, { name: 'a', size }), { code: 'NOT_THE_FILE' }, `${length} of ${size}`)
  t.end()
})

t.test('a text of no announced size is no picture, whatever its type says', async (t) => {
  for (const body of [
    'Not found',
    'false',
    '<div>error</div>',
    'PHP Fatal error:  Uncaught',
    '\n',
    'error: brak pliku „a”',
  ]) {
    const url = await serve(
      (clean) => t.teardown(clean),
      answerWith(200, { 'content-type': 'application/octet-stream' }, body),
    )
    for (const name of ['faktura.pdf', 'paragon.JPG', 'umowa.docx'])
      t.match(
        await openDownload(get(url, { dispatcher }), { name, size: undefined }),
        { ok: false, failure: { class: 'unreachable', code: 'NOT_THE_FILE' } },
        `${name}: ${body}`,
      )
    for (const name of ['notatka.txt', 'dane.csv', 'list.eml', 'bez rozszerzenia'])
      t.match(await openDownload(get(url, { dispatcher }), { name, size: undefined }), { ok: true }, `${name}: ${body}`)
  }
  for (const body of ['%PDF-1.7 same litery', '{\\rtf1 tekst}', 'PK same litery'])
    t.match(
      await openDownload(get(await serve((clean) => t.teardown(clean), answerWith(200, {}, body)), { dispatcher }), {
        name: 'umowa.pdf',
        size: 0,
      }),
      { ok: true },
      body,
    )
})

t.test('a size of bytes that nobody rounded is that of the whole file', (t) => {
  const file = { name: 'faktura.pdf', size: 90_217 }
  for (const length of [90_217, 90_210, 90_230]) t.equal(lengthProblem(length, file), undefined, String(length))
  for (const length of [88_000, 90_100, 92_000])
    t.match(lengthProblem(length, file), { code: 'NOT_THE_FILE' }, String(length))
  t.equal(lengthProblem(88_000, { name: 'faktura.pdf', size: 90_000 }), undefined, 'one that may be rounded')
  t.equal(lengthProblem(92_000, { name: 'notatka.txt', size: 90_217 }), undefined, 'line ends of a text')
  t.end()
})
