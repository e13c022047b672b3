import { conversationStream } from '@connector/domain/words'
import { noDatabase, until } from '@connector/test-kit'
import pg from 'pg'
import t, { type Test } from 'tap'
import { startApiProcess } from './support/api-process.ts'
import { agentAnswers, answers, answerSeen, begin, effectsIn, nothingUnderWay, type Scene } from './support/seen.ts'
import { createWorld, type World } from './support/world.ts'

/**
 * What the API itself carries out, in one transaction or by reading alone: a corrected reply, the export of a buyer, the proof of a
 * conversation, its state as of a moment. Its process is killed in the middle, twice; then all is as if nobody had been.
 */
t.setTimeout(300_000)

interface Parked extends Scene {
  effectKey: string
}

/** A conversation whose only reply EmpikPlace has refused. */
async function parkedReply(world: World): Promise<Parked> {
  const scene = await begin(world)
  world.empik.faults.add({ operation: 'M12', subject: scene.shop.apiKey, fault: { kind: 'status', status: 400 } })
  agentAnswers(world, scene.shop, scene.threadId, '<p>Zły tekst</p>')
  const [effect] = await until('the parked reply', async () => {
    const found = await effectsIn(world, scene.shop, ['parked'])
    return found.length > 0 ? found : undefined
  })
  await nothingUnderWay(world, scene.shop)
  return { ...scene, effectKey: effect?.effect_key ?? '' }
}

const edit = (url: string, { shop, effectKey }: Parked): Promise<Response> =>
  fetch(
    `${url}/api/tenants/${shop.tenantId}/integrations/${shop.integrationId}/effects/${encodeURIComponent(effectKey)}/edit`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ text: 'Dobry tekst' }),
    },
  )

const typesIn = async ({ log }: World, { shop, threadId }: Scene): Promise<string[]> =>
  (await log.readStream(conversationStream({ ...shop, threadId }))).map(({ type }) => type)

t.test('edit outlives the process that carries it out', { skip: noDatabase ?? false }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  const stop = await world.startServices()
  const calm = await parkedReply(world)
  const troubled = await parkedReply(world)
  await stop()

  for (const point of ['append.before', 'append.after']) {
    const { url, child } = await startApiProcess(world, { CONNECTOR_KILL_AT: `${point}:ReplyCorrected` })
    await t.rejects(edit(url, troubled), 'who asks for it is not answered')
    t.equal(await child.ended, 'SIGKILL', `killed at ${point}`)
    const corrected = (await typesIn(world, troubled)).filter((type) => type === 'ReplyCorrected').length
    t.equal(corrected, point === 'append.before' ? 0 : 1, 'all of it is there, or nothing')
  }
  const again = await edit(world.apiUrl, troubled)
  t.match(await again.json(), { status: 409, code: 'effect.not_parked' }, 'who asks once more hears that it is decided')
  t.equal((await edit(world.apiUrl, calm)).status, 200)

  const end = await world.startServices()
  for (const scene of [calm, troubled]) {
    await answerSeen(world, scene.threadId, 'Dobry tekst')
    await nothingUnderWay(world, scene.shop)
    t.strictSame(answers(world, scene.threadId), ['Dobry tekst'], 'the buyer has it once')
  }
  await end()
  // A look sees that EmpikPlace waits no more; the last one may have come for one of them and not for the other.
  const decided = async (scene: Scene) => (await typesIn(world, scene)).filter((type) => type !== 'ReplyClockChanged')
  t.strictSame((await decided(troubled)).sort(), (await decided(calm)).sort())
})

/** Holds every read of the log and of conversations up, so that whoever reads is in the middle of it. */
async function inTheMiddle(t: Test, world: World, begun: (url: string) => Promise<Response>): Promise<void> {
  const { url, child } = await startApiProcess(world)
  const client = new pg.Client(world.databaseUrl)
  await client.connect()
  await client.query('begin')
  await client.query('lock table events, conversations in access exclusive mode')
  const answer = begun(url)
  const cut = t.rejects(answer)
  await until('the read', async () => {
    const { rows } = await world.store.pool.query(
      `select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())`,
    )
    return rows.length > 0 || undefined
  })
  child.kill('SIGKILL')
  t.equal(await child.ended, 'SIGKILL')
  await cut
  await client.query('rollback')
  await client.end()
}

const elsewhere = (process.env['EVENTSTORE_URL'] ?? '') === '' ? undefined : 'The log is not in this database'

t.test('whoever only reads leaves nothing behind', { skip: noDatabase ?? elsewhere ?? false }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  const stop = await world.startServices()
  const scene = await begin(world)
  const { shop, threadId } = scene
  agentAnswers(world, shop, threadId, '<p>Odpowiedź</p>')
  await answerSeen(world, threadId, 'Odpowiedź')
  await nothingUnderWay(world, shop)
  await stop()
  const { state } = await world.repository.conversation({ ...shop, threadId })
  const tenant = `/api/tenants/${shop.tenantId}`
  const conversation = `${tenant}/conversations/${shop.integrationId}/${threadId}`
  const read = async (path: string): Promise<unknown> => {
    const answer = await fetch(`${world.apiUrl}${path}`)
    t.equal(answer.status, 200, path)
    return { ...((await answer.json()) as object), madeAt: 'now' }
  }
  const events = await typesIn(world, scene)
  for (const path of [
    `${tenant}/buyers/${encodeURIComponent(state.thread?.customerId ?? '')}/export`,
    `${conversation}/proof`,
    `${conversation}?at=${new Date().toISOString()}`,
  ])
    await t.test(path.replace(/^.*\//, ''), async (t) => {
      const before = await read(path)
      for (let time = 0; time < 2; time += 1) await inTheMiddle(t, world, (url) => fetch(`${url}${path}`))
      t.strictSame(await read(path), before)
      t.strictSame(await typesIn(world, scene), events, 'nothing is recorded of it')
    })
})
