import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { comments, nothingUnderWay, ticketIdOf, ticketOf } from '../support/seen.ts'
import { inEveryWeather } from '../support/weather.ts'
import type { Shop, World } from '../support/world.ts'

t.setTimeout(540_000)

const skip = noDatabase ?? false

const answer = z.object({ outcome: z.string(), ticketSource: z.string(), ticketId: z.number() })

/** Presses "probe" until Thulium has given an answer. */
const probe = ({ apiUrl }: World, { tenantId, integrationId }: Shop) =>
  until('an outcome of the probe', async () => {
    const url = `${apiUrl}/api/tenants/${tenantId}/integrations/${integrationId}/probe-source`
    const response = await fetch(url, { method: 'POST' })
    return response.status === 200 ? answer.parse(await response.json()) : undefined
  })

const write = (world: World, { shopId }: Shop, text: string): string =>
  world.empik.buyerWrites({ shopId, orderId: world.empik.addOrder({ shopId }).id, text }).threadId

await t.test('tickets have the source EmpikPlace where Thulium keeps it', { skip, jobs: 4 }, (t) =>
  inEveryWeather(t, async (t, { world, shop, moment }) => {
    const { thulium } = world
    const { tenantId: system } = shop
    const sourceInSettings = async (): Promise<string | undefined> =>
      (await world.repository.integration(shop)).state.settings?.ticketSource

    for (const [sourceUnknown, outcome, ticketSource] of [
      ['reject', 'refused', 'www'],
      ['email', 'changed', 'www'],
      ['store', 'kept', 'EmpikPlace'],
    ] as const) {
      thulium.setSwitches(system, { sourceUnknown })
      t.match(await probe(world, shop), { outcome, ticketSource }, `a Thulium that would ${sourceUnknown} it`)
      t.equal(await sourceInSettings(), ticketSource, 'the setting follows')
    }
    const trials = thulium.tickets(system)
    for (const { subject, customFields } of trials) {
      t.match(subject, /można je usunąć/)
      t.equal(customFields['EmpikPlace wątek'], null, 'a test ticket is not taken for one of ours')
    }
    await moment()

    const kept = write(world, shop, 'Ze źródłem')
    await ticketIdOf(world, shop, kept)
    t.match(ticketOf(world, shop, kept), { source: 'EmpikPlace', tags: ['EmpikPlace'], queueId: 7 })

    // What Thulium kept before it may refuse tomorrow: a ticket under another source is better than no ticket.
    thulium.setSwitches(system, { sourceUnknown: 'reject' })
    await moment()
    const fallen = write(world, shop, 'Bez źródła')
    await ticketIdOf(world, shop, fallen)
    await nothingUnderWay(world, shop)
    t.match(ticketOf(world, shop, fallen), { source: 'www', tags: ['EmpikPlace'], queueId: 7 })
    t.match(comments(world, shop, fallen)[0], 'Thulium nie przyjęło źródła „EmpikPlace”')
    t.equal(thulium.tickets(system).length, trials.length + 2)
  }),
)
