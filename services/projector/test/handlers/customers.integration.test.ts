import type { Customer } from '@connector/thulium'
import t from 'tap'
import { customerField } from './support/account.ts'
import { ordered } from './support/events.ts'
import { fourWays } from './support/four-ways.ts'
import { startOutside } from './support/outside.ts'
import { createScene, type Scene } from './support/scene.ts'
import { entries } from './support/ticket.ts'

const outside = await startOutside(t)
const recordsOf = ({ system }: Scene) => outside.thulium.customers(system)
const buyerOf = (scene: Scene): string => scene.state().thread?.customerId ?? ''

await fourWays(t, outside, {
  kind: 'customer:link',
  operation: 'POST customers',
  whenRefused: 'done',
  arrange(scene) {
    scene.buyerWrites('Kiedy paczka?')
    return ''
  },
  there: (scene) => recordsOf(scene).length,
})

await fourWays(t, outside, {
  kind: 'customer:add',
  operation: 'POST customers',
  options: { settings: { newCustomers: 'leave-outside' } },
  async arrange(scene) {
    scene.buyerWrites('Kiedy paczka?')
    await scene.run('customer:link')
    return ''
  },
  there: (scene) => recordsOf(scene).length,
})

await fourWays(t, outside, {
  kind: 'customer:name',
  operation: 'PUT customers/:id',
  looksItself: true,
  async arrange(scene) {
    scene.buyerWrites('Kiedy paczka?')
    await scene.run('customer:link')
    scene.happened(ordered())
    return ''
  },
  there: (scene) => recordsOf(scene).filter(({ name, surname }) => `${name} ${surname}` === 'Jan Testowy').length,
})

t.test('customer:link', async (t) => {
  await t.test('leaves a new buyer outside the CRM when the settings say so', async (t) => {
    const scene = createScene(outside, { settings: { newCustomers: 'leave-outside' } })
    scene.buyerWrites('Kiedy paczka?')
    t.match(await scene.run('customer:link'), { kind: 'done', event: { type: 'CustomerLeftOutside' } })
    t.equal(recordsOf(scene).length, 0)
  })

  await t.test('takes the record with the lowest number of several, and says how many there are', async (t) => {
    const scene = createScene(outside)
    scene.buyerWrites('Kiedy paczka?')
    const customFields = { [customerField]: buyerOf(scene) }
    const first = outside.thulium.addCustomer({ system: scene.system, surname: 'Lis', customFields })
    outside.thulium.addCustomer({ system: scene.system, surname: 'Lisowska', customFields })
    t.match(await scene.run('customer:link'), {
      event: { data: { thuliumCustomerId: first, found: 'existing', hits: 2 } },
    })
  })

  await t.test('takes no record that only begins with the id', async (t) => {
    const scene = createScene(outside)
    outside.thulium.setSwitches(scene.system, { customFieldsMatch: 'prefix' })
    scene.buyerWrites('Kiedy paczka?')
    const customFields = { [customerField]: `${buyerOf(scene)}-2` }
    const other = outside.thulium.addCustomer({ system: scene.system, surname: 'Lis', customFields })
    await scene.run('customer:link')
    t.not(scene.state().thuliumCustomerId, other)
    t.equal(recordsOf(scene).length, 2)
  })

  await t.test('takes the record that another conversation of the buyer was linked to, without a call', async (t) => {
    const scene = createScene(outside, {
      buyers: { known: () => Promise.resolve(4711), uncertain: () => Promise.resolve(false) },
    })
    scene.buyerWrites('Kiedy paczka?')
    t.match(await scene.run('customer:link'), { event: { data: { thuliumCustomerId: 4711, found: 'existing' } } })
    t.equal(scene.calls('GET customers'), 0)
  })

  await t.test('creates nothing while another conversation may just have created the record', async (t) => {
    const scene = createScene(outside, {
      buyers: { known: () => Promise.resolve(undefined), uncertain: () => Promise.resolve(true) },
    })
    scene.buyerWrites('Kiedy paczka?')
    t.match(await scene.run('customer:link'), { kind: 'not-done', failure: { failureClass: 'unreachable' } })
    t.equal(recordsOf(scene).length, 0)
  })

  await t.test('waits for the field that somebody renamed', async (t) => {
    const scene = createScene(outside)
    outside.thulium.renameField({ system: scene.system, of: 'customer', from: customerField, to: 'Inne' })
    scene.buyerWrites('Kiedy paczka?')
    t.match(await scene.run('customer:link'), {
      kind: 'not-done',
      missingField: { of: 'customer', name: customerField },
    })
  })
})

