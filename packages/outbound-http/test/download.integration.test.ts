import t from 'tap'
import { BodyError, openDownload } from '../src/index.ts'
import type { Failure } from '../src/index.ts'
import { answerWith, get, serve, serveSocket, testAgent } from './support.ts'

const dispatcher = testAgent((clean) => t.teardown(clean))

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
    const result = await openDownload(get(url, { dispatcher, maxBytes, deadlineMs: 500 }))
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
    (socket) => socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf')),
  )
  const result = await openDownload(get(url, { dispatcher }))
  if (!result.ok) throw new Error(result.failure.message)
  t.match(await failureOf(result.value.body), { class: 'unreachable', code: 'TRUNCATED' })
})

t.test('a page is not the file, unless the answer says so', async (t) => {
  const html = { 'content-type': 'text/html' }
  const page = await serve((clean) => t.teardown(clean), answerWith(200, html, '<html>Przerwa</html>'))
  const failure = { class: 'unreachable', code: 'HTML_ANSWER' } as const
  t.match(await openDownload(get(page, { dispatcher })), { ok: false, failure })
  const file = await serve(
    (clean) => t.teardown(clean),
    answerWith(200, { ...html, 'content-disposition': 'attachment; filename=a.html' }, '<html>plik</html>'),
  )
  const result = await openDownload(get(file, { dispatcher }))
  t.match(result, { ok: true, value: { contentType: 'text/html' } })
  if (result.ok)
    for await (const chunk of result.value.body) t.equal(Buffer.from(chunk).toString(), '<html>plik</html>')
})
