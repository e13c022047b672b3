import { operationKinds, type OperationKind } from '@connector/domain/operations'
import { conversationStream } from '@connector/domain/words'
import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { startChild } from './support/child.ts'
import { askFor, endOf, onlyOperations, restPolls, type Answer } from './support/operate.ts'
import { agentAnswers, answerSeen, begin, effectsIn, mails, mailSeen, nothingUnderWay } from './support/seen.ts'
import { createWorld, type Shop, type World } from './support/world.ts'

/**
 * Two tenants to whom the same happened. Of one each operation is carried out undisturbed; of the other by a process that is killed
 * before it has written down where it is, then by one that is killed right after, then by a third. Both must come to the same.
 */
t.setTimeout(600_000)

const worker = 'services/standalone/test/support/worker-main.ts'

interface Tenant {
  shop: Shop
  /** A conversation that went well, and two with a message that Thulium has refused. */
  threads: { well: string; retried: string; dismissed: string }
}

async function tenantOf(world: World): Promise<Tenant> {
  const { shop, threadId: well } = await begin(world)
  agentAnswers(world, shop, well, '<p>Odpowiedź</p>')
  const { threadId: retried } = await begin(world, shop)
  const { threadId: dismissed } = await begin(world, shop)
  await answerSeen(world, well, 'Odpowiedź')
  await nothingUnderWay(world, shop)
  const { id } = world.thulium.faults.add({
    operation: 'POST tickets/:id/customer_response',
    subject: shop.tenantId,
    times: null,
    fault: { kind: 'status', status: 422 },
  })
  for (const threadId of [retried, dismissed]) world.empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Druga' })
  await until('what is parked', async () => (await effectsIn(world, shop, ['parked'])).length === 2 || undefined)
  world.thulium.faults.remove(id)
  return { shop, threads: { well, retried, dismissed } }
}

/** What is the same of both: without ids, times, how long it took, and how long the log of all tenants was by then. */
function comparable({ threads }: Tenant, { operation, findings }: Awaited<ReturnType<typeof endOf>>) {
  const told = Object.entries((operation['result'] ?? {}) as Answer)
  const isAboutTime = (name: string): boolean =>
    ['longestPauseMs', 'digest'].includes(name) || (name === 'events' && operation['kind'] === 'rebuild')
  const result = Object.fromEntries(told.filter(([name]) => !isAboutTime(name)))
  const nameOf = (threadId: unknown): unknown =>
    Object.entries(threads).find(([, known]) => known === threadId)?.[0] ?? (threadId === null ? null : 'another')
  return {
    state: operation['state'],
    result,
    findings: findings
      .map(({ what, threadId, detail }) => `${String(what)} ${String(nameOf(threadId))} ${String(detail)}`)
      .sort(),
  }
}

t.test('operations outlive the processes that carry them out', { skip: noDatabase ?? false }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  const first = await world.startServices()
  const calm = await tenantOf(world)
  const troubled = await tenantOf(world)
  await first()
  await restPolls(world)
  // What nobody has seen yet, and old enough to be missed.
  for (const { shop, threads } of [calm, troubled])
    world.empik.buyerWrites({ shopId: shop.shopId, threadId: threads.well, text: 'Nikt nie przeczytał' })
  world.clock.moveTo(new Date(Date.now() + 3_600_000))
  const since = new Date(Date.now() - 3_600_000).toISOString()

  const kinds: [kind: OperationKind, body: (of: Tenant) => object][] = [
    ['verify', () => ({})],
    ['rebuild', () => ({})],
    ['reconcile', () => ({ repair: true, dryRun: true })],
    ['reread', () => ({ since })],
    ['retry', ({ threads }) => ({ threadId: threads.retried })],
    ['dismiss', ({ threads }) => ({ threadId: threads.dismissed })],
    ['reconcile', () => ({ repair: true })],
    // Behind the others, since nothing is compared with texts any more.
    ['erase', ({ threads }) => ({ threadId: threads.dismissed })],
  ]

  // In files of their own: refeed needs another server, retention would take everybody.
  const elsewhere: OperationKind[] = ['refeed', 'retention']
  t.strictSame([...new Set(kinds.map(([kind]) => kind)), ...elsewhere].sort(), [...operationKinds].sort())

  for (const [kind, more] of kinds) {
    const bodyOf = (of: Tenant) => ({ kind, integrationId: of.shop.integrationId, ...more(of) })
    await t.test(`${kind} ${JSON.stringify(more(calm))}`, async (t) => {
      const url = await askFor(world, troubled.shop, bodyOf(troubled))
      for (const point of ['checkpoint.before', 'checkpoint.after']) {
        const environment = { ...world.environment, ...onlyOperations, CONNECTOR_KILL_AT: `${point}:${kind}` }
        t.equal(await startChild(worker, environment).ended, 'SIGKILL', `killed at ${point}`)
        // Whoever is next waits for no lease of one that is dead: it would be ten seconds each time.
        await world.leasesRunOut()
      }
      const stop = await world.startServices(onlyOperations)
      const disturbed = comparable(troubled, await endOf(url))
      const undisturbed = comparable(calm, await endOf(await askFor(world, calm.shop, bodyOf(calm))))
      t.equal(disturbed.state, 'finished')
      t.strictSame(disturbed, undisturbed)
      for (const { shop } of [calm, troubled]) await nothingUnderWay(world, shop)
      await stop()
    })
  }

  await t.test('who was erased is, once, and nobody else', async (t) => {
    for (const { shop, threads } of [calm, troubled]) {
      const erased = await world.log.readStream(conversationStream({ ...shop, threadId: threads.dismissed }))
      t.equal(erased.filter(({ type }) => type === 'BuyerErased').length, 1)
      t.notMatch(JSON.stringify(erased), /Druga/)
      const { state } = await world.repository.conversation({ ...shop, threadId: threads.retried })
      t.match(
        state.messages.map(({ body }) => body),
        ['Pytanie', 'Druga'],
      )
    }
  })

  await t.test('and everything is there once', async (t) => {
    const stop = await world.startServices(onlyOperations)
    for (const { shop, threads } of [calm, troubled]) {
      await mailSeen(world, shop, threads.well, 'Nikt nie przeczytał')
      await mailSeen(world, shop, threads.retried, 'Druga')
      t.strictSame(mails(world, shop, threads.well), ['Pytanie', 'Nikt nie przeczytał'])
      t.strictSame(mails(world, shop, threads.retried), ['Pytanie', 'Druga'])
      t.strictSame(mails(world, shop, threads.dismissed), ['Pytanie'], 'given up')
      t.strictSame(await effectsIn(world, shop, ['planned', 'claimed', 'unknown', 'parked']), [])
    }
    await stop()
  })
})
