import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { humanLogin } from '../support/account.ts'
import { agentAnswers, answers, answerSeen, comments, effectsIn, mails, mailSeen } from '../support/seen.ts'
import { nothingUnderWay, ticketIdOf, ticketOf } from '../support/seen.ts'
import { inEveryWeather } from '../support/weather.ts'
import type { Shop, World } from '../support/world.ts'

t.setTimeout(540_000)

const skip = noDatabase ?? false

/** Ids of the built-in statuses of the sandbox. */
const statusNew = 3
const statusInProgress = 5

const writes = ({ empik }: World, { shopId }: Shop, text: string): string =>
  empik.buyerWrites({ shopId, orderId: empik.addOrder({ shopId }).id, text }).threadId

/** All tickets that carry the mark of a conversation, oldest first. */
const ticketsOf = ({ thulium }: World, { tenantId }: Shop, threadId: string) =>
  thulium
    .tickets(tenantId)
    .filter(({ customFields }) => customFields['EmpikPlace wątek'] === threadId)
    .sort((a, b) => a.ticketId - b.ticketId)

const mailsIn = ({ thulium }: World, { tenantId }: Shop, ticketId: number): string[] =>
  thulium
    .ticket(tenantId, ticketId)
    .messages.filter(({ type }) => type === 'MAIL')
    .map(({ body }) => body.replace(/<[^>]*>/g, ''))

const commentsIn = ({ thulium }: World, { tenantId }: Shop, ticketId: number): string[] =>
  thulium.ticket(tenantId, ticketId).messages.flatMap(({ comment }) => (comment === '' ? [] : [comment]))

const presentTicket = async ({ repository }: World, { tenantId, integrationId }: Shop, threadId: string) =>
  (await repository.conversation({ tenantId, integrationId, threadId })).state.ticketId

/** The ticket that takes the place of another one. */
const nextTicket = (world: World, shop: Shop, threadId: string, before: number): Promise<number> =>
  until('another ticket', async () => {
    const ticketId = await presentTicket(world, shop, threadId)
    return ticketId === before ? undefined : ticketId
  })

await t.test('a buyer’s message opens a closed ticket again', { skip, jobs: 4 }, (t) =>
  inEveryWeather(
    t,
    async (t, { world, shop, moment }) => {
      const { empik, thulium } = world
      const { tenantId: system, shopId } = shop
      const threadId = writes(world, shop, 'Pierwsza')
      const ticketId = await ticketIdOf(world, shop, threadId)
      const ticket = () => thulium.ticket(system, ticketId)

      thulium.closeTicket({ system, ticketId, login: humanLogin })
      await moment()
      empik.buyerWrites({ shopId, threadId, text: 'Thulium otwiera samo' })
      await mailSeen(world, shop, threadId, 'Thulium otwiera samo')
      await nothingUnderWay(world, shop)
      t.equal(ticket().statusId, statusNew, 'Thulium did it, so we leave it alone')

      thulium.setSwitches(system, { customerResponseReopens: false })
      thulium.closeTicket({ system, ticketId, login: humanLogin })
      await moment()
      empik.buyerWrites({ shopId, threadId, text: 'Thulium nie otwiera' })
      await until('the ticket to be open', () => ticket().statusId === statusInProgress || undefined)
      t.ok(mails(world, shop, threadId).includes('Thulium nie otwiera'))

      await nothingUnderWay(world, shop)
      thulium.closeTicket({ system, ticketId, login: humanLogin })
      await moment()
      // What comes into another ticket after that shows that this one was looked at.
      const other = writes(world, shop, 'Inna sprawa')
      await ticketIdOf(world, shop, other)
      agentAnswers(world, shop, other, 'Odpowiedź w innej sprawie')
      await answerSeen(world, other, 'Odpowiedź w innej sprawie')
      await nothingUnderWay(world, shop)
      t.notSame(ticket().closedAt, undefined, 'a ticket that was closed without an answer stays closed')
      t.equal(ticketsOf(world, shop, threadId).length, 1)
    },
    { settings: { reopenStatusId: statusInProgress } },
  ),
)

