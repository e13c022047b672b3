import type { IntegrationSettingsInput } from '@connector/domain/settings'
import type { Fault } from '@connector/sandbox'
import type { Test } from 'tap'
import { empikplaceCalls, thuliumReads, thuliumWrites } from './calls.ts'
import { startChild } from './child.ts'
import { createMeeting } from './meeting.ts'
import { createOutside, createWorld, type Shop, type World } from './world.ts'

/** One feature, played by people on both sides. However the outside behaves, the outcome must be the same. */
export interface Scene {
  world: World
  shop: Shop
  /** A moment in the middle of work: where the weather is restarts, the service is killed here and started again. */
  moment: () => Promise<void>
  /** Lets time pass. All weathers share one clock, so this waits until the scene has come this far in each of them. */
  passes: (minutes: number) => Promise<void>
}

export interface Weathers {
  settings?: Partial<IntegrationSettingsInput>
  /** On top of the fast settings of a test world. */
  environment?: Record<string, string>
}

const once: Record<string, { fault: Fault; empikplace: string[]; thulium: string[] }> = {
  'lost answers': { fault: { kind: 'cut-after' }, empikplace: ['M12'], thulium: thuliumWrites },
  'rate limits': {
    // A bare 429 is answered by pauses that grow, and longer ones are waited out; the tests of outages have both.
    fault: { kind: 'status', status: 429, retryAfter: 0 },
    empikplace: empikplaceCalls,
    thulium: [...thuliumReads, ...thuliumWrites],
  },
}

const worker = 'services/standalone/test/support/worker-main.ts'

/** Plays the scene in calm weather, with each write's answer lost once, with a 429 on each call once, and with kills. */
export async function inEveryWeather(
  t: Test,
  play: (t: Test, scene: Scene) => Promise<void>,
  { settings = {}, environment = {} }: Weathers = {},
): Promise<void> {
  const outside = await createOutside()
  const [world, killed] = await Promise.all([createWorld(outside), createWorld(outside)])
  t.teardown(async () => {
    await Promise.all([world.dispose(), killed.dispose()])
    await outside.close()
  })
  await world.startServices(environment)

  const names = ['calm', ...Object.keys(once)]
  const { clock } = outside
  const meeting = createMeeting<number>(names.length + 1, (minutes) =>
    clock.moveTo(new Date(clock.now().getTime() + minutes * 60_000)),
  )
  const passes = (minutes: number): Promise<void> => meeting.arrive(minutes)
  const playUntilTheEnd = async (t: Test, scene: Scene): Promise<void> => {
    try {
      await play(t, scene)
    } finally {
      meeting.leave()
    }
  }

  const scenes = names.map((name) =>
    t.test(name, async (t) => {
      const shop = await world.addShop({ settings })
      const weather = once[name]
      for (const operation of weather?.empikplace ?? [])
        world.empik.faults.add({ operation, subject: shop.apiKey, fault: weather?.fault ?? { kind: 'cut-after' } })
      for (const operation of weather?.thulium ?? [])
        world.thulium.faults.add({ operation, subject: shop.tenantId, fault: weather?.fault ?? { kind: 'cut-after' } })
      await playUntilTheEnd(t, { world, shop, passes, moment: () => Promise.resolve() })
    }),
  )
  const restarts = t.test('restarts', async (t) => {
    const start = () => startChild(worker, { ...killed.environment, ...environment })
    let service = start()
    t.teardown(async () => {
      service.kill('SIGKILL')
      await service.ended
    })
    const shop = await killed.addShop({ settings })
    await playUntilTheEnd(t, {
      world: killed,
      shop,
      passes,
      async moment() {
        service.kill('SIGKILL')
        await service.ended
        await killed.leasesRunOut()
        service = start()
      },
    })
  })
  await Promise.all([...scenes, restarts])
}
