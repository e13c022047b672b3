import { until } from '@connector/test-kit'
import t from 'tap'
import { createWorld, type Shop } from './support/world.ts'

t.setTimeout(120_000)

/** A side that rejects everybody is at fault itself: nobody is stopped for it, and nobody has to do anything afterwards. */
t.test('EmpikPlace rejects the keys of all shops for a while', async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  const { empik, thulium } = world
  await world.startServices({ REJECTION_SPACING_MS: '2000' })
  const shops: Shop[] = []
  for (let count = 0; count < 6; count += 1) shops.push(await world.addShop())
  const classes = async (): Promise<(string | null)[]> =>
    (await world.store.db.selectFrom('polls').select('failure_class').where('side', '=', 'empikplace').execute()).map(
      ({ failure_class: failureClass }) => failureClass,
    )
  const isRunning = async (shop: Shop): Promise<boolean> =>
    (await world.repository.integration(shop)).state.status === 'running'
  await until('a good look at each', async () => {
    const looked = await world.store.db.selectFrom('polls').select('last_success_at').execute()
    return (looked.length === 12 && looked.every(({ last_success_at: at }) => at !== null)) || undefined
  })

  const rule = empik.faults.add({ operation: 'M11', times: null, fault: { kind: 'status', status: 401 } })
  await until('everybody to be found rejected', async () => {
    const found = await classes()
    return found.every((failureClass) => failureClass === 'rejects-everybody') || undefined
  })
  for (const shop of shops) t.ok(await isRunning(shop))
  const [first] = shops
  if (!first) throw new Error('There is no shop')
  empik.buyerWrites({ shopId: first.shopId, text: 'Mimo wszystko' })
  // Each of them is rejected several times more than would stop one alone.
  const before = empik.counters.count({ operation: 'M11', subject: first.apiKey })
  await until(
    'more rejections',
    () => empik.counters.count({ operation: 'M11', subject: first.apiKey }) > before + 3 || undefined,
  )
  for (const shop of shops) t.ok(await isRunning(shop))

  empik.faults.remove(rule.id)
  await until('the ticket', () => thulium.tickets(first.tenantId)[0])
  await until(
    'all to be well',
    async () => (await classes()).every((failureClass) => failureClass === null) || undefined,
  )
})
