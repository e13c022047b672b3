import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { slowestPart } from '@connector/store'
import { noDatabase, until } from '@connector/test-kit'
import { sql } from 'kysely'
import t from 'tap'
import { agentAnswers, answers, answerSeen, begin, mails, mailSeen, nothingUnderWay } from './support/seen.ts'
import { restored } from './support/restored.ts'
import { createWorld, type Shop, type World } from './support/world.ts'

t.setTimeout(900_000)

const run = promisify(execFile)
const program = process.env['EVENTSTORE_BACKUP'] ?? ''
const cannotRun =
  noDatabase ??
  (program === '' || (process.env['EVENTSTORE_URL'] ?? '') === ''
    ? 'EVENTSTORE_BACKUP names no program that copies the data of the EventStoreDB in EVENTSTORE_URL (save) and starts it on the copy (put-back): no restore of one is tried here'
    : false)

/** The server takes every EVENTSTORE_… for an option of its own. */
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('EVENTSTORE_')))

const backup = (what: 'save' | 'put-back') => run(program, [what], { env: environment })

const statusOf = async (world: World, { tenantId, integrationId }: Shop): Promise<string> => {
  const answer = await fetch(`${world.apiUrl}/api/tenants/${tenantId}/integrations/${integrationId}/status`)
  return answer.text()
}

const placeOf = async (world: World): Promise<string> => {
  const { rows } = await sql<{ position: string }>`select ${sql.raw(slowestPart)} as position`.execute(world.store.db)
  return rows[0]?.position ?? ''
}

t.test('an EventStoreDB that was restored to before what was read', { skip: cannotRun }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  let stop = await world.startServices()
  const { shop, threadId } = await begin(world)
  agentAnswers(world, shop, threadId, '<p>Pierwsza odpowiedź</p>')
  await answerSeen(world, threadId, 'Pierwsza odpowiedź')
  await nothingUnderWay(world, shop)
  await backup('save')
  const since = new Date()

  world.empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Po kopii' })
  await mailSeen(world, shop, threadId, 'Po kopii')
  agentAnswers(world, shop, threadId, '<p>Odpowiedź po kopii</p>')
  await answerSeen(world, threadId, 'Odpowiedź po kopii')
  await nothingUnderWay(world, shop)
  const place = await placeOf(world)

  await t.test('nothing is skipped, and health is failing', async (t) => {
    await backup('put-back')
    const error: unknown = await until('an answer of the server', () =>
      world.log.readAll(place, 10).then(
        () => new Error('it was read'),
        (refusal: unknown) =>
          refusal instanceof Error && 'code' in refusal && refusal.code === 'event_log.unavailable'
            ? undefined
            : refusal,
      ),
    )
    t.match(error, { code: 'event_log.not_readable', message: /The log is not the one that was read/ })
    const seen = mails(world, shop, threadId).length
    world.empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Po przywróceniu' })
    await until(
      'health to say so',
      async () => (await statusOf(world, shop)).includes('"level":"failing"') || undefined,
      400_000,
    )
    const refused = { code: 'event_log.not_readable', message: /The log is not the one that was read/ }
    await t.rejects(world.log.readAll(await placeOf(world), 10), refused, 'the read models stand where they were')
    t.equal(mails(world, shop, threadId).length, seen, 'and nothing goes out')
  })

  await t.test('goes on after `restored --refill`, with nothing lost and nothing twice', async (t) => {
    await stop()
    t.match(await restored(world, '--since', since.toISOString(), '--refill'), /write nothing until/)
    stop = await world.startServices()
    await until('what is new to be read', async () => {
      const { state } = await world.repository.conversation({ ...shop, threadId })
      const isRead = state.messages.some(({ body }) => body === 'Po przywróceniu')
      return (isRead && state.replies.filter(({ status }) => status === 'sent').length === 2) || undefined
    })
    t.match(await restored(world, '--confirm', '--yes', '--by', 'Anna'), /Confirmed by Anna/)
    await mailSeen(world, shop, threadId, 'Po przywróceniu')
    await nothingUnderWay(world, shop)
    t.strictSame(mails(world, shop, threadId), ['Pytanie', 'Po kopii', 'Po przywróceniu'])
    t.strictSame(answers(world, threadId), ['Pierwsza odpowiedź', 'Odpowiedź po kopii'])
    t.equal(world.thulium.tickets(shop.tenantId).length, 1)
    await stop()
  })
})
