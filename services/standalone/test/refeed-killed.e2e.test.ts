import { openNats } from '@connector/nats'
import { noDatabase } from '@connector/test-kit'
import { noNatsServer, startNatsServer } from '@connector/test-kit/nats'
import t from 'tap'
import { startChild } from './support/child.ts'
import { askFor, endOf, onlyOperations, restPolls } from './support/operate.ts'
import { agentAnswers, answerSeen, begin, nothingUnderWay } from './support/seen.ts'
import { createWorld, type Shop } from './support/world.ts'

t.setTimeout(300_000)

const worker = 'services/standalone/test/support/worker-main.ts'

/**
 * As in operations.e2e: of one tenant it is carried out undisturbed, of the other by a process that is killed after it has
 * published and before it has written that down, then by one that is killed right after that, then by a third.
 */
t.test('refeed outlives the processes that carry it out', { skip: noDatabase ?? noNatsServer ?? false }, async (t) => {
  const server = await startNatsServer()
  const nats = openNats({ servers: [server.url], name: 'test', login: {} })
  await nats.ready
  const world = await createWorld()
  t.teardown(async () => {
    await nats.close()
    await world.dispose()
    await server.remove()
  })
  // Without a feed: what is published later comes from the operation alone.
  const stop = await world.startServices()
  const tenantOf = async (): Promise<Shop> => {
    const { shop, threadId } = await begin(world)
    agentAnswers(world, shop, threadId, '<p>Odpowiedź</p>')
    await answerSeen(world, threadId, 'Odpowiedź')
    await nothingUnderWay(world, shop)
    return shop
  }
  const calm = await tenantOf()
  const troubled = await tenantOf()
  await stop()
  await restPolls(world)
  const feed = { NATS_URL: server.url, NATS_FEED: 'on', NATS_FEED_DAYS: '1' }
  const body = { kind: 'refeed', since: new Date(Date.now() - 3_600_000).toISOString() }

  /** How many messages there are of each type of event. */
  async function published({ tenantId }: Shop): Promise<Record<string, number>> {
    const manager = await nats.current()?.jetstreamManager()
    const info = await manager?.streams.info('connector-feed', { subjects_filter: `connector.${tenantId}.>` })
    const subjects = Object.entries(info?.state.subjects ?? {})
    return Object.fromEntries(subjects.map(([name, count]) => [name.split('.').at(-1) ?? '', count]))
  }

  /** How many events of these types the log has: the reply may have come back as a message by then, or not. */
  async function recorded({ tenantId }: Shop, types: readonly string[]): Promise<Record<string, number>> {
    const { events } = await world.log.readAll(undefined, 10_000)
    const ofTenant = events.filter(({ metadata }) => metadata.tenantId === tenantId)
    return Object.fromEntries(types.map((type) => [type, ofTenant.filter((event) => event.type === type).length]))
  }

  const url = await askFor(world, troubled, body)
  for (const point of ['checkpoint.before', 'checkpoint.after']) {
    const environment = { ...world.environment, ...onlyOperations, ...feed, CONNECTOR_KILL_AT: `${point}:refeed` }
    t.equal(await startChild(worker, environment).ended, 'SIGKILL', `killed at ${point}`)
    if (point === 'checkpoint.before')
      t.ok(Object.keys(await published(troubled)).length > 0, 'it had published, and nobody wrote that down')
    await world.leasesRunOut()
  }
  const end = await world.startServices({ ...onlyOperations, ...feed })
  const disturbed = await endOf(url)
  const undisturbed = await endOf(await askFor(world, calm, body))
  for (const [shop, { operation }] of [
    [calm, undisturbed],
    [troubled, disturbed],
  ] as const) {
    const counts = await published(shop)
    t.ok((counts['MessageReceived'] ?? 0) > 0 && counts['ReplySent'] === 1, JSON.stringify(counts))
    t.strictSame(
      counts,
      await recorded(shop, Object.keys(counts)),
      'nothing is published twice, and nothing is left out',
    )
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
    t.match(operation, { state: 'finished', result: { published: all } })
  }
  await end()
})
