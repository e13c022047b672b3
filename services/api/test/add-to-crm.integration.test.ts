import type { ConversationEvent } from '@connector/domain/events'
import type { ConversationRef } from '@connector/domain/words'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { connect, startApi } from './support/api.ts'
import { projectConversation } from './support/read-models.ts'

const inAnHour = (): Date => new Date(Date.now() + 3_600_000)

const received = (ref: ConversationRef, author: 'customer' | 'operator' = 'customer'): ConversationEvent => ({
  type: 'MessageReceived',
  data: {
    messageId: 'm1',
    author,
    authorType: 'CUSTOMER_USER',
    authorName: 'Ewa L.',
    to: [],
    body: 'Dzień dobry',
    sentAt: '2026-03-02T10:00:00.000Z',
    attachments: [],
    thread: {
      topic: { type: 'FREE_TEXT', value: 'Faktura' },
      entities: [],
      ...(author === 'customer' ? { customerId: `c-${ref.threadId}` } : {}),
      updatedAt: '2026-03-02T10:00:00.000Z',
      shopReplyNeededSince: null,
    },
    opensTicket: true,
  },
})

const ordered: ConversationEvent = {
  type: 'OrderRecorded',
  data: {
    orderId: 'A-1',
    commercialId: 'A',
    state: 'SHIPPED',
    customer: { id: '', firstName: '<b>Ewa</b>', lastName: 'Lis & "Syn"' },
    currency: 'PLN',
    total: 1,
    lines: [],
    delivery: { label: '', company: '', tracking: '', trackingUrl: '' },
  },
}

