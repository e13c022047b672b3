import type { AutoReplyState } from '@connector/domain/conversation'
import { until } from '@connector/test-kit'
import t from 'tap'
import {
  agentAnswers,
  answers,
  answerSeen,
  comments,
  mailSeen,
  nothingUnderWay,
  replies,
  ticketIdOf,
} from '../support/seen.ts'
import { inEveryWeather } from '../support/weather.ts'
import type { Shop, World } from '../support/world.ts'

t.setTimeout(540_000)

const never = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] }

const autoReplies = async (world: World, shop: Shop, threadId: string): Promise<readonly AutoReplyState[]> =>
  (await world.repository.conversation({ ...shop, threadId })).state.autoReplies

/** What became of the automatic answers of a conversation, once all is decided. */
const fates = async (world: World, shop: Shop, threadId: string): Promise<string[]> =>
  (await autoReplies(world, shop, threadId)).map(({ autoReplyId, status }) => `${autoReplyId} ${status}`)

/** Waits until a look has seen an agent's reply that is not passed on yet. */
const replySettles = (world: World, { tenantId }: Shop): Promise<unknown> =>
  until('the reply to settle', () =>
    world.store.db
      .selectFrom('reply_sightings')
      .select('message_id')
      .where('tenant_id', '=', tenantId)
      .executeTakeFirst(),
  )

/** An order that is known only after its ticket has a comment of its own. */
const automatic = (texts: readonly string[]): string[] =>
  withoutHeadings(texts).filter((text) => text.startsWith('[Automatyczna odpowiedź]'))

const withoutHeadings = (texts: readonly string[]): string[] =>
  texts.map((text) => text.replace(/, \d{4}-\d\d-\d\d \d\d:\d\d\s*/, '|').replace(/\s+/g, ' '))

await t.test('a buyer is answered at once, each answer once, and the agent sees it', { jobs: 4 }, (t) =>
  inEveryWeather(
    t,
    async (t, { world, shop, moment }) => {
      const { empik } = world
      const { shopId } = shop
      const order = empik.addOrder({ shopId })
      const { threadId } = empik.buyerWrites({ shopId, orderId: order.id, text: 'Kiedy dotrze paczka?' })
      const first = `Dzień dobry, dziękujemy za wiadomość o zamówieniu ${order.id}. Sklep ${shopId}`
      const closed = 'Odpowiemy w godzinach pracy.'
      await answerSeen(world, threadId, first)
      await moment()
      // The buyer's own autoresponder answers whatever it gets.
      empik.buyerWrites({ shopId, threadId, text: 'Jestem na urlopie (1)' })
      await answerSeen(world, threadId, closed)
      await moment()
      empik.buyerWrites({ shopId, threadId, text: 'Jestem na urlopie (2)' })
      await mailSeen(world, shop, threadId, 'Jestem na urlopie (2)')
      agentAnswers(world, shop, threadId, '<p>Jutro.</p>')
      await answerSeen(world, threadId, 'Jutro.')
      await until(
        'both answers in the ticket',
        () =>
          (comments(world, shop, threadId).some((text) => text.includes(first)) &&
            replies(world, shop, threadId).some((text) => text.includes(closed))) ||
          undefined,
      )
      await nothingUnderWay(world, shop)

      t.same(answers(world, threadId), [first, closed, 'Jutro.'], 'the buyer has each answer once')
      t.same(automatic(comments(world, shop, threadId)), [`[Automatyczna odpowiedź] Pierwsza|${first}`])
      t.same(
        withoutHeadings(replies(world, shop, threadId)).sort(),
        ['Jutro.', `[Automatyczna odpowiedź] Zamknięte|${closed}`].sort(),
        'what the agent sees is not sent on as an agent’s reply',
      )
      t.same(await fates(world, shop, threadId), ['first sent', 'closed sent'])
    },
    {
      settings: {
        businessHours: never,
        autoReplies: [
          {
            id: 'first',
            name: 'Pierwsza',
            occasion: 'first-message',
            template: 'Dzień dobry, dziękujemy za wiadomość o zamówieniu {numer_zamowienia}. {sklep}',
          },
          {
            id: 'closed',
            name: 'Zamknięte',
            occasion: 'outside-hours',
            template: 'Odpowiemy w godzinach pracy.',
            mirrorAs: 'reply',
          },
        ],
      },
    },
  ),
)

await t.test('it is not sent when a person answers first', { jobs: 4 }, (t) =>
  inEveryWeather(
    t,
    async (t, { world, shop, moment, passes }) => {
      const { empik } = world
      const { shopId } = shop
      const write = (text: string) =>
        empik.buyerWrites({ shopId, orderId: empik.addOrder({ shopId }).id, text }).threadId
      const [byAgent, inPanel, byNobody] = [write('Do agenta'), write('Do panelu'), write('Do nikogo')]
      for (const threadId of [byAgent, inPanel, byNobody]) {
        await ticketIdOf(world, shop, threadId)
        await until('the request', async () => (await autoReplies(world, shop, threadId))[0])
      }
      await moment()
      // Still settling when the automatic answer is due: the ticket itself must be asked.
      agentAnswers(world, shop, byAgent, '<p>Odpowiada agent.</p>')
      empik.sellerWrites({ shopId, threadId: inPanel, text: 'Odpowiada panel.' })
      await passes(11)
      await moment()
      await answerSeen(world, byNobody, 'Odezwiemy się.')
      for (const threadId of [byAgent, inPanel, byNobody])
        await until(
          'the outcome',
          async () =>
            (await autoReplies(world, shop, threadId)).every(({ status }) => status !== 'pending') || undefined,
        )
      // Its half hour begins when a look has seen it, and the service may only just have come back.
      await replySettles(world, shop)
      await passes(30)
      await answerSeen(world, byAgent, 'Odpowiada agent.')
      await nothingUnderWay(world, shop)

      t.same(answers(world, byAgent), ['Odpowiada agent.'])
      t.same(answers(world, inPanel), ['Odpowiada panel.'])
      t.same(answers(world, byNobody), ['Odezwiemy się.'])
      t.same(await fates(world, shop, byAgent), ['later skipped'])
      t.same(await fates(world, shop, inPanel), ['later skipped'])
      t.same(await fates(world, shop, byNobody), ['later sent'])
    },
    {
      settings: {
        autoReplies: [
          {
            id: 'later',
            name: 'Po chwili',
            occasion: 'first-message',
            delayMinutes: 10,
            template: 'Odezwiemy się.',
          },
        ],
      },
      environment: { REPLY_SETTLE_MS: String(30 * 60_000) },
    },
  ),
)
