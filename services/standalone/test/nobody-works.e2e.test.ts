import { until } from '@connector/test-kit'
import t from 'tap'
import { statusOf, untilHealth } from './support/administrator.ts'
import { startChild } from './support/child.ts'
import { createWorld, shortLease } from './support/world.ts'

t.setTimeout(540_000)

const main = (service: string): string => `services/${service}/src/main.ts`

/** Nothing happens in these shops: without proof that somebody works, each would look like a quiet day. */
for (const [dead, alive] of [
  ['ingest', 'projector'],
  ['projector', 'ingest'],
] as const)
  t.test(`a ${dead} that died on a quiet day is told, and is well again when another one comes`, async (t) => {
    const world = await createWorld()
    t.teardown(() => world.dispose())
    // The API of this world says how things are; a minute passes by its clock.
    const shop = await world.addShop()
    const start = (service: string) => {
      const child = startChild(main(service), { ...world.environment, ...shortLease })
      t.teardown(async () => {
        child.kill('SIGKILL')
        await child.ended
      })
      return child
    }
    const services = { [dead]: start(dead), [alive]: start(alive) }
    const working = async (): Promise<true | undefined> => {
      const { health } = await statusOf(world, shop)
      return health.level === 'ok' && health.reason.pl === 'Wszystko działa.' ? true : undefined
    }
    await until('everything to work', working)

    services[dead]?.kill('SIGKILL')
    await services[dead]?.ended
    // The look of the living one must not be late either, or the shop would be told as that.
    const { health } = await untilHealth(world, shop, 'failing')
    t.match(health.reason.pl, `usługa ${dead} nie działa`)
    t.match(health.reason.pl, 'operatorowi łącznika')

    start(dead)
    await until('everything to work again', working)
  })
