import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { agentAnswers, answerSeen, mailSeen, nothingUnderWay, ticketIdOf } from '../support/seen.ts'
import { inEveryWeather } from '../support/weather.ts'
import type { Shop, World } from '../support/world.ts'

t.setTimeout(540_000)

const skip = noDatabase ?? false

const writes = ({ empik }: World, { shopId }: Shop, text: string): string =>
  empik.buyerWrites({ shopId, orderId: empik.addOrder({ shopId }).id, text }).threadId

interface Conversation {
  threadId: string
  replyNeededSince: string | null
  replyDueAt: string | null
  overdue: boolean
}

const api = async <T>({ apiUrl }: World, { tenantId }: Shop, path: string): Promise<T> =>
  (await fetch(`${apiUrl}/api/tenants/${tenantId}${path}`)).json() as Promise<T>

const conversations = async (world: World, shop: Shop, query = ''): Promise<Conversation[]> =>
  (await api<{ items: Conversation[] }>(world, shop, `/conversations${query}`)).items

const overdue = async (world: World, shop: Shop): Promise<string[]> =>
  (await conversations(world, shop, '?overdue=true')).map(({ threadId }) => threadId)

const overdueCount = async (world: World, shop: Shop): Promise<number> =>
  (await api<{ overdueReplies: number }>(world, shop, `/integrations/${shop.integrationId}/status`)).overdueReplies

const clockOf = (world: World, shop: Shop, threadId: string): Promise<Conversation | undefined> =>
  conversations(world, shop).then((all) => all.find((one) => one.threadId === threadId))

const answered = (world: World, shop: Shop, threadId: string): Promise<true> =>
  until('the clock to stop', async () => (await clockOf(world, shop, threadId))?.replyNeededSince === null || undefined)

await t.test('the clock of EmpikPlace shows who has waited for too long', { skip, jobs: 4 }, (t) =>
  inEveryWeather(
    t,
    async (t, { world, shop, moment, passes }) => {
      const { empik } = world
      const { shopId } = shop
      const [byAgent, inPanel, waiting] = [
        writes(world, shop, 'Pierwsza'),
        writes(world, shop, 'Druga'),
        writes(world, shop, 'Trzecia'),
      ]
      for (const threadId of [byAgent, inPanel, waiting]) await ticketIdOf(world, shop, threadId)
      await moment()

      const [question] = empik.thread(waiting).messages
      const asked = await clockOf(world, shop, waiting)
      t.equal(Date.parse(asked?.replyNeededSince ?? ''), question?.createdAt, 'since the buyer wrote')
      t.equal(Date.parse(asked?.replyDueAt ?? '') - Date.parse(asked?.replyNeededSince ?? ''), 2 * 3_600_000)
      t.same(await overdue(world, shop), [])

      agentAnswers(world, shop, byAgent, 'Odpowiedź agenta')
      await answerSeen(world, byAgent, 'Odpowiedź agenta')
      empik.sellerWrites({ shopId, threadId: inPanel, text: 'Odpowiedź z panelu' })
      await answered(world, shop, byAgent)
      await answered(world, shop, inPanel)
      await nothingUnderWay(world, shop)

      await passes(119)
      t.same(await overdue(world, shop), [], 'two hours are not over yet')
      await passes(2)
      t.same(await overdue(world, shop), [waiting])
      t.equal(await overdueCount(world, shop), 1)
      t.same(
        (await conversations(world, shop, '?overdue=false')).map(({ threadId }) => threadId).sort(),
        [byAgent, inPanel].sort(),
      )

      empik.buyerWrites({ shopId, threadId: waiting, text: 'Halo?' })
      await mailSeen(world, shop, waiting, 'Halo?')
      await moment()
      t.same(await overdue(world, shop), [waiting], 'asking again does not start the clock anew')
      agentAnswers(world, shop, waiting, 'Już odpowiadamy')
      await answered(world, shop, waiting)
      t.same(await overdue(world, shop), [])
      t.equal(await overdueCount(world, shop), 0)
    },
    { settings: { replyDueHours: 2 } },
  ),
)
