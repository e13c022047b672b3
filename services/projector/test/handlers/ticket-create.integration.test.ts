import { refusedFields } from '@connector/domain/effects'
import t from 'tap'
import { threadField } from './support/account.ts'
import { ordered } from './support/events.ts'
import { fourWays } from './support/four-ways.ts'
import { startOutside } from './support/outside.ts'
import { createScene, type Scene, type SceneOptions } from './support/scene.ts'
import { entries, ticketIdOf, ticketsOf } from './support/ticket.ts'

const outside = await startOutside(t)

/** A conversation that is due for its ticket. */
async function linked(options: SceneOptions = {}, text = 'Kiedy paczka?'): Promise<Scene> {
  const scene = createScene(outside, options)
  scene.buyerWrites(text)
  await scene.run('customer:link')
  return scene
}

await fourWays(t, outside, {
  kind: 'ticket:create',
  operation: 'POST tickets',
  async arrange(scene) {
    scene.buyerWrites('Kiedy paczka?')
    await scene.run('customer:link')
    return ''
  },
  there: (scene) => ticketsOf(outside, scene).length,
})

t.test('the ticket holds the first message, the mark, the customer and the order', async (t) => {
  const scene = await linked()
  scene.happened(ordered())
  t.match(await scene.run('ticket:create'), { kind: 'done', event: { data: { how: 'done', orders: 1 } } })
  const [ticket] = ticketsOf(outside, scene)
  t.match(ticket, {
    subject: /^EmpikPlace: .*ORDER-1-A/,
    source: 'www',
    queueId: 7,
    categoryId: 12,
    tags: ['EmpikPlace'],
    customerId: scene.state().thuliumCustomerId,
    customFields: { [threadField]: scene.ref.threadId, 'EmpikPlace zamówienie': 'ORDER-1-A' },
  })
  t.same(entries(outside, scene, 'MAIL'), ['Kiedy paczka?'])
  t.match(entries(outside, scene, 'COMMENT'), [/Kubek/])
})

