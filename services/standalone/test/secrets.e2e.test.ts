import { createMasterKey } from '@connector/store'
import { createTestDatabase, noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { accountConfig, agentLogin, humanLogin } from './support/account.ts'
import { startChild } from './support/child.ts'
import { startEditingProxy, type Edit } from './support/edits.ts'
import { leaks, tracesInDatabase, type Trace } from './support/traces.ts'
import { createOutside } from './support/world.ts'

t.setTimeout(540_000)

const system = 'tajemnice'
const shopId = 35_001
const user = 'connector'

const receipt = { name: 'paragon.txt', content: Buffer.from('Paragon') }
const statusAnswer = z.object({ status: z.string() })

const masterKey = createMasterKey()

/** With characters that JSON, addresses and HTML write in another way; what is looked for is looked for in each of them. */
const secrets = {
  firstKey: 'klucz-pierwszy+"1"/%2F=',
  secondKey: 'klucz-drugi+"2"/%2F=',
  wrongKey: 'klucz-zmyslony+"3"/%2F=',
  firstPassword: 'hasło pierwsze+"1"/%2F=',
  secondPassword: 'hasło drugie+"2"/%2F=',
  wrongPassword: 'hasło zmyślone+"3"/%2F=',
  masterKey,
  bytesOfMasterKey: Buffer.from(masterKey, 'base64').toString('hex'),
}

/** The outside at its worst: it says the credentials that it refuses. */
const echoing: Edit = (_method, _path, answer, authorization) => {
  if (answer.status !== 401) return answer
  const decoded = Buffer.from(authorization.replace(/^Basic /, ''), 'base64').toString()
  const [, password = ''] = decoded.split(/:(.*)/s)
  const said = `${authorization} is wrong; ${authorization.replace(/^Basic /, '')}; ${password}`
  return { status: 401, body: JSON.stringify({ message: said, errors: [{ field: 'key', message: authorization }] }) }
}

t.test('no secret can be read anywhere after a full run', { skip: noDatabase ?? false }, async (t) => {
  const [database, outside] = await Promise.all([createTestDatabase(), createOutside()])
  const { empik, thulium } = outside
  const proxies = await Promise.all(
    [outside.empikUrl, outside.thuliumUrl].map((url) => startEditingProxy(url, echoing)),
  )
  const traces: Trace[] = []
  const environment = {
    DATABASE_URL: database.url,
    CONNECTOR_MASTER_KEY: secrets.masterKey,
    EMPIKPLACE_URL: proxies[0]?.url ?? '',
    THULIUM_URL: `${proxies[1]?.url}/{system}`,
    EMPIKPLACE_POLL_MS: '150',
    THULIUM_POLL_MS: '150',
    REPLY_SETTLE_MS: '50',
    LEASE_MS: '1500',
    WAIT_SCALE: '0.02',
    REJECTION_SPACING_MS: '50',
    THULIUM_REQUESTS_PER_SECOND: '1000',
    EMPIKPLACE_REQUESTS_PER_SECOND: '1000',
    API_AUTHENTICATION: 'off',
    // Tests ask all the time.
    API_RATE_PER_ADDRESS: '0',
    API_RATE_PER_TENANT: '0',
    // And the machine is busy with other tests.
    API_EVENT_LOOP_DELAY_MS: '0',
    API_PORT: '0',
    LOG_LEVEL: 'trace',
  }
  const start = (service: string) =>
    startChild(`services/${service}/src/main.ts`, environment, (text) =>
      traces.push({ where: `log of ${service}`, text }),
    )
  const services = ['api', 'ingest', 'projector'].map(start)
  t.teardown(async () => {
    for (const service of services) service.kill('SIGKILL')
    await Promise.all(services.map(({ ended }) => ended))
    await Promise.all(proxies.map((proxy) => proxy.close()))
    await outside.close()
    await database.drop()
  })
  const logged = (): string => traces.map(({ text }) => text).join('')
  const url = await until('the API', () => /"url":"(http:[^"]+)"/.exec(logged())?.[1]).catch((error: unknown) => {
    throw new Error(`The services said: ${logged()}`, { cause: error })
  })

  const call = async (method: string, path: string, body?: unknown): Promise<{ status: number; text: string }> => {
    const answer = await fetch(new URL(path, url), {
      method,
      ...(body === undefined
        ? {}
        : {
            headers: { 'content-type': 'application/json' },
            body: typeof body === 'string' ? body : JSON.stringify(body),
          }),
    })
    const text = await answer.text()
    const head = JSON.stringify([...answer.headers])
    traces.push({ where: `the answer to ${method} ${path}`, text: `${head} ${text}` })
    return { status: answer.status, text }
  }
  /** Whether new credentials were taken; the ones that the other side rejects are answered by a problem. */
  const stored = async (method: string, path: string, body: object): Promise<boolean> => {
    const { status, text } = await call(method, path, body)
    if (status === 422) return false
    return z.object({ stored: z.boolean() }).parse(JSON.parse(text)).stored
  }

  // A seller connects an account and a shop.
  thulium.addSystem({ ...accountConfig(system), password: secrets.firstPassword })
  empik.addShop({ id: shopId, name: 'Sklep z tajemnicami' })
  empik.addKey({ key: secrets.firstKey, shopIds: [shopId] })
  const account = { apiUser: user, mailbox: 'sklep@sklep.example', agentLogin, threadField: 'EmpikPlace wątek' }
  t.equal((await call('POST', '/api/tenants', { system, ...account, apiPassword: secrets.firstPassword })).status, 201)
  const integrations = `/api/tenants/${system}/integrations`
  const shop = {
    name: 'Sklep z tajemnicami',
    shopId: String(shopId),
    customerField: 'Empik ID',
    queueId: 7,
    categoryId: 12,
  }
  const created = await call('POST', integrations, { ...shop, apiKey: secrets.firstKey })
  const { integrationId } = z.object({ integrationId: z.string() }).parse(JSON.parse(created.text))
  const integration = `${integrations}/${integrationId}`
  t.match(JSON.parse((await call('POST', `${integration}/authenticate`)).text), { ok: true })
  t.equal((await call('POST', `${integration}/start`)).status, 200)

  // A buyer writes, with a file; an agent answers.
  const { threadId } = empik.buyerWrites({
    shopId,
    text: 'Pytanie do przeszukania',
    attachments: [receipt],
  })
  const ticket = await until('the ticket', () => thulium.tickets(system)[0])
  thulium.agentReplies({ system, ticketId: ticket.ticketId, login: humanLogin, html: '<p>Odpowiedź</p>' })
  await until('the answer', () => empik.thread(threadId).messages.some(({ body }) => body === 'Odpowiedź') || undefined)
  const statusIs = (status: string): Promise<unknown> =>
    until(`the integration to be ${status}`, async () => {
      const seen = statusAnswer.parse(JSON.parse((await call('GET', `${integration}/status`)).text))
      return seen.status === status || undefined
    })
  // A file of a later message is a link in a comment, through which the API fetches it with the key.
  empik.buyerWrites({ shopId, threadId, text: 'Jeszcze plik', attachments: [receipt] })
  const link = await until('the link', () =>
    thulium
      .tickets(system)
      .flatMap(({ messages }) => messages.flatMap(({ comment }) => /http\S+\/files\/\S+/.exec(comment) ?? []))
      .at(0),
  )
  t.equal((await call('GET', new URL(link).pathname)).status, 200)

  // New credentials: wrong ones, right ones, and some that are withdrawn while they are in use.
  t.equal(await stored('PUT', `${integration}/key`, { apiKey: secrets.wrongKey }), false)
  empik.addKey({ key: secrets.secondKey, shopIds: [shopId] })
  t.equal(await stored('PUT', `${integration}/key`, { apiKey: secrets.secondKey }), true)
  const thuliumPath = `/api/tenants/${system}/thulium`
  t.equal(await stored('PUT', thuliumPath, { ...account, apiPassword: secrets.wrongPassword }), false)
  thulium.changeApiUser({ system, password: secrets.secondPassword })
  await statusIs('credentials-rejected')
  t.equal(await stored('PUT', thuliumPath, { ...account, apiPassword: secrets.secondPassword }), true)
  await statusIs('running')
  empik.removeKey(secrets.secondKey)
  await statusIs('credentials-rejected')

  // Requests with mistakes in them, of which the answer must not quote a secret.
  for (const apiKey of [secrets.firstKey, [secrets.firstKey], { key: secrets.firstKey }, secrets.firstKey.repeat(50)]) {
    t.ok((await call('POST', integrations, { ...shop, queueId: 'x', apiKey })).status >= 400)
    t.equal((await call('PUT', `${integration}/key`, { apiKey, other: secrets.firstKey })).status, 400)
  }
  t.equal((await call('PUT', thuliumPath, { ...account, apiUser: 1, apiPassword: secrets.firstPassword })).status, 400)
  t.equal((await call('PUT', `${integration}/key`, `{"apiKey": "${secrets.secondKey}`)).status, 400)
  t.equal((await call('PUT', `${integration}/key`, secrets.secondKey)).status, 400)

  // Everything that can be read.
  for (const path of [
    `/api/tenants/${system}`,
    integrations,
    integration,
    `${integration}/status`,
    `${integration}/changes`,
    `/api/tenants/${system}/conversations`,
    `${integration}/conversations/${threadId}`,
  ])
    await call('GET', path)

  for (const service of services) service.kill('SIGTERM')
  await Promise.all(services.map(({ ended }) => ended))
  traces.push(...(await tracesInDatabase(database.url)))

  const among = (where: string): Trace[] => traces.filter((trace) => trace.where.startsWith(where))
  await t.test('the search finds what is there', (t) => {
    const known = { text: 'Pytanie do przeszukania', shop: 'Sklep z tajemnicami' }
    const found = leaks(traces, known).join('\n')
    t.match(found, /shop in table public\.events/)
    t.notMatch(found, /text in table public\.events/, 'what a buyer wrote is sealed')
    t.match(found, /shop in the answer to GET/)
    for (const service of ['api', 'ingest', 'projector']) t.ok(among(`log of ${service}`).length > 0, service)
    t.match(logged(), /AuthenticationRejected|credentials-rejected|rejected/i, 'rejections were logged')
    t.match(JSON.stringify(among('table public.events')), /\[…\]/, 'echoes of credentials were taken out')
    // A fourth, the key that signs the heads of the log, is there or not: it is made when a reader has come to the end.
    for (const purpose of ['thulium', 'empikplace:', 'canary'])
      t.ok(
        among('table public.credentials').some(({ text }) => text.includes(`"purpose": "${purpose}`)),
        `${purpose} is there, sealed`,
      )
    t.end()
  })

  await t.test('and finds no secret', (t) => {
    const headers = Object.fromEntries(
      Object.entries(secrets)
        .filter(([name]) => name.endsWith('Password'))
        .map(([name, password]) => [
          `${name}, as a Basic header`,
          Buffer.from(`${user}:${password}`).toString('base64'),
        ]),
    )
    t.same(leaks(traces, { ...secrets, ...headers }), [])
    t.end()
  })
})
