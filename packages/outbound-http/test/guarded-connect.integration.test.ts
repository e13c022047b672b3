import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import t, { type Test } from 'tap'
import { createAgent, createDestinations, readJson, writeJson } from '../src/index.ts'
import type { Destinations, Parser, Resolve } from '../src/index.ts'
import { answerWith, get, post, serve } from './support.ts'

const anything: Parser<unknown> = (value) => ({ ok: true, value })
const refused = { class: 'unreachable', code: 'DESTINATION_REFUSED' } as const

const asInProduction = createDestinations({
  urls: ['https://marketplace.empik.com', 'https://{system}.thulium.com'],
  hosts: [],
})

function agentOf(t: Test, destinations: Destinations, resolve?: Resolve) {
  const agent = createAgent({ destinations, resolve, connectTimeoutMs: 2_000 })
  t.teardown(() => agent.destroy())
  return agent
}

/** Answers each question with the next list; remembers what was asked. */
function resolver(...answers: string[][]): { resolve: Resolve; asked: string[] } {
  const asked: string[] = []
  const resolve: Resolve = (hostname) => {
    asked.push(hostname)
    const answer = answers[Math.min(asked.length, answers.length) - 1] ?? []
    return Promise.resolve(answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })))
  }
  return { resolve, asked }
}

/** A server at an address of this machine; Linux has all of 127.0.0.0/8. */
async function serveAt(t: Test, address: string, port: number, listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(port, address)
  await once(server, 'listening')
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  const bound = server.address()
  return typeof bound === 'object' && bound ? bound.port : 0
}

t.test('a name that leads to an inner address is not called', async (t) => {
  for (const address of ['127.0.0.1', '10.0.0.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '::1', '::', 'fe80::1']) {
    const { resolve, asked } = resolver([address])
    const dispatcher = agentOf(t, asInProduction, resolve)
    const url = new URL('https://sklep.thulium.com/api')
    const result = await readJson(get(url, { dispatcher }), anything)
    t.match(
      result,
      { ok: false, failure: { ...refused, message: /^sklep\.thulium\.com leads to an address/ } },
      address,
    )
    t.match(await writeJson(post(url, { dispatcher }), anything), { outcome: 'not-done', failure: refused })
    t.same(asked, ['sklep.thulium.com', 'sklep.thulium.com'], 'each connection asks once')
  }
})

t.test('one inner address among public ones is enough', async (t) => {
  for (const address of ['::ffff:127.0.0.1', '64:ff9b::a00:1', '192.168.0.1']) {
    const dispatcher = agentOf(t, asInProduction, resolver(['8.8.8.8', address]).resolve)
    const result = await readJson(get(new URL('https://sklep.thulium.com/'), { dispatcher }), anything)
    t.match(result, { ok: false, failure: refused }, address)
  }
})

t.test('hosts that are not allowed are not even looked up', async (t) => {
  const { resolve, asked } = resolver(['8.8.8.8'])
  const dispatcher = agentOf(t, asInProduction, resolve)
  for (const address of [
    ...['https://evil.example/', 'https://localhost/', 'https://127.0.0.1/', 'https://2130706433/', 'https://0x7f.1/'],
    ...['https://[::1]/', 'https://[::ffff:7f00:1]/', 'https://8.8.8.8/', 'https://sklep.thulium.com:22/'],
    ...['http://sklep.thulium.com/', 'https://sklep.thulium.com./'],
  ])
    t.match(await readJson(get(new URL(address), { dispatcher }), anything), { ok: false, failure: refused }, address)
  const withUser = new URL('https://user:word@sklep.thulium.com/')
  const result = await readJson(get(withUser, { dispatcher }), anything)
  t.match(result, { ok: false, failure: { class: 'refused', code: 'NOT_ACCEPTABLE', message: /holds a user/ } })
  t.same(asked, [])
})

t.test(
  'the address that was checked is the one connected to, so a name that changes its answer gains nothing',
  async (t) => {
    let innerCalls = 0
    const port = await serveAt(t, '127.0.0.2', 0, answerWith(200, { connection: 'close' }, '{"from":"outer"}'))
    await serveAt(t, '127.0.0.3', port, (request, response) => {
      innerCalls += 1
      answerWith(200, {}, '{"from":"inner"}')(request, response)
    })
    // In this test 127.0.0.2 stands for the internet and 127.0.0.3 for an inner network.
    const destinations: Destinations = {
      refusal: () => undefined,
      refusalOfAddress: (hostname, address) => (address === '127.0.0.2' ? undefined : `${hostname} leads inside`),
    }
    const { resolve, asked } = resolver(['127.0.0.2'], ['127.0.0.3'])
    const dispatcher = agentOf(t, destinations, resolve)
    const url = new URL(`http://rebinding.example:${port}/`)
    t.match(await readJson(get(url, { dispatcher }), anything), { ok: true, value: { from: 'outer' } })
    t.same(asked, ['rebinding.example'], 'nobody asked again between the check and the connection')
    t.match(await readJson(get(url, { dispatcher }), anything), { ok: false, failure: refused })
    t.equal(innerCalls, 0)
  },
)

t.test('a redirect inside is not followed', async (t) => {
  const teardown = (clean: () => Promise<void> | void): void => t.teardown(clean)
  let innerCalls = 0
  const inner = await serve(teardown, (request, response) => {
    innerCalls += 1
    answerWith(200, {}, '{}')(request, response)
  })
  const outer = await serve(teardown, answerWith(302, { location: inner.href }, ''))
  const dispatcher = agentOf(t, createDestinations({ urls: [outer.href], hosts: [] }))
  const result = await readJson(get(outer, { dispatcher }), anything)
  t.match(result, { ok: false, failure: { code: 'REDIRECTED', status: 302 } })
  t.match(
    await readJson(get(inner, { dispatcher }), anything),
    { ok: false, failure: refused },
    'nor would it be called',
  )
  t.equal(innerCalls, 0)
})

t.test('localhost is called when the deployment names it, and only while it is this machine', async (t) => {
  const port = await serveAt(t, '127.0.0.1', 0, answerWith(200, {}, '{}'))
  const url = new URL(`http://localhost:${port}/`)
  const destinations = createDestinations({ urls: [url.href], hosts: [] })
  const here = agentOf(t, destinations, resolver(['127.0.0.1']).resolve)
  t.match(await readJson(get(url, { dispatcher: here }), anything), { ok: true })
  const elsewhere = agentOf(t, destinations, resolver(['10.0.0.1']).resolve)
  t.match(await readJson(get(url, { dispatcher: elsewhere }), anything), { ok: false, failure: refused })
})

t.test('a name that has no address', async (t) => {
  const dispatcher = agentOf(t, asInProduction, () =>
    Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })),
  )
  const result = await readJson(get(new URL('https://sklep.thulium.com/'), { dispatcher }), anything)
  t.match(result, { ok: false, failure: { class: 'unreachable', code: 'ENOTFOUND', message: /has no address/ } })
})