await t.test('Adding a buyer to the CRM', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)
  const { integration, integrationId } = await connect(api, 'sklep-a')
  const refOf = (threadId: string): ConversationRef => ({ tenantId: 'sklep-a', integrationId, threadId })
  const record = (threadId: string, ...events: ConversationEvent[]) =>
    api.repository.changeConversation(refOf(threadId), 'test', () => events)
  const leftOutside = (threadId: string): ConversationEvent => ({
    type: 'CustomerLeftOutside',
    data: { effectKey: `customer:link:${integrationId}:${threadId}`, customerId: `c-${threadId}` },
  })
  /** A conversation whose buyer was left outside, and the path of its page. */
  const outside = async (threadId: string): Promise<string> => {
    await record(threadId, received(refOf(threadId)), ordered, leftOutside(threadId))
    await projectConversation(api, refOf(threadId))
    return pathOf(refOf(threadId))
  }
  const pathOf = (ref: ConversationRef, expiresAt = inAnHour()): string =>
    new URL(api.links.make('add-to-crm', { ...ref }, expiresAt)).pathname
  const requests = async (threadId: string): Promise<number> =>
    (await api.log.readStream(`conversation-sklep-a-${integrationId}-${threadId}`)).filter(
      ({ type }) => type === 'CustomerAdditionRequested',
    ).length
  const press = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${api.url}${path}`, { method: 'POST', body: new URLSearchParams(), redirect: 'manual', headers })

  await t.test(
    'the page shows what would be created, in the language of the browser, and changes nothing',
    async (t) => {
      const path = await outside('strona')
      for (const [language, says] of [
        ['pl-PL,pl;q=0.9,en;q=0.8', /<html lang="pl">.*<h1>Dodaj klienta do CRM/s],
        ['en-GB,en;q=0.9', /<html lang="en">.*<h1>Add the buyer to the CRM/s],
        ['de;q=1, pl;q=0.2, en;q=0.7', /<html lang="en">/],
        ['de', /<html lang="pl">/],
        ['', /<html lang="pl">/],
      ] as const) {
        const page = await api.call('GET', path, undefined, { 'accept-language': language })
        t.equal(page.status, 200)
        t.match(page.text, says, `for ${language}`)
        t.match(page.text, /c-strona.*Empik ID.*sklep-a.*<form method="post"><button>/s)
        t.match(page.text, '&lt;b&gt;Ewa&lt;/b&gt;', 'a name is a text')
        t.match(page.text, 'Lis &amp; &quot;Syn&quot;')
        t.match(
          page.headers.get('content-security-policy'),
          /^default-src 'none'; style-src 'sha256-.*form-action 'self'/,
        )
        t.equal(page.headers.get('cache-control'), 'no-store')
      }
      t.equal(await requests('strona'), 0)
    },
  )

  await t.test('the button asks once, and the page then says so', async (t) => {
    const path = await outside('przycisk')
    const answers = await Promise.all([press(path), press(path)])
    for (const { status, headers } of answers) {
      t.equal(status, 303)
      t.equal(headers.get('location'), path)
    }
    t.equal(await requests('przycisk'), 1)
    t.match((await api.call('GET', path)).text, 'Klient będzie w CRM za chwilę')
    const key = `customer:add:${integrationId}:przycisk`
    await record('przycisk', {
      type: 'CustomerLinked',
      data: {
        effectKey: key,
        customerId: 'c-przycisk',
        thuliumCustomerId: 9031,
        found: 'created',
        hits: 1,
        placeholder: false,
      },
    })
    t.match((await api.call('GET', path)).text, 'Numer rekordu: 9031')
    t.equal((await press(path)).status, 303)
    t.equal(await requests('przycisk'), 1)
  })

  await t.test('a link may be followed from another site, but the button works on the page alone', async (t) => {
    const path = await outside('obca')
    const fromThulium = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    t.match(await api.call('GET', path, undefined, fromThulium), { status: 200 })
    t.equal((await press(path, { origin: 'https://sklep-a.thulium.com' })).status, 403)
    t.equal((await press(path, fromThulium)).status, 403)
    t.equal(await requests('obca'), 0)
    t.equal((await press(path, { origin: api.url, 'sec-fetch-site': 'same-origin' })).status, 303)
    t.equal(await requests('obca'), 1)
  })

  await t.test('a link that expired or was not made by us opens nothing', async (t) => {
    const path = await outside('zly')
    const file = new URL(api.links.make('file', { ...refOf('zly') }, inAnHour())).pathname.replace('/files/', '')
    for (const [wrong, status] of [
      [pathOf(refOf('zly'), new Date(Date.now() - 1_000)), 410],
      [`${path}x`, 404],
      ['/add-to-crm/cokolwiek', 404],
      [`/add-to-crm/${file}`, 404],
      [pathOf({ tenantId: 'sklep-a', integrationId: 'nie-uuid', threadId: 'zly' }), 404],
    ] as const) {
      t.match(await api.call('GET', wrong), { status, text: /<h1>Ten link/ })
      t.equal((await press(wrong)).status, status)
    }
    t.equal(await requests('zly'), 0)
  })

  await t.test('there is nobody to add where nobody was left outside', async (t) => {
    await record('operator', received(refOf('operator'), 'operator'), leftOutside('operator'))
    await projectConversation(api, refOf('operator'))
    for (const threadId of ['operator', 'nieznana']) {
      const path = pathOf(refOf(threadId))
      t.match(await api.call('GET', path), { status: 200, text: /Nie ma kogo dodać/ })
      t.equal((await press(path)).status, 303)
      t.equal(await requests(threadId), 0)
    }
    t.match(await api.call('POST', `${integration}/conversations/operator/add-to-crm`), {
      status: 409,
      body: { code: 'customer.not_outside' },
    })
    t.match(await api.call('POST', `${integration}/conversations/nieznana/add-to-crm`), {
      status: 404,
      body: { code: 'conversation.unknown' },
    })
  })

  await t.test('of a shop that was deleted the page says so', async (t) => {
    const { integration, integrationId } = await connect(api, 'sklep-z')
    t.equal((await api.call('DELETE', integration)).status, 204)
    const ref = { tenantId: 'sklep-z', integrationId, threadId: 'dawna' }
    await api.repository.changeConversation(ref, 'test', () => [
      received(ref),
      {
        type: 'CustomerLeftOutside',
        data: { effectKey: `customer:link:${integrationId}:dawna`, customerId: 'c-dawna' },
      },
    ])
    const path = pathOf(ref)
    t.match(await api.call('GET', path), { status: 410, text: /<h1>Ten sklep nie jest już połączony/ })
    t.equal((await press(path)).status, 410)
    const { state } = await api.repository.conversation(ref)
    t.notOk(state.additionRequested, 'nothing is asked for that nobody would do')
  })

  await t.test('programs ask by the API, once too', async (t) => {
    await outside('program')
    const ask = () => api.call('POST', `${integration}/conversations/program/add-to-crm`)
    t.match(await ask(), { status: 200, body: { status: 'requested', thuliumCustomerId: null } })
    t.match(await ask(), { status: 200, body: { status: 'requested' } })
    t.equal(await requests('program'), 1)
  })

  await t.test('after a failure it is offered again, and asking tries again', async (t) => {
    const path = await outside('porazka')
    await press(path)
    const effectKey = `customer:add:${integrationId}:porazka`
    await record('porazka', {
      type: 'EffectParked',
      data: { effectKey, kind: 'customer:add', code: 'effect.refused', message: 'HTTP 400', attempts: 1 },
    })
    t.match((await api.call('GET', path)).text, '<form method="post">')
    await press(path)
    const { state } = await api.repository.conversation(refOf('porazka'))
    t.equal(state.parked.size, 0)
  })
})