t.test('it is made without what Thulium refuses and it can be done without', async (t) => {
  await t.test('a field that does not exist, told in the first comment, and remembered', async (t) => {
    const scene = await linked({ settings: { ticketFields: { conversationLink: 'Nie ma takiego' } } })
    const told = { kind: 'done', event: { data: { fieldsMissing: ['Nie ma takiego'] } } }
    t.match(await scene.run('ticket:create'), told)
    t.match(entries(outside, scene, 'COMMENT'), [/nie ma pola zgłoszenia „Nie ma takiego”/])
    t.match(await scene.lookUp('ticket:create'), told, 'found again, it is read in its comment')
  })

  await t.test('a source that it does not know', async (t) => {
    const scene = await linked({ settings: { ticketSource: 'EmpikPlace' } })
    t.match(await scene.run('ticket:create'), { kind: 'done' })
    t.match(ticketsOf(outside, scene), [{ source: 'www' }])
    t.match(entries(outside, scene, 'COMMENT'), [/nie przyjęło źródła „EmpikPlace”/])
  })

  await t.test('a value of one field that it refuses; the field is tried again for itself', async (t) => {
    const scene = await linked({ settings: { ticketFields: { orderState: 'EmpikPlace stan' } } })
    outside.thulium.setSwitches(scene.system, { longestTicketField: 50 })
    scene.happened(ordered({ state: 'X'.repeat(60) }))
    t.match(await scene.run('ticket:create'), {
      kind: 'done',
      event: { data: { fieldsRefused: ['EmpikPlace stan'] } },
    })
    t.match(ticketsOf(outside, scene), [
      {
        customerId: Number,
        tags: ['EmpikPlace'],
        customFields: { 'EmpikPlace stan': null, 'EmpikPlace zamówienie': 'ORDER-1-A' },
      },
    ])
    t.match(entries(outside, scene, 'COMMENT'), [/nie przyjęło wartości pola zgłoszenia „EmpikPlace stan”/])
    t.match(await scene.run('ticket:update', refusedFields), { kind: 'not-done', failure: { failureClass: 'refused' } })
    outside.thulium.setSwitches(scene.system, { longestTicketField: 0 })
    t.match(await scene.run('ticket:update', refusedFields), { kind: 'done' })
    t.match(ticketsOf(outside, scene), [{ customFields: { 'EmpikPlace stan': /X{60}/ } }])
  })

  await t.test('fields, by a gateway, which can be told from an outage', async (t) => {
    const scene = await linked({ settings: { ticketFields: { orderState: 'EmpikPlace stan' } } })
    await scene.run('ticket:create')
    scene.happened(ordered())
    scene.fault('PUT tickets/:id', { kind: 'status', status: 403, body: 'challenge' })
    t.match(await scene.run('ticket:update', '1'), { kind: 'unknown', failure: { byGateway: true } })
    t.match(await scene.lookUp('ticket:update', '1', 1), { kind: 'not-found' }, 'Thulium answers otherwise')
    scene.fault('GET tickets/:id', { kind: 'status', status: 403, body: 'challenge' })
    t.match(await scene.lookUp('ticket:update', '1', 1), { kind: 'lookup-failed' }, 'and here it does not')
    t.match(await scene.lookUp('ticket:update', '1'), { kind: 'not-found' }, 'after a restart nothing is asked')
    t.match(await scene.run('ticket:update', '1'), { kind: 'done' })
  })

  await t.test('tags, told and remembered', async (t) => {
    const scene = await linked()
    outside.thulium.setSwitches(scene.system, { ticketTags: 'rejected' })
    t.match(await scene.run('ticket:create'), { kind: 'done' })
    t.match(ticketsOf(outside, scene), [{ tags: [], customerId: Number }])
    t.match(entries(outside, scene, 'COMMENT'), [/nie przyjęło tagów \(EmpikPlace\)/])
  })

  await t.test('a category, a queue or a customer that is gone', async (t) => {
    const scene = await linked({ settings: { categoryId: 99, queueId: 98 } })
    await scene.connection.thulium.customer(scene.state().thuliumCustomerId ?? 0)
    t.match(await scene.run('ticket:create'), { kind: 'done' })
    t.match(ticketsOf(outside, scene), [{ categoryId: null, queueId: 7, tags: ['EmpikPlace'], customerId: Number }])
    t.match(entries(outside, scene, 'COMMENT'), [/kategorii nr 99[^]*kolejki nr 98/])

    const other = await linked()
    other.happened({
      type: 'CustomerLinked',
      data: {
        effectKey: 'k',
        customerId: 'c',
        thuliumCustomerId: 4711,
        found: 'existing',
        hits: 1,
        placeholder: false,
      },
    })
    t.match(await other.run('ticket:create'), { kind: 'done' })
    t.match(ticketsOf(outside, other), [{ customerId: null, tags: ['EmpikPlace'], categoryId: 12 }])
    t.match(entries(outside, other, 'COMMENT'), [/rekord CRM nr 4711/])
  })

  await t.test('several things at once, also when the refusal names none', async (t) => {
    const scene = await linked({ settings: { ticketFields: { orderState: 'EmpikPlace stan' } } })
    scene.happened(ordered())
    // The whole, then each of its seven parts alone, then two of them together.
    scene.fault('POST tickets', { kind: 'status', status: 400 }, { times: 8 })
    t.match(await scene.run('ticket:create'), { kind: 'done' })
    t.equal(ticketsOf(outside, scene).length, 1)
    t.match(ticketsOf(outside, scene), [{ customerId: Number }], 'what matters most is kept')
  })

  await t.test('what is refused whatever it lacks is refused', async (t) => {
    const scene = await linked()
    scene.fault('POST tickets', { kind: 'status', status: 400 }, { times: null })
    t.match(await scene.run('ticket:create'), { kind: 'not-done', failure: { failureClass: 'refused' } })
    t.ok(scene.calls('POST tickets') <= 20, `${scene.calls('POST tickets')} calls`)
  })

  await t.test('files', async (t) => {
    const scene = createScene(outside)
    scene.buyerWrites('Zdjęcie', { attachments: [{ name: 'paczka.jpg', content: 'jpeg' }] })
    await scene.run('customer:link')
    scene.fault('POST tickets', { kind: 'status', status: 400 }, { times: 1 })
    t.match(await scene.run('ticket:create'), { kind: 'done' })
    t.equal(ticketsOf(outside, scene).length, 1)
  })
})

t.test('files of the first message come with it', async (t) => {
  const scene = createScene(outside)
  scene.buyerWrites('Zdjęcie', { attachments: [{ name: 'paczka.jpg', content: 'jpeg' }] })
  await scene.run('customer:link')
  await scene.run('ticket:create')
  const [ticket] = ticketsOf(outside, scene)
  t.match(ticket?.messages.find(({ type }) => type === 'MAIL')?.attachments, [{ filename: 'paczka.jpg' }])
})

