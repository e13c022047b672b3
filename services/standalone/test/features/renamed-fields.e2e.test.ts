import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { effectsIn, mails, nothingUnderWay, ticketIdOf } from '../support/seen.ts'
import { inEveryWeather } from '../support/weather.ts'
import type { Shop, World } from '../support/world.ts'

t.setTimeout(540_000)

const skip = noDatabase ?? false

const marker = 'EmpikPlace wątek'
const customerField = 'Empik ID'

const writes = ({ empik }: World, { shopId }: Shop, customerId: string): string =>
  empik.buyerWrites({
    shopId,
    orderId: empik.addOrder({ shopId, customer: { id: customerId, firstname: 'Ewa', lastname: 'Lis' } }).id,
    text: `Pisze ${customerId}`,
  }).threadId

interface Status {
  health: { level: string; reason: { pl: string } }
  missingFields: { of: string; name: string }[]
}

const statusOf = async ({ apiUrl }: World, { tenantId, integrationId }: Shop): Promise<Status> =>
  (await fetch(`${apiUrl}/api/tenants/${tenantId}/integrations/${integrationId}/status`)).json() as Promise<Status>

const missingSeen = (world: World, shop: Shop, name: string): Promise<Status> =>
  until(`“${name}” to be missed`, async () => {
    const status = await statusOf(world, shop)
    return status.missingFields.some((field) => field.name === name) ? status : undefined
  })

const noneMissing = (world: World, shop: Shop): Promise<true> =>
  until('no field to be missing', async () => (await statusOf(world, shop)).missingFields.length === 0 || undefined)

/** Settings and the like are remembered for a second; ten looks, 150 ms apart, take longer. */
async function tenLooks({ thulium }: World, { tenantId: subject }: Shop): Promise<void> {
  const looks = (): number => thulium.counters.count({ operation: 'GET tickets', subject })
  const before = looks()
  await until('ten looks', () => looks() >= before + 10 || undefined)
}

for (const unknownCustomFieldName of ['reject', 'ignored'] as const)
  await t.test(
    `fields renamed in the panel make writes wait where unknown names are ${unknownCustomFieldName}`,
    { skip, jobs: 4 },
    (t) =>
      inEveryWeather(
        t,
        async (t, { world, shop, moment }) => {
          const { empik, thulium } = world
          const { tenantId: system, shopId } = shop
          thulium.setSwitches(system, { unknownCustomFieldName })
          const known = writes(world, shop, 'c-1')
          await ticketIdOf(world, shop, known)
          await nothingUnderWay(world, shop)

          thulium.renameField({ system, of: 'ticket', from: marker, to: 'Wątek' })
          const { health } = await missingSeen(world, shop, marker)
          t.equal(health.level, 'failing')
          t.match(health.reason.pl, /nie ma pola zgłoszenia „EmpikPlace wątek”.*Przywróć nazwę/)
          await tenLooks(world, shop)
          const waiting = writes(world, shop, 'c-1')
          empik.buyerWrites({ shopId, threadId: known, text: 'Druga' })
          await until(
            'the message in the known ticket',
            () =>
              thulium.tickets(system).some(({ messages }) => messages.some(({ body }) => body.includes('Druga'))) ||
              undefined,
          )
          await until(
            'the new ticket to wait',
            async () =>
              (await effectsIn(world, shop, ['planned'])).some(({ failure_message }) =>
                failure_message?.includes(marker),
              ) || undefined,
          )
          await moment()
          t.equal(thulium.tickets(system).length, 1, 'no ticket was made that nobody could find again')

          thulium.renameField({ system, of: 'ticket', from: 'Wątek', to: marker })
          await noneMissing(world, shop)
          await ticketIdOf(world, shop, waiting)
          t.same(mails(world, shop, waiting), ['Pisze c-1'])

          thulium.renameField({ system, of: 'customer', from: customerField, to: 'ID klienta' })
          t.match((await missingSeen(world, shop, customerField)).health.reason.pl, /pola klienta \(CRM\) „Empik ID”/)
          await tenLooks(world, shop)
          const newcomer = writes(world, shop, 'c-2')
          await until(
            'the new customer to wait',
            async () =>
              (await effectsIn(world, shop, ['planned'])).some(({ failure_message }) =>
                failure_message?.includes(customerField),
              ) || undefined,
          )
          await moment()
          t.equal(thulium.customers(system).length, 1, 'no record was made without the id')

          thulium.renameField({ system, of: 'customer', from: 'ID klienta', to: customerField })
          await noneMissing(world, shop)
          await ticketIdOf(world, shop, newcomer)
          await nothingUnderWay(world, shop)
          t.same(
            thulium.customers(system).map(({ customFields }) => customFields[customerField]),
            ['c-1', 'c-2'],
          )
          t.equal(thulium.tickets(system).length, 3)
          t.same(await effectsIn(world, shop, ['parked']), [], 'nobody had to help')
        },
        { environment: { FIELD_CHECK_MS: '200' } },
      ),
  )
