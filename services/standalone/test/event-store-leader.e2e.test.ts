import { noDatabase, noEventStoreCluster, startEventStoreCluster, until } from '@connector/test-kit'
import t, { type Test } from 'tap'
import { startApiProcess } from './support/api-process.ts'
import { startChild } from './support/child.ts'
import {
  agentAnswers,
  answers,
  answerSeen,
  begin,
  mails,
  mailSeen,
  nothingUnderWay,
  type Scene,
} from './support/seen.ts'
import { createWorld, type World } from './support/world.ts'

t.setTimeout(900_000)

/** From the kill until a message and an answer of that moment are where they belong; an election takes 5 to 20 s of it. */
const atMostMs = 90_000

/** Both are written before the others have noticed that their leader is gone. */
async function crossesTheChange(t: Test, world: World, { shop, threadId }: Scene, round: number): Promise<void> {
  const since = Date.now()
  const [mail, answer] = [`Pytanie przy zmianie ${round}`, `Odpowiedź przy zmianie ${round}`]
  world.empik.buyerWrites({ shopId: shop.shopId, threadId, text: mail })
  agentAnswers(world, shop, threadId, `<p>${answer}</p>`)
  const took = async (seen: Promise<unknown>): Promise<number> => {
    await seen
    return Date.now() - since
  }
  const [mailMs, answerMs] = await Promise.all([
    took(mailSeen(world, shop, threadId, mail)),
    took(answerSeen(world, threadId, answer)),
  ])
  t.ok(mailMs < atMostMs, `the message was in the ticket ${mailMs} ms after the leader was killed`)
  t.ok(answerMs < atMostMs, `the answer was in EmpikPlace ${answerMs} ms after the leader was killed`)
}

t.test(
  'services go on across a change of the leader',
  { skip: noDatabase ?? noEventStoreCluster ?? false },
  async (t) => {
    const cluster = await startEventStoreCluster()
    t.teardown(() => cluster.remove())
    const world = await createWorld()
    t.teardown(() => world.dispose())
    const { url, child: api } = await startApiProcess(world)
    const workers = ['ingest', 'projector'].map((service) =>
      startChild(`services/${service}/src/main.ts`, world.environment),
    )
    const services = [api, ...workers]
    const ended: unknown[] = []
    for (const service of services) void service.ended.then((how) => ended.push(how))
    t.teardown(async () => {
      for (const service of services) service.kill('SIGKILL')
      await Promise.all(services.map((service) => service.ended))
    })
    const scene = await begin(world)
    const { shop, threadId } = scene
    agentAnswers(world, shop, threadId, '<p>Odpowiedź</p>')
    await answerSeen(world, threadId, 'Odpowiedź')

    for (const round of [1, 2]) {
      const leader = await cluster.leader()
      await cluster.kill(leader)
      await crossesTheChange(t, world, scene, round)
      cluster.start(leader)
      await cluster.whole()
    }

    await nothingUnderWay(world, shop)
    t.strictSame(ended, [], 'no service ended')
    t.strictSame(mails(world, shop, threadId), ['Pytanie', 'Pytanie przy zmianie 1', 'Pytanie przy zmianie 2'])
    t.strictSame(answers(world, threadId), ['Odpowiedź', 'Odpowiedź przy zmianie 1', 'Odpowiedź przy zmianie 2'])
    t.equal(world.thulium.tickets(shop.tenantId).length, 1)
    await until('health to be good again', async () => {
      const answer = await fetch(`${url}/api/tenants/${shop.tenantId}/integrations/${shop.integrationId}/status`)
      return (await answer.text()).includes('"level":"ok"') || undefined
    })
  },
)