t.test('a record that Thulium refuses never holds up the ticket', async (t) => {
  const surname = 'Ż👍'.repeat(185)

  await t.test('a name that is too long is cut between its characters, and that is told', async (t) => {
    const scene = createScene(outside)
    outside.thulium.setSwitches(scene.system, { longestCustomerName: 255 })
    scene.buyerWrites('Kiedy paczka?')
    scene.happened(ordered({ customer: { id: 'customer-1', firstName: 'Jan', lastName: surname } }))
    t.match(await scene.run('customer:link'), {
      kind: 'done',
      event: { type: 'CustomerLinked', data: { shortened: true } },
    })
    const [record] = recordsOf(scene)
    t.equal(record?.surname, `${'Ż👍'.repeat(127)}Ż`)
    await scene.run('ticket:create')
    await scene.run('comment:add', 'customer-shortened')
    t.match(entries(outside, scene, 'COMMENT').at(-1), /pierwsze 255 znaków/)
  })

  await t.test('a name found later is cut as well', async (t) => {
    const scene = createScene(outside)
    outside.thulium.setSwitches(scene.system, { longestCustomerName: 255 })
    scene.buyerWrites('Kiedy paczka?')
    await scene.run('customer:link')
    scene.happened(ordered({ customer: { id: 'customer-1', firstName: 'Jan', lastName: surname } }))
    t.match(await scene.run('customer:name'), { kind: 'done', event: { data: { named: true, shortened: true } } })
  })

  await t.test('a Thulium that takes long names gets the whole one', async (t) => {
    const scene = createScene(outside)
    scene.buyerWrites('Kiedy paczka?')
    scene.happened(ordered({ customer: { id: 'customer-1', firstName: 'Jan', lastName: surname } }))
    await scene.run('customer:link')
    t.match(recordsOf(scene), [{ surname }])
  })

  await t.test(
    'a record that is refused whatever its name: the ticket is made without, says so, and offers the link',
    async (t) => {
      const scene = createScene(outside)
      scene.buyerWrites('Kiedy paczka?')
      scene.fault('POST customers', { kind: 'status', status: 400 })
      t.match(await scene.run('customer:link'), {
        kind: 'done',
        event: { type: 'CustomerLeftOutside', data: { refused: /400/ } },
      })
      t.match(await scene.run('ticket:create'), { kind: 'done' })
      t.match(entries(outside, scene, 'COMMENT'), [/nie przyjęło rekordu klienta.*bez klienta.*Dodaj do CRM/])
      t.match(await scene.run('customer:add'), { kind: 'done', event: { type: 'CustomerLinked' } })
    },
  )

  await t.test('a search that is refused neither', async (t) => {
    const scene = createScene(outside)
    scene.buyerWrites('Kiedy paczka?')
    outside.thulium.addCustomer({ system: scene.system, surname: 'Lis' })
    scene.fault('GET customers', { kind: 'status', status: 422 })
    t.match(await scene.run('customer:link'), { kind: 'done', event: { type: 'CustomerLeftOutside' } })
  })

  await t.test('asked for by a person it stays refused, for that person to see', async (t) => {
    const scene = createScene(outside, { settings: { newCustomers: 'leave-outside' } })
    scene.buyerWrites('Kiedy paczka?')
    await scene.run('customer:link')
    scene.fault('POST customers', { kind: 'status', status: 400 })
    t.match(await scene.run('customer:add'), { kind: 'not-done', failure: { failureClass: 'refused' } })
  })
})