await t.test('where no status is chosen, a comment tells of the message in a closed ticket', { skip, jobs: 4 }, (t) =>
  inEveryWeather(
    t,
    async (t, { world, shop, moment }) => {
      const { empik, thulium } = world
      const { tenantId: system, shopId } = shop
      thulium.setSwitches(system, { customerResponseReopens: false, updatedAtMovesOnMessage: false })
      const threadId = writes(world, shop, 'Pierwsza')
      const ticketId = await ticketIdOf(world, shop, threadId)
      thulium.closeTicket({ system, ticketId, login: humanLogin })
      await moment()
      empik.buyerWrites({ shopId, threadId, text: 'Halo?' })
      const told = () => comments(world, shop, threadId).filter((text) => text.includes('w zamkniętym zgłoszeniu'))
      await until('the comment', () => told().length > 0 || undefined)
      await moment()
      await nothingUnderWay(world, shop)
      t.equal(told().length, 1)
    },
    { environment: { TICKET_SWEEP_MS: '100' } },
  ),
)

await t.test('a ticket lives on in another queue, and its answers reach the buyer', { skip, jobs: 4 }, (t) =>
  inEveryWeather(
    t,
    async (t, { world, shop, moment }) => {
      const { empik, thulium } = world
      const { tenantId: system, shopId } = shop
      const threadId = writes(world, shop, 'Pierwsza')
      const ticketId = await ticketIdOf(world, shop, threadId)
      thulium.changeTicket({ system, ticketId, login: humanLogin, queueId: 8, categoryId: 13 })
      await moment()
      agentAnswers(world, shop, threadId, 'Odpowiedź z innej kolejki')
      await answerSeen(world, threadId, 'Odpowiedź z innej kolejki')
      empik.buyerWrites({ shopId, threadId, text: 'Dziękuję' })
      await mailSeen(world, shop, threadId, 'Dziękuję')
      await nothingUnderWay(world, shop)
      t.match(ticketOf(world, shop, threadId), { ticketId, queueId: 8, categoryId: 13 }, 'nothing moves it back')
    },
    { environment: { TICKET_SWEEP_MS: '100' } },
  ),
)

for (const { how, lose } of [
  {
    how: 'deleted',
    lose: ({ thulium }: World, { tenantId: system }: Shop, ticketId: number): void =>
      thulium.deleteTicket({ system, ticketId }),
  },
  {
    how: 'merged into the ticket of another buyer',
    lose: ({ thulium }: World, { tenantId: system }: Shop, sourceId: number, targetId: number): void =>
      thulium.mergeTickets({ system, sourceId, targetId, login: humanLogin }),
  },
])
  await t.test(`a ticket that was ${how} is followed by a new one`, { skip, jobs: 4 }, (t) =>
    inEveryWeather(t, async (t, { world, shop, moment }) => {
      const { empik } = world
      const { shopId } = shop
      const [threadId, otherThread] = [writes(world, shop, 'Pierwsza'), writes(world, shop, 'Inna sprawa')]
      const [ticketId, otherTicket] = [
        await ticketIdOf(world, shop, threadId),
        await ticketIdOf(world, shop, otherThread),
      ]
      agentAnswers(world, shop, threadId, 'Odpowiedź przed')
      await answerSeen(world, threadId, 'Odpowiedź przed')
      await nothingUnderWay(world, shop)

      lose(world, shop, ticketId, otherTicket)
      await moment()
      for (const text of ['Druga', 'Trzecia', 'Trzecia']) empik.buyerWrites({ shopId, threadId, text })
      const next = await nextTicket(world, shop, threadId, ticketId)
      await until('the last message', () => mailsIn(world, shop, next).length === 3 || undefined)
      await moment()
      t.same(mailsIn(world, shop, next), ['Druga', 'Trzecia', 'Trzecia'], 'each once, in order')
      const [first] = commentsIn(world, shop, next)
      t.match(first, new RegExp(`dalszym ciągiem zgłoszenia nr ${ticketId}\\b`))

      world.thulium.agentReplies({
        system: shop.tenantId,
        ticketId: next,
        login: humanLogin,
        html: '<p>Odpowiedź po</p>',
      })
      await answerSeen(world, threadId, 'Odpowiedź po')
      // An answer of the other conversation that has come through shows that its ticket was looked at.
      agentAnswers(world, shop, otherThread, 'Odpowiedź w innej sprawie')
      await answerSeen(world, otherThread, 'Odpowiedź w innej sprawie')
      await nothingUnderWay(world, shop)
      t.same(answers(world, threadId), ['Odpowiedź przed', 'Odpowiedź po'], 'no answer went out twice')
      t.same(answers(world, otherThread), ['Odpowiedź w innej sprawie'], 'and none went to another buyer')
      t.same(await effectsIn(world, shop, ['parked']), [], 'nobody had to help')
    }),
  )

