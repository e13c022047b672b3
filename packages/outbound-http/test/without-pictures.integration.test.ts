import t from 'tap'
import { FailureCode, readJson } from '../src/index.ts'
import { withoutPictures } from '../src/without-pictures.ts'
import { answerWith, get, serve, testAgent } from './support.ts'

const dispatcher = testAgent((clean) => t.teardown(clean))
const photo = 'iVBORw0KGgo/+A=='.repeat(500)
const inHtml = (text: string, before = '"', after = '"'): string =>
  `<p>${text}</p><img src=${before}data:image/png;base64,${photo}${after} alt=""><p>dalej</p>`

const filtered = (text: string, size: number): string => {
  const filter = withoutPictures()
  const out: Uint8Array[] = []
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) out.push(filter.push(bytes.subarray(at, at + size)))
  return Buffer.concat([...out, filter.flush()]).toString()
}

t.test('the content of pictures in texts is dropped, wherever chunks end, and nothing else', (t) => {
  const json = [
    JSON.stringify({ body: inHtml('Krok 1'), other: inHtml('Krok 2', "'", "'") }),
    JSON.stringify({ body: inHtml('Krok 3') }).replaceAll('/', '\\/'),
    JSON.stringify({ body: `<div style="background:url(data:image/png;base64,${photo})">A</div>` }),
    JSON.stringify({ body: inHtml('Krok 4') }).replaceAll('\\"', '\\u0022'),
    JSON.stringify({
      body:
        `<a href="data:application/pdf;base64,${photo}">Faktura</a>` +
        `<a href='data:application/vnd.openxmlformats-officedocument.wordprocessingml.document;base64,${photo}'>Umowa</a>`,
    }),
  ]
  for (const text of json)
    for (const size of [1, 7, 64, 1000, 100_000]) {
      const kept = filtered(text, size)
      t.ok(kept.length < 400, `${kept.length}`)
      t.same(JSON.parse(kept), JSON.parse(text.replaceAll(photo, '').replaceAll(photo.replaceAll('/', '\\/'), '')))
    }
  t.end()
})

t.test('files, and what a person typed, stay as they came', (t) => {
  for (const value of [
    { url: `data:image/png;base64,${photo}`, content: photo },
    { body: `Kod: ;base64,${photo}` },
    { body: `data:text/plain;base64,${photo}` },
  ])
    for (const size of [1, 100, 100_000]) t.same(JSON.parse(filtered(JSON.stringify(value), size)), value)
  t.end()
})

t.test('what is too large with its pictures is read without them', async (t) => {
  const document = { body: inHtml('Krok 1') + inHtml('Krok 2'), file: 'abc' }
  const parse = (value: unknown) => ({ ok: true as const, value })
  const read = async (
    headers: Record<string, string>,
    maxBytes: number,
    dropsPictures: boolean,
    value: object = document,
  ) => {
    const url = await serve((clean) => t.teardown(clean), answerWith(200, headers, JSON.stringify(value)))
    return readJson({ ...get(url, { dispatcher }), maxBytes, dropsPictures }, parse)
  }
  const json = { 'content-type': 'application/json' }
  const chunked = { ...json, 'transfer-encoding': 'chunked' }
  t.match(await read(json, 10_000, true), { ok: true, value: { body: /Krok 1.*dalej.*Krok 2.*dalej/, file: 'abc' } })
  t.match(await read(chunked, 10_000, true), { ok: true, value: { file: 'abc' } })
  t.match(await read(json, 10_000, false), { ok: false, failure: { class: 'too-large' } }, 'where nobody asked for it')
  const length = String(JSON.stringify(document).length)
  const announced = await read({ ...json, 'content-length': length }, 100_000, true)
  t.match(announced, { ok: true, value: document }, 'one that says that it is not too large comes whole')
  t.match(await read(chunked, 100_000, true), { ok: true, value: document }, 'and so does one that does not say')
  const text = { body: 'a '.repeat(7_000) }
  t.match(await read(json, 10_000, true, text), { ok: true, value: text }, 'text alone may be twice as much')
  t.match(await read(chunked, 10_000, true, text), { ok: true, value: text })
  t.match(await read(json, 10_000, true, { body: 'a '.repeat(10_001) }), { ok: false, failure: { class: 'too-large' } })
  t.match(await read(json, 1_000, true), { ok: false, failure: { class: 'too-large' } }, 'and there is an end')
})

t.test('a host that never ends a large answer holds up no other', async (t) => {
  const parse = (value: unknown) => ({ ok: true as const, value })
  const json = { 'content-type': 'application/json' }
  const large = { body: 'a '.repeat(7_000) }
  const neverEnding = async () => {
    let begin = (): void => undefined
    const begun = new Promise<void>((resolve) => (begin = resolve))
    const url = await serve(
      (clean) => t.teardown(clean),
      (_, response) => {
        response.writeHead(200, json).write(`{"body":"${'a'.repeat(12_000)}`, begin)
      },
    )
    return { url, begun }
  }
  const [first, second] = await Promise.all([neverEnding(), neverEnding()])
  const whole = await serve((clean) => t.teardown(clean), answerWith(200, json, JSON.stringify(large)))
  const ended = new AbortController()
  const read = (url: URL, signal?: AbortSignal) =>
    readJson(
      { ...get(url, { dispatcher, ...(signal ? { signal } : {}) }), maxBytes: 10_000, dropsPictures: true },
      parse,
    )
  const slow = [first, first, second].map(({ url }) => read(url, ended.signal))
  await Promise.all([first.begun, second.begun])
  t.match(await read(whole), { ok: true, value: large })
  ended.abort()
  for (const one of slow) t.match(await one, { ok: false, failure: { code: FailureCode.aborted } })
})
