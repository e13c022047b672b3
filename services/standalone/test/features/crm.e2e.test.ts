import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { comments, mailSeen, nothingUnderWay, ticketIdOf, ticketOf } from '../support/seen.ts'
import { inEveryWeather } from '../support/weather.ts'
import type { Shop, World } from '../support/world.ts'

t.setTimeout(540_000)

const skip = noDatabase ?? false

/** A conversation of this buyer about an order of his own. */
function writes(world: World, { shopId }: Shop, customer: { id: string; firstname?: string; lastname?: string }) {
  const order = world.empik.addOrder({ shopId, customer })
  return world.empik.buyerWrites({ shopId, orderId: order.id, text: `Pisze ${customer.id}` }).threadId
}

const recordsOf = ({ thulium }: World, { tenantId }: Shop, customerId: string) =>
  thulium.customers(tenantId).filter(({ customFields }) => customFields['Empik ID'] === customerId)

await t.test('tickets are tied to the CRM record of the buyer, who gets one if he has none', { skip, jobs: 4 }, (t) =>
  inEveryWeather(t, async (t, { world, shop, moment }) => {
    const { empik, thulium } = world
    const { tenantId: system, shopId } = shop
    thulium.setSwitches(system, { customFieldsMatch: 'prefix' })
    const add = (value: string): number =>
      thulium.addCustomer({ system, surname: 'Wpisana', customFields: { 'Empik ID': value } })
    const other = add('c-12')
    const lowest = add('c-1')
    const higher = add('c-1')

    const [first, newcomer, newcomerToo] = [
      writes(world, shop, { id: 'c-1' }),
      writes(world, shop, { id: 'c-2', firstname: 'Ewa', lastname: 'Lis' }),
      writes(world, shop, { id: 'c-2', firstname: 'Ewa', lastname: 'Lis' }),
    ]
    await ticketIdOf(world, shop, first)
    await moment()
    const second = writes(world, shop, { id: 'c-1' })
    const nameless = writes(world, shop, { id: 'c-3', firstname: '', lastname: '' })
    for (const threadId of [second, newcomer, newcomerToo, nameless]) await ticketIdOf(world, shop, threadId)
    await nothingUnderWay(world, shop)

    t.match(recordsOf(world, shop, 'c-1'), [{ surname: 'Wpisana' }, { surname: 'Wpisana' }], 'what agents typed stays')
    t.same(
      [first, second].map((threadId) => ticketOf(world, shop, threadId)?.customerId),
      [lowest, lowest],
      'of several records with exactly this id the lowest number is taken',
    )
    const warnings = [first, second].flatMap((threadId) =>
      comments(world, shop, threadId).filter((text) => text.includes('ID klienta EmpikPlace c-1: 2.')),
    )
    t.equal(warnings.length, 1, 'people are told of the ambiguity once')
    t.match(warnings[0], String(lowest))
    t.equal(thulium.customers(system).length, 5, 'nothing was created for who had a record')

    // A record made before its order could be had gets the name later.
    await until('the name', () => recordsOf(world, shop, 'c-2').some(({ surname }) => surname === 'Lis') || undefined)
    await nothingUnderWay(world, shop)
    const [created, ...more] = recordsOf(world, shop, 'c-2')
    t.same(more, [], 'two conversations of a newcomer at once give one record')
    t.match(created, { name: 'Ewa', surname: 'Lis', customFields: { 'Empik ID': 'c-2' } })
    for (const threadId of [newcomer, newcomerToo])
      t.equal(ticketOf(world, shop, threadId)?.customerId, created?.customerId)
    t.match(recordsOf(world, shop, 'c-3'), [{ name: '', surname: 'Klient EmpikPlace' }])

    thulium.pinCustomer({ system, ticketId: await ticketIdOf(world, shop, first), customerId: higher })
    await moment()
    empik.buyerWrites({ shopId, threadId: first, text: 'I jeszcze jedno' })
    await mailSeen(world, shop, first, 'I jeszcze jedno')
    t.equal(ticketOf(world, shop, first)?.customerId, higher, 'what an agent pinned stays pinned')
    t.notOk(thulium.tickets(system).some(({ customerId }) => customerId === other))
  }),
)

const outside = {
  newCustomers: 'leave-outside',
  ticketFields: { customerId: 'EmpikPlace klient' },
} as const

/** The address that the first comment of a ticket offers. */
const linkIn = (texts: readonly string[]): string => /Dodaj do CRM: (\S+)/.exec(texts.join('\n'))?.[1] ?? ''