t.test('without its mark no ticket is made', async (t) => {
  await t.test('when the field is known to be missing, nothing is called', async (t) => {
    const missing = { of: 'ticket' as const, name: threadField, since: new Date(0) }
    const scene = await linked({ integration: { missingFields: [missing] } })
    t.match(await scene.run('ticket:create'), { kind: 'not-done', missingField: { of: 'ticket', name: threadField } })
    t.equal(scene.calls('POST tickets'), 0)
  })

  await t.test('when it was renamed a moment ago', async (t) => {
    const scene = await linked()
    outside.thulium.renameField({ system: scene.system, of: 'ticket', from: threadField, to: 'Inne' })
    t.match(await scene.run('ticket:create'), { kind: 'not-done', missingField: { of: 'ticket', name: threadField } })
    t.equal(ticketsOf(outside, scene).length, 0)
  })

  await t.test('a look-up waits for the field as well', async (t) => {
    const scene = await linked()
    outside.thulium.renameField({ system: scene.system, of: 'ticket', from: threadField, to: 'Inne' })
    t.match(await scene.lookUp('ticket:create'), { kind: 'lookup-failed', missingField: { name: threadField } })
  })

  await t.test('where unknown names are ignored, every ticket that is found lacks the field', async (t) => {
    const scene = await linked()
    outside.thulium.setSwitches(scene.system, { unknownCustomFieldName: 'ignored' })
    outside.thulium.renameField({ system: scene.system, of: 'ticket', from: threadField, to: 'Inne' })
    await scene.connection.thulium.createTicket({
      to: 'sklep@sklep.example',
      subject: 'Inne',
      body: 'Inne',
      bodyType: 'PLAIN',
      source: 'www',
    })
    t.match(await scene.lookUp('ticket:create'), { kind: 'lookup-failed', missingField: { name: threadField } })
  })
})

t.test('a ticket is not made before the customer is linked, nor without a message', async (t) => {
  const scene = createScene(outside)
  t.match(await scene.run('ticket:create'), { kind: 'not-done', failure: { failureClass: 'refused' } })
  scene.buyerWrites('Kiedy paczka?')
  t.match(await scene.run('ticket:create'), { kind: 'not-done', failure: { failureClass: 'refused' } })
  t.equal(ticketsOf(outside, scene).length, 0)
})

t.test('a buyer outside the CRM is told in subject, tags and comment', async (t) => {
  const scene = await linked({ settings: { newCustomers: 'leave-outside' } })
  await scene.run('ticket:create')
  t.match(ticketsOf(outside, scene), [
    { subject: /\[spoza CRM\]/, tags: ['EmpikPlace', 'EmpikPlace: spoza CRM'], customerId: null },
  ])
  t.match(entries(outside, scene, 'COMMENT'), [/Dodaj do CRM: http/])
})

t.test('queue, category and tags are those of the rule that was recorded', async (t) => {
  const scene = await linked()
  scene.happened({
    type: 'ConversationRouted',
    data: { messageId: 'm', queueId: 7, categoryId: 12, tags: ['pilne'], firstContact: true },
  })
  await scene.run('ticket:create')
  t.match(ticketsOf(outside, scene), [{ tags: ['EmpikPlace', 'pilne'] }])
})

t.test('a ticket that is found tells how much of the order is in it', async (t) => {
  const scene = await linked()
  scene.happened(ordered())
  scene.fault('POST tickets', { kind: 'cut-after' })
  await scene.run('ticket:create')
  scene.happened(ordered({ state: 'SHIPPED' }))
  t.match(await scene.lookUp('ticket:create'), { kind: 'done', event: { data: { how: 'adopted', orders: 1 } } })
})

t.test('the ticket that follows a lost one', async (t) => {
  const scene = await linked()
  await scene.run('ticket:create')
  const lost = ticketIdOf(scene)
  outside.thulium.deleteTicket({ system: scene.system, ticketId: lost })
  scene.happened({ type: 'TicketLost', data: { ticketId: lost, reason: 'deleted' } })
  const next = scene.buyerWrites('I co dalej?')

  await t.test('begins with the message at hand and names the earlier one', async (t) => {
    scene.fault('POST tickets', { kind: 'cut-after' })
    t.match(await scene.run('message:mirror', next.messageId), { kind: 'unknown' })
    t.same(entries(outside, scene, 'MAIL'), ['I co dalej?'])
    t.match(entries(outside, scene, 'COMMENT'), [new RegExp(`dalszym ciągiem zgłoszenia nr ${lost}`)])
  })

  await t.test('is found by mark and text', async (t) => {
    t.match(await scene.lookUp('message:mirror', next.messageId), {
      kind: 'done',
      event: { type: 'TicketCreated', data: { messageId: next.messageId, how: 'adopted' } },
    })
  })
})

