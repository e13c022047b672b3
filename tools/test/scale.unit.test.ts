import t from 'tap'
import { measured } from '../scale/costs.ts'
import { assumed, ceilingsOf, needsOf } from '../scale/model.ts'

t.test('looks and conversations follow from the accounts', (t) => {
  const needs = needsOf(3_600, measured, {
    ...assumed,
    shopsPerAccount: 2,
    conversationsPerDay: 10,
    busiestHour: 0.1,
    lookEverySeconds: { empikplace: 120, thulium: 45 },
  })
  t.equal(needs.looksPerSecond, 3_600 * (2 / 120 + 1 / 45))
  t.equal(needs.conversationsPerSecond, 1)
  t.equal(needs.callsPerSecond.empikplace, 61)
  t.end()
})

t.test('one account needs two of each process, so that one may fail', (t) => {
  const { ingests, projectors, apis, connections } = needsOf(1, measured, assumed)
  t.strictSame({ ingests, projectors, apis, connections }, { ingests: 2, projectors: 2, apis: 2, connections: 66 })
  t.end()
})

t.test('twice the accounts keep twice the cores busy, and processes are added when those are full', (t) => {
  const [once, twice] = [needsOf(50_000, measured, assumed), needsOf(100_000, measured, assumed)]
  t.equal(twice.cores.ours, 2 * once.cores.ours)
  t.equal(twice.cores.database, 2 * once.cores.database)
  t.ok(twice.ingests > once.ingests)
  const looking = (twice.looksPerSecond * measured.look.ours) / 1_000
  t.ok(looking / twice.ingests <= assumed.fullAt, 'none of them is fuller than it may be')
  t.end()
})

t.test('a ceiling is where what there is one of is full', (t) => {
  const ceilings = ceilingsOf(measured, assumed)
  t.strictSame(
    ceilings.map(({ accounts }) => accounts),
    ceilings.map(({ accounts }) => accounts).sort((a, b) => a - b),
    'the lowest first',
  )
  const database = ceilings.find(({ what }) => what.includes('database'))
  const { cores } = needsOf(database?.accounts ?? 0, measured, assumed)
  t.ok(Math.abs(cores.database / assumed.databaseCores - assumed.fullAt) < 0.001)
  t.end()
})
