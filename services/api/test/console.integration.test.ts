import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { startApi, type Test } from './support/api.ts'

const page =
  '<!doctype html><script type="application/json" id="settings" nonce="{{nonce}}">{{settings}}</script><p>Konsola</p>'

const panels = {
  order: 'https://empik.example/{order_id}',
  conversation: 'https://empik.example/',
  ticket: '</script>',
}

/** What a build leaves, as small as it can be. */
async function consoleFolder(test: Test): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'connector-console-'))
  test.teardown(() => rm(folder, { recursive: true, force: true }))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), page)
  await writeFile(join(folder, 'assets/index-a1.js'), 'plain')
  await writeFile(join(folder, 'assets/index-a1.js.gz'), 'packed')
  return folder
}

/** As it is: `fetch` would unpack it. */
const raw = (url: string, headers: Record<string, string>) =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((done, fail) => {
    request(url, { headers }, (answer) => {
      let body = ''
      answer.on('data', (chunk: Buffer) => (body += chunk.toString()))
      answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
    })
      .on('error', fail)
      .end()
  })

const browser = { accept: 'text/html,application/xhtml+xml' }

await t.test('The API serves the console', { skip: noDatabase ?? false }, async (t) => {
  const console = { folder: await consoleFolder(t), panels }
  const { url } = await startApi(t, {}, undefined, undefined, { mode: 'required' }, { console })

  await t.test('At its own addresses, under a policy that lets nothing else in', async (t) => {
    for (const path of ['/', '/zgloszenia', '/integracje/nowa', '/status', '/operator']) {
      const answer = await raw(`${url}${path}`, browser)
      t.equal(answer.status, 200, path)
      t.match(answer.body, 'Konsola')
      const policy = String(answer.headers['content-security-policy'])
      t.match(policy, "default-src 'none'")
      t.match(policy, "script-src 'self'")
      t.notMatch(policy, /unsafe|https?:|\*/)
      t.equal(answer.headers['cache-control'], 'no-store')
    }
  })

  await t.test('Each answer has a nonce of its own, the same in policy and page', async (t) => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const { headers, body } = await raw(url, browser)
        const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? ''
        t.match(body, `nonce="${nonce}"`)
        return nonce
      }),
    )
    t.equal(new Set(nonces).size, 2)
  })

  await t.test('It tells the page where it runs, and nothing of that ends the element', async (t) => {
    const { body } = await raw(url, browser)
    const [, text = ''] = /id="settings"[^>]*>(.*?)<\/script>/s.exec(body) ?? []
    t.strictSame(JSON.parse(text), { authentication: 'required', panels, demonstration: null })
  })

  await t.test('Files are packed where the browser takes that, and kept for good', async (t) => {
    const packed = await raw(`${url}/assets/index-a1.js`, { 'accept-encoding': 'gzip, br' })
    t.match(packed, { status: 200, body: 'packed', headers: { 'content-encoding': 'gzip' } })
    t.match(packed.headers['cache-control'], 'immutable')
    const plain = await raw(`${url}/assets/index-a1.js`, {})
    t.match(plain, { status: 200, body: 'plain', headers: { 'content-type': /javascript/, vary: 'accept-encoding' } })
    t.match(await raw(`${url}/assets/index-b2.js`, {}), { status: 404, body: /route\.unknown/ })
  })

  await t.test('Where nothing is, a browser gets a page and a program a problem', async (t) => {
    const people = await raw(`${url}/nie/ma`, browser)
    t.match(people, { status: 404, body: /Konsola/, headers: { 'content-type': /html/ } })
    const programs = await raw(`${url}/nie/ma`, { accept: 'application/json' })
    t.match(programs, { status: 404, body: /route\.unknown/, headers: { 'content-type': /problem\+json/ } })
  })
})

await t.test('Without a console the page for people is in their language', { skip: noDatabase ?? false }, async (t) => {
  const { url } = await startApi(t)
  t.match(await raw(`${url}/nie/ma`, { ...browser, 'accept-language': 'pl' }), {
    status: 404,
    body: /Nie ma takiej strony/,
  })
  t.match(await raw(`${url}/`, { ...browser, 'accept-language': 'en' }), { status: 404, body: /no such page/ })
})

await t.test('What a page of settings is made of', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)
  const { body } = await api.call('GET', '/api/settings-schema')
  t.match(body, {
    integration: { properties: { shopId: { pl: { label: 'Identyfikator sklepu' }, en: { label: 'Shop id' } } } },
    thulium: { properties: { apiUser: { pl: { label: String }, en: { help: String } } }, required: ['system'] },
  })
})