t.test('what is no refusal is not mixed with one', async (t) => {
  for (const [fault, kind, failureClass] of [
    [{ kind: 'status', status: 401 }, 'not-done', 'credentials-rejected'],
    [{ kind: 'status', status: 429, retryAfter: 1 }, 'not-done', 'rate-limited'],
    [{ kind: 'status', status: 503 }, 'unknown', 'unreachable'],
    [{ kind: 'html' }, 'unknown', 'unreachable'],
  ] as const)
    await t.test(`${fault.kind} ${'status' in fault ? fault.status : ''}`, async (t) => {
      const scene = await linked()
      scene.fault('POST tickets', fault)
      t.match(await scene.run('ticket:create'), { kind, failure: { failureClass } })
    })
})

t.test('an index that lags says so, also of a ticket that a later message begins', async (t) => {
  const scene = await linked()
  outside.thulium.setSwitches(scene.system, { searchIndexLagSeconds: 3_600 })
  scene.fault('POST tickets', { kind: 'cut-after' })
  t.match(await scene.run('ticket:create'), { kind: 'unknown' })
  t.match(await scene.lookUp('ticket:create'), { kind: 'not-found', bySearch: true })
  outside.thulium.setSwitches(scene.system, { searchIndexLagSeconds: 0 })
})

t.test('a queue or category that is gone, and an odd word for it, cost that part and not the ticket', async (t) => {
  await t.test('404, as of something that is not there', async (t) => {
    const scene = await linked({ settings: { queueId: 99 } })
    // The whole twice, then without each part that matters less than the queue: a source, tags and category.
    scene.fault('POST tickets', { kind: 'status', status: 404 }, { times: 4 })
    t.match(await scene.run('ticket:create'), { kind: 'done' })
    t.equal(ticketsOf(outside, scene).length, 1)
  })

  await t.test('404 for ever: asked again before a person is', async (t) => {
    const scene = await linked()
    scene.fault('POST tickets', { kind: 'status', status: 404 }, { times: null })
    t.match(await scene.run('ticket:create'), { kind: 'not-done', failure: { failureClass: 'unreachable' } })
    t.match(
      await scene.runAfterOutage('ticket:create'),
      { kind: 'not-done', failure: { doubted: true } },
      'nor after an outage',
    )
    t.match(await scene.run('ticket:create', '', 3), { kind: 'not-done', failure: { failureClass: 'refused' } })
  })

  await t.test('one 404 costs nothing', async (t) => {
    const scene = await linked()
    scene.fault('POST tickets', { kind: 'status', status: 404 })
    t.match(await scene.run('ticket:create'), { kind: 'done' })
    t.match(ticketsOf(outside, scene), [{ tags: ['EmpikPlace'], queueId: 7, categoryId: 12 }])
    t.notMatch(entries(outside, scene, 'COMMENT').join(), /nie przyjęło/)
  })

  await t.test('files larger than a gateway lets through', async (t) => {
    const scene = createScene(outside)
    scene.buyerWrites('Zdjęcie', { attachments: [{ name: 'paczka.jpg', content: 'jpeg' }] })
    await scene.run('customer:link')
    scene.fault('POST tickets', { kind: 'status', status: 413, body: 'html' }, { times: 3 })
    t.match(await scene.run('ticket:create'), { kind: 'done' })
    t.equal(ticketsOf(outside, scene).length, 1)
  })
})

t.test('a page of a firewall makes the outcome unknown, never a refusal', async (t) => {
  for (const status of [400, 403, 422])
    await t.test(String(status), async (t) => {
      const scene = await linked()
      scene.fault('POST tickets', { kind: 'status', status, body: 'challenge' })
      t.match(await scene.run('ticket:create'), { kind: 'unknown', failure: { byGateway: true } })
      t.match(await scene.lookUp('ticket:create'), { kind: 'not-found' })
    })
})