t.test('customer:name leaves alone what an agent typed', async (t) => {
  const scene = createScene(outside)
  scene.buyerWrites('Kiedy paczka?')
  await scene.run('customer:link')
  scene.happened(ordered())
  const [record] = recordsOf(scene)
  await scene.connection.thulium.updateCustomer(record?.customerId ?? 0, { name: 'Ewa', surname: 'Lis' })
  t.match(await scene.run('customer:name'), { kind: 'done', event: { data: { named: false } } })
  t.match(recordsOf(scene), [{ name: 'Ewa', surname: 'Lis' }])
})

t.test('customer:name does not take a record for deleted that is refused once', async (t) => {
  const scene = createScene(outside)
  scene.buyerWrites('Kiedy paczka?')
  await scene.run('customer:link')
  scene.happened(ordered())
  scene.fault('GET customers/:id', { kind: 'status', status: 404 })
  t.match(await scene.run('customer:name'), { kind: 'not-done', failure: { failureClass: 'unreachable' } })
  scene.fault('GET customers/:id', { kind: 'status', status: 404 })
  t.match(
    await scene.runAfterOutage('customer:name'),
    { kind: 'not-done', failure: { doubted: true } },
    'nor after an outage',
  )
  t.match(await scene.run('customer:name', '', 1), { kind: 'done', event: { data: { named: true } } })

  scene.fault('GET customers/:id', { kind: 'status', status: 404 })
  t.match(await scene.run('customer:name', '', 3), { kind: 'done', event: { data: { named: false } } })
})

t.test('whatever Thulium has against the record, the ticket is made and says so', async (t) => {
  /** A try, after so many failed ones. */
  const linked = async (scene: Scene, failures = 0) => {
    scene.buyerWrites('Kiedy paczka?')
    return scene.run('customer:link', '', failures)
  }
  const outsideWith = (message: RegExp) =>
    ({ kind: 'done', event: { type: 'CustomerLeftOutside', data: { refused: message } } }) as const

  await t.test('an API user who may not write records', async (t) => {
    const scene = createScene(outside)
    scene.fault('POST customers', { kind: 'status', status: 403 }, { times: null })
    t.match(await linked(scene), outsideWith(/403/))
    t.match(await scene.run('ticket:create'), { kind: 'done' })
    t.match(await scene.run('customer:add'), { kind: 'not-done', failure: { failureClass: 'refused' } }, 'for a person')
  })

  await t.test('an API user who may do nothing is rejected, and not the record', async (t) => {
    const scene = createScene(outside)
    for (const operation of ['POST customers', 'GET tickets'])
      scene.fault(operation, { kind: 'status', status: 403 }, { times: null })
    t.match(await linked(scene), { kind: 'not-done', failure: { failureClass: 'credentials-rejected' } })
  })

  await t.test('an address that is not there: once it is no verdict', async (t) => {
    const scene = createScene(outside)
    scene.fault('POST customers', { kind: 'status', status: 404 }, { times: null })
    t.match(await linked(scene), { kind: 'not-done', failure: { failureClass: 'unreachable' } })
    t.match(
      await scene.runAfterOutage('customer:link'),
      { kind: 'not-done', failure: { doubted: true } },
      'nor after an outage',
    )
    t.match(await scene.run('customer:link', '', 3), outsideWith(/404/))
  })

  await t.test('a CRM that fails while the rest of Thulium works', async (t) => {
    const scene = createScene(outside)
    scene.fault('GET customers', { kind: 'status', status: 500 }, { times: null })
    t.match(await linked(scene), { kind: 'not-done', failure: { failureClass: 'unreachable' } })
    t.match(
      await scene.runAfterOutage('customer:link'),
      { kind: 'not-done', failure: { doubted: true } },
      'nor after an outage',
    )
    t.match(await scene.run('customer:link', '', 3), outsideWith(/500/))
  })

  await t.test('a Thulium that fails as a whole is waited for', async (t) => {
    const scene = createScene(outside)
    for (const operation of ['GET customers', 'GET tickets'])
      scene.fault(operation, { kind: 'status', status: 500 }, { times: null })
    t.match(await linked(scene, 9), { kind: 'not-done', failure: { failureClass: 'unreachable' } })
  })

  await t.test('a page of a firewall is no verdict, and is looked up first', async (t) => {
    const scene = createScene(outside)
    scene.fault('POST customers', { kind: 'status', status: 422, body: 'html' }, { times: null })
    t.match(await linked(scene), { kind: 'unknown', failure: { failureClass: 'unreachable', byGateway: true } })
    t.match(await scene.lookUp('customer:link'), { kind: 'not-found' })
    t.match(await scene.run('customer:link', '', 0, 2), outsideWith(/Something between us and Thulium/))
  })
})

