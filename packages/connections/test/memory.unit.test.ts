import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import t from 'tap'
import { connectionSettings, createClients } from '../src/index.ts'

const shops = 5_000
/** Of both budgets, in bytes: they take 1.8 kB. Kept with the clients that use them, a shop took 11 kB. */
const most = 4_000

await t.test('what is kept of each shop between its looks is small', (t) => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const usedHeap = (): number => {
    collect()
    return process.memoryUsage().heapUsed
  }
  const clients = createClients(
    connectionSettings.parse({ THULIUM_URL: 'http://127.0.0.1:1/{system}', EMPIKPLACE_URL: 'http://127.0.0.1:1' }),
  )
  const touch = (shop: number): void => {
    const of = { tenantId: `sklep-${shop}`, integrationId: `i-${shop}` }
    clients.empikplace({ shopId: String(shop), apiKey: `klucz-${shop}`, of })
    clients.thulium({ system: of.tenantId, user: 'connector', password: 'haslo' })
  }
  touch(0)
  const before = usedHeap()
  for (let shop = 1; shop <= shops; shop++) touch(shop)
  const each = (usedHeap() - before) / shops
  t.ok(each < most, `${Math.round(each)} bytes`)
  t.equal(clients.budgetUse().length, 2 * (shops + 1), 'and there is a budget for each side of each')
  t.end()
})