await t.test('a buyer left outside the CRM is marked, and added by one click', { skip, jobs: 4 }, (t) =>
  inEveryWeather(
    t,
    async (t, { world, shop, moment }) => {
      const { thulium } = world
      const { tenantId: system } = shop
      const known = thulium.addCustomer({ system, surname: 'Wpisana', customFields: { 'Empik ID': 'c-1' } })
      const insider = writes(world, shop, { id: 'c-1' })
      const threads = [
        writes(world, shop, { id: 'c-2', firstname: 'Ewa', lastname: 'Lis' }),
        writes(world, shop, { id: 'c-2', firstname: 'Ewa', lastname: 'Lis' }),
      ]
      const [one = '', other = ''] = threads
      for (const threadId of [insider, ...threads]) await ticketIdOf(world, shop, threadId)
      for (const threadId of threads)
        await until('the order', async () => (await world.repository.conversation({ ...shop, threadId })).state.order)
      await nothingUnderWay(world, shop)
      await moment()

      t.match(ticketOf(world, shop, insider), { customerId: known, tags: ['EmpikPlace'] }, 'who has a record is linked')
      for (const threadId of threads) {
        const ticket = ticketOf(world, shop, threadId)
        t.equal(ticket?.customerId, null)
        t.match(ticket?.subject, /^EmpikPlace \[spoza CRM\]: /)
        t.same(ticket?.tags, ['EmpikPlace', 'EmpikPlace: spoza CRM'])
        t.equal(ticket?.customFields['EmpikPlace klient'], 'c-2')
        t.match(comments(world, shop, threadId)[0], 'Klient spoza CRM, ID klienta EmpikPlace: c-2\nDodaj do CRM: http')
      }

      const isOutside = async (threadId: string): Promise<boolean> => {
        const { tenantId, integrationId } = shop
        const answer = await fetch(`${world.apiUrl}/api/tenants/${tenantId}/conversations/${integrationId}/${threadId}`)
        return z.object({ outsideCrm: z.boolean() }).parse(await answer.json()).outsideCrm
      }
      // What the API reads is written after what it is made from; a kill comes between the two.
      for (const threadId of threads)
        await until('the API to say who is outside', async () => (await isOutside(threadId)) || undefined)
      t.equal(await isOutside(insider), false)

      const links = threads.map((threadId) => linkIn(comments(world, shop, threadId)))
      const read = async (language: string): Promise<string> => {
        const headers = { 'accept-language': language, 'sec-fetch-site': 'cross-site' }
        const page = await fetch(links[0] ?? '', { headers })
        return `${page.status} ${await page.text()}`
      }
      t.match(await read('pl'), /^200 .*Dodaj klienta do CRM.*Ewa.*Lis.*c-2.*Empik ID.*method="post"/s)
      t.match(await read('en-GB,en;q=0.9'), /^200 .*Add the buyer to the CRM/s)
      await nothingUnderWay(world, shop)
      t.equal(thulium.customers(system).length, 1, 'following the link changes nothing')

      const press = async (link: string): Promise<number> =>
        (await fetch(link, { method: 'POST', body: new URLSearchParams() })).status
      t.same(await Promise.all([...links, ...links].map(press)), [200, 200, 200, 200])
      await moment()
      const record = await until('the record', () => recordsOf(world, shop, 'c-2')[0])
      const told = (threadId: string): string[] =>
        comments(world, shop, threadId).filter((text) => text.includes(`rekord ${record.customerId}`))
      for (const threadId of threads) await until('the comment', () => told(threadId)[0])
      await nothingUnderWay(world, shop)
      t.match(recordsOf(world, shop, 'c-2'), [{ name: 'Ewa', surname: 'Lis' }], 'there is one record')
      for (const threadId of threads) t.equal(told(threadId).length, 1, 'the agent is told once in each ticket')
      t.equal(ticketOf(world, shop, one)?.customerId, null, 'a ticket that exists cannot be linked by the API')
      t.match(await read('pl'), `rekordu: ${record.customerId}`)

      t.same(await Promise.all(threads.map(isOutside)), [false, false])

      const later = writes(world, shop, { id: 'c-2' })
      await ticketIdOf(world, shop, later)
      await nothingUnderWay(world, shop)
      t.match(ticketOf(world, shop, later), { customerId: record.customerId, tags: ['EmpikPlace'] })
      const answer = await fetch(
        `${world.apiUrl}/api/tenants/${system}/integrations/${shop.integrationId}/conversations/${other}/add-to-crm`,
        { method: 'POST' },
      )
      t.same(await answer.json(), { status: 'in-crm', thuliumCustomerId: record.customerId })
      t.equal(thulium.customers(system).length, 2)
    },
    { settings: outside },
  ),
)