t.test('a record that the search may hide is not made a second time', async (t) => {
  /** Beside what Thulium shows. */
  const withRow = (raw: unknown) =>
    createScene(outside, {
      answers: (client) => ({
        async findCustomers(by, signal) {
          const answer = await client.findCustomers(by, signal)
          const unreadable = [{ raw, reason: 'customer_id: Required' }]
          return answer.ok ? { ...answer, value: { ...answer.value, unreadable } } : answer
        },
      }),
    })

  await t.test('a row that cannot be read may be it', async (t) => {
    const scene = withRow({ surname: 'Lis' })
    scene.buyerWrites('Kiedy paczka?')
    t.match(await scene.run('customer:link'), { kind: 'not-done', failure: { message: /cannot be read/ } })
    t.match(await scene.run('customer:link', '', 3), { event: { type: 'CustomerLeftOutside' } }, 'the ticket goes on')
    t.match(await scene.run('customer:add', '', 3), { kind: 'not-done', failure: { failureClass: 'refused' } })
    t.equal(recordsOf(scene).length, 0)
  })

  await t.test('one that shows another id is not', async (t) => {
    const scene = withRow({ surname: 'Lis', custom_fields: { [customerField]: 'ktoś inny' } })
    scene.buyerWrites('Kiedy paczka?')
    t.match(await scene.run('customer:link'), { kind: 'done', event: { type: 'CustomerLinked' } })
  })

  await t.test('one that comes without its custom fields may be it', async (t) => {
    const scene = createScene(outside, {
      answers: (client) => ({
        async findCustomers(by, signal) {
          const answer = await client.findCustomers(by, signal)
          const bare = ({ id, name, surname }: Customer): Customer => ({ id, name, surname })
          return answer.ok
            ? { ...answer, value: { ...answer.value, customers: answer.value.customers.map(bare) } }
            : answer
        },
      }),
    })
    scene.buyerWrites('Kiedy paczka?')
    outside.thulium.addCustomer({
      system: scene.system,
      surname: 'Lis',
      customFields: { [customerField]: buyerOf(scene) },
    })
    t.match(await scene.run('customer:link'), {
      kind: 'not-done',
      failure: { message: /1 without their custom fields/ },
    })
    t.equal(recordsOf(scene).length, 1)
  })

  await t.test('a search that shows as many as it may proves nothing', async (t) => {
    const scene = createScene(outside)
    outside.thulium.setSwitches(scene.system, { customFieldsMatch: 'prefix' })
    scene.buyerWrites('Kiedy paczka?')
    for (let count = 0; count < 100; count++)
      outside.thulium.addCustomer({
        system: scene.system,
        surname: 'Lis',
        customFields: { [customerField]: `${buyerOf(scene)}-${count}` },
      })
    t.match(await scene.run('customer:link'), { kind: 'not-done', failure: { message: /behind them/ } })
  })
})

t.test('customer:name that a gateway refuses can be told from an outage', async (t) => {
  const scene = createScene(outside)
  scene.buyerWrites('Kiedy paczka?')
  await scene.run('customer:link')
  scene.happened(ordered())
  scene.fault('PUT customers/:id', { kind: 'status', status: 403, body: 'challenge' })
  t.match(await scene.run('customer:name'), { kind: 'unknown', failure: { byGateway: true } }, 'five of these park it')
  t.match(await scene.lookUp('customer:name', '', 1), { kind: 'not-found' }, 'Thulium answers otherwise')
  scene.fault('GET customers/:id', { kind: 'status', status: 403, body: 'challenge' })
  t.match(await scene.lookUp('customer:name', '', 1), { kind: 'lookup-failed' }, 'and here it does not')
  t.match(await scene.run('customer:name'), { kind: 'done', event: { data: { named: true } } })
})