await t.test('a merged ticket that Thulium hides or writes into is no place for messages', { skip, jobs: 4 }, (t) =>
  inEveryWeather(
    t,
    async (t, { world, shop, moment }) => {
      const { empik, thulium } = world
      const { tenantId: system, shopId } = shop
      for (const mergedTicket of ['gone', 'accept-writes']) {
        thulium.setSwitches(system, { mergedTicket })
        const threadId = writes(world, shop, 'Pierwsza')
        const ticketId = await ticketIdOf(world, shop, threadId)
        const otherTicket = await ticketIdOf(world, shop, writes(world, shop, 'Inna sprawa'))
        await nothingUnderWay(world, shop)
        thulium.mergeTickets({ system, sourceId: ticketId, targetId: otherTicket, login: humanLogin })
        // What is written before the merge is seen goes into the shell where Thulium lets it.
        if (mergedTicket === 'accept-writes')
          await until('the loss', async () => (await presentTicket(world, shop, threadId)) === undefined || undefined)
        await moment()
        empik.buyerWrites({ shopId, threadId, text: 'Druga' })
        const next = await nextTicket(world, shop, threadId, ticketId)
        await until('the message', () => mailsIn(world, shop, next).length === 1 || undefined)
        await nothingUnderWay(world, shop)
        t.same(mailsIn(world, shop, next), ['Druga'], mergedTicket)
      }
    },
    { environment: { TICKET_SWEEP_MS: '100' } },
  ),
)

await t.test('what was split off a ticket that is deleted then takes its place', { skip, jobs: 4 }, (t) =>
  inEveryWeather(t, async (t, { world, shop, moment }) => {
    const { empik, thulium } = world
    const { tenantId: system, shopId } = shop
    const threadId = writes(world, shop, 'Pierwsza')
    const ticketId = await ticketIdOf(world, shop, threadId)
    empik.buyerWrites({ shopId, threadId, text: 'Druga' })
    await mailSeen(world, shop, threadId, 'Druga')
    agentAnswers(world, shop, threadId, 'Odpowiedź')
    await answerSeen(world, threadId, 'Odpowiedź')
    await nothingUnderWay(world, shop)

    const moved = thulium.ticket(system, ticketId).messages.filter(({ body }) => /Druga|Odpowiedź/.test(body))
    const messageIds = moved.map(({ messageId }) => messageId)
    const split = thulium.splitTicket({ system, ticketId, messageIds, login: humanLogin })
    await moment()
    empik.buyerWrites({ shopId, threadId, text: 'Trzecia' })
    await until('the message', () => mailsIn(world, shop, ticketId).includes('Trzecia') || undefined)
    await nothingUnderWay(world, shop)
    t.same(mailsIn(world, shop, ticketId), ['Pierwsza', 'Trzecia'], 'an entry that has gone is no error')

    thulium.deleteTicket({ system, ticketId })
    await moment()
    empik.buyerWrites({ shopId, threadId, text: 'Czwarta' })
    await until('the message', () => mailsIn(world, shop, split).includes('Czwarta') || undefined)
    await nothingUnderWay(world, shop)
    t.equal(await presentTicket(world, shop, threadId), split)
    t.same(mailsIn(world, shop, split), ['Druga', 'Czwarta'])
    t.same(answers(world, threadId), ['Odpowiedź'], 'the moved answer did not go out again')
    t.equal(ticketsOf(world, shop, threadId).length, 1, 'no further ticket was created')
  }),
)
