import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { accountBody, connect, startApi, startOutside, password } from './support/api.ts'
import { startOddThulium } from './support/odd-thulium.ts'

await t.test('Pick-lists', { skip: noDatabase ?? false }, async (t) => {
  const outside = await startOutside(t)
  let time = new Date('2026-03-02T09:00:00Z')
  const api = await startApi(t, outside.urls, undefined, undefined, { mode: 'off', now: () => time })
  const pass = (seconds: number): void => {
    time = new Date(time.getTime() + seconds * 1000)
  }

  await t.test('Each list is what Thulium has', async (t) => {
    outside.addAccount('sklep-a')
    const { tenant } = await connect(api, 'sklep-a')
    const read = async (list: string) => (await api.call('GET', `${tenant}/pick-lists/${list}`)).body
    t.same(await read('queues'), { items: [{ id: 7, label: 'EmpikPlace' }], source: 'thulium', note: null })
    t.same(await read('categories'), {
      items: [{ id: 12, label: 'Pytanie o zamówienie' }],
      source: 'thulium',
      note: null,
    })
    t.match(await read('statuses'), { source: 'thulium', items: [{ id: Number, label: String, substatuses: Array }] })
    t.same(await read('agents'), {
      items: [
        { login: 'empik.bot', label: 'EmpikPlace Integracja', active: true },
        { login: 'former', label: 'Były Agent', active: false },
      ],
      source: 'thulium',
      note: null,
    })
  })

  await t.test('Nested categories carry the names above them', async (t) => {
    outside.thulium.addSystem({
      system: 'sklep-b',
      apiUser: 'connector',
      password,
      queues: [{ id: 7, name: 'EmpikPlace' }],
      mailboxes: [{ address: accountBody.mailbox, queueId: 7 }],
      agents: [{ login: 'empik.bot', name: 'EmpikPlace', surname: 'Integracja' }],
      categories: [
        { id: 1, name: 'Zwroty' },
        { id: 2, name: 'Uszkodzone', parentId: 1 },
      ],
      ticketFields: [],
      customerFields: [],
    })
    const { tenant } = await connect(api, 'sklep-b')
    for (const dictionaryShape of ['bare', 'wrapped', 'thing-id']) {
      outside.thulium.setSwitches('sklep-b', { dictionaryShape })
      pass(61)
      t.match(
        await api.call('GET', `${tenant}/pick-lists/categories`),
        {
          body: {
            items: [
              { id: 1, label: 'Zwroty' },
              { id: 2, label: 'Zwroty / Uszkodzone' },
            ],
          },
        },
        dictionaryShape,
      )
    }
  })

  await t.test('Custom fields are learned from a record, and typed by hand before there is one', async (t) => {
    outside.addAccount('sklep-c')
    const { tenant } = await connect(api, 'sklep-c')
    const read = async (of: string) => (await api.call('GET', `${tenant}/pick-lists/custom-fields?of=${of}`)).body
    t.match(await read('customer'), { items: [{ name: 'Empik ID' }], source: 'thulium', note: { en: /one record/ } })
    t.match(await read('ticket'), { items: [], source: 'not-offered', note: { pl: /ręcznie/ } })
    t.match(await api.call('GET', `${tenant}/pick-lists/custom-fields`), { status: 400 })

    const created = await fetch(`${outside.urls.thuliumUrl.replace('{system}', 'sklep-c')}/api/tickets`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from(`connector:${password}`).toString('base64')}`,
      },
      body: JSON.stringify({
        to: accountBody.mailbox,
        from: 'anna@example.com',
        subject: 'Pytanie',
        body: 'Dzień dobry',
      }),
    })
    t.equal(created.status, 201)
    pass(61)
    t.match(await read('ticket'), {
      items: [{ name: 'EmpikPlace wątek' }, { name: 'EmpikPlace zamówienie' }],
      source: 'thulium',
    })
  })

  await t.test('A list is kept for a minute; one that could not be read is tried again at once', async (t) => {
    outside.addAccount('sklep-d')
    const { tenant } = await connect(api, 'sklep-d')
    const read = async () => (await api.call('GET', `${tenant}/pick-lists/queues`)).body
    const permit = (...permissions: string[]) => outside.thulium.changeApiUser({ system: 'sklep-d', permissions })

    permit('GET tickets')
    t.match(await read(), { items: [], source: 'unreadable', note: { en: /permission “GET ticket_queues”/ } })
    permit('*')
    t.match(await read(), { items: [{ id: 7 }], source: 'thulium' })
    permit('GET tickets')
    pass(59)
    t.match(await read(), { items: [{ id: 7 }], source: 'thulium' })
    pass(2)
    t.match(await read(), { items: [], source: 'unreadable' })
  })

  await t.test('Without an answer of Thulium there is a note instead of an error', async (t) => {
    const api = await startApi(t)
    const { tenant } = await connect(api, 'sklep-e')
    for (const list of ['queues', 'categories', 'statuses', 'agents', 'custom-fields?of=ticket'])
      t.match(await api.call('GET', `${tenant}/pick-lists/${list}`), {
        status: 200,
        body: { items: [], source: 'unreadable', note: { en: /does not answer properly/ } },
      })
    t.match(await api.call('GET', '/api/tenants/nikt/pick-lists/queues'), { status: 404 })
  })

  await t.test('A list in a form that is not known is entered by hand', async (t) => {
    const odd = await startApi(t, { ...outside.urls, thuliumUrl: await startOddThulium(t) })
    const { tenant } = await connect(odd, 'sklep-g')
    for (const list of ['queues', 'categories', 'statuses', 'agents'])
      t.match(await odd.call('GET', `${tenant}/pick-lists/${list}`), {
        status: 200,
        body: { items: [], source: 'unreadable', note: { en: /form that is not known. Enter the value by hand/ } },
      })
  })

  await t.test('A rejected password is told apart from a missing permission', async (t) => {
    outside.addAccount('sklep-f')
    const { tenant } = await connect(api, 'sklep-f', { apiPassword: 'wrong-password' })
    t.match(await api.call('GET', `${tenant}/pick-lists/agents`), {
      body: { source: 'unreadable', note: { en: /rejects the API user/ } },
    })
  })
})
