import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { noDatabase, programArguments } from '@connector/test-kit'
import t from 'tap'
import { thuliumWrites } from './support/calls.ts'
import { agentAnswers, answers, answerSeen, begin, mails, mailSeen, nothingUnderWay } from './support/seen.ts'
import { createWorld } from './support/world.ts'

t.setTimeout(240_000)

const run = promisify(execFile)
const command = programArguments('services/api/src/operate.ts')
const url = process.env['EVENTSTORE_URL'] ?? ''
// The world begins with its log in its database.
delete process.env['EVENTSTORE_URL']

const cannotRun =
  noDatabase ??
  (url === '' ? 'EVENTSTORE_URL names no EventStoreDB (esdb://127.0.0.1:2113?tls=false): no log moves there' : false)

t.test('a log moves to EventStoreDB and back, and nothing is written twice', { skip: cannotRun }, async (t) => {
  const prefix = `moved${Date.now()}_`
  const operate = async (...args: string[]): Promise<{ code: number; said: string }> => {
    try {
      const env = { PATH: process.env['PATH'], EVENTSTORE_PREFIX: prefix }
      const { stdout } = await run(process.execPath, [...command, ...args, '--json'], { env })
      return { code: 0, said: stdout }
    } catch (error) {
      const { code, stderr } = error as { code: number; stderr: string }
      return { code, said: stderr }
    }
  }
  const world = await createWorld()
  t.teardown(() => world.dispose())
  const there = { EVENTSTORE_URL: url, EVENTSTORE_PREFIX: prefix }
  const database = world.databaseUrl
  const { thulium, empik } = world
  const writes = (): number[] => [
    ...thuliumWrites.map((operation) => thulium.counters.count({ operation })),
    empik.counters.count({ operation: 'M12' }),
  ]

  let stop = await world.startServices()
  const { shop, threadId } = await begin(world)
  agentAnswers(world, shop, threadId, '<p>Już wysłaliśmy</p>')
  await answerSeen(world, threadId, 'Już wysłaliśmy')

  const whileAtWork = await operate('copy-log', '--from', database, '--to', url)
  t.match(whileAtWork, { code: 0, said: /"digest":"[0-9a-f]{64}"/ }, 'copied while all goes on')
  t.match(
    await operate('copy-log', '--from', database, '--to', url, '--switch'),
    { code: 1, said: /is at work/ },
    'and not used before the services rest',
  )
  await nothingUnderWay(world, shop)
  await stop()

  const before = writes()
  const begun = Date.now()
  const switched = await operate('copy-log', '--from', database, '--to', url, '--switch')
  t.match(switched, { code: 0, said: /"readers":\{"readers":[1-9]/ }, switched.said)
  t.ok(Date.now() - begun < 60_000, 'a pause of a minute at most')
  await t.rejects(
    world.startServices(),
    { code: 'event_log.not_readable' },
    'services that are set as before do not start',
  )

  stop = await world.startServices(there)
  empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Po przeprowadzce' })
  await mailSeen(world, shop, threadId, 'Po przeprowadzce')
  agentAnswers(world, shop, threadId, '<p>Dziękujemy</p>')
  await answerSeen(world, threadId, 'Dziękujemy')
  await nothingUnderWay(world, shop)
  await stop()
  t.strictSame(answers(world, threadId), ['Już wysłaliśmy', 'Dziękujemy'], 'no answer went out twice')
  t.equal(writes().at(-1), (before.at(-1) ?? 0) + 1)

  const old = await operate('copy-log', '--from', database, '--to', url)
  t.match(old, { code: 1, said: /would copy an old one/ })
  const back = await operate('copy-log', '--from', url, '--to', database, '--switch')
  t.match(back, { code: 0, said: /"copied":[1-9]/ }, back.said)
  stop = await world.startServices()
  empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Znowu tutaj' })
  await mailSeen(world, shop, threadId, 'Znowu tutaj')
  await nothingUnderWay(world, shop)
  await stop()
  t.strictSame(answers(world, threadId), ['Już wysłaliśmy', 'Dziękujemy'])
  t.equal(mails(world, shop, threadId).filter((mail) => JSON.stringify(mail).includes('Po przeprowadzce')).length, 1)
  t.equal(thulium.tickets(shop.tenantId).length, 1, 'one ticket all along')
})
