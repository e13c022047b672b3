import { configureIntegration } from '@connector/domain/integration'
import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { agentLogin, humanLogin } from '../support/account.ts'
import {
  agentAnswers,
  answers,
  answerSeen,
  comments,
  effectsIn,
  mails,
  mailSeen,
  nothingUnderWay,
  ticketIdOf,
  ticketOf,
} from '../support/seen.ts'
import { inEveryWeather } from '../support/weather.ts'
import type { Shop, World } from '../support/world.ts'

t.setTimeout(540_000)

const skip = noDatabase ?? false

const writes = ({ empik }: World, { shopId }: Shop, text: string): string =>
  empik.buyerWrites({ shopId, orderId: empik.addOrder({ shopId }).id, text }).threadId

/** To whom the shop's message with this text went. */
const recipientsOf = ({ empik }: World, threadId: string, text: string): string[] =>
  empik
    .thread(threadId)
    .messages.filter(({ from, body }) => from.type === 'SHOP_USER' && body === text)
    .flatMap(({ to }) => to.map(({ type }) => type))
    .sort()

const commentSeen = (world: World, shop: Shop, threadId: string, says: RegExp): Promise<unknown> =>
  until(
    `a comment like ${String(says)}`,
    () => comments(world, shop, threadId).some((text) => says.test(text)) || undefined,
  )

const howOften = (texts: readonly string[], says: RegExp): number => texts.filter((text) => says.test(text)).length

const footer = 'Sklep Demo\ntel. 22 000 00 00'

await t.test('replies go to whom they are meant for, and comments to nobody', { skip, jobs: 4 }, (t) =>
  inEveryWeather(
    t,
    async (t, { world, shop, moment }) => {
      const { empik, thulium } = world
      const { tenantId: system, shopId } = shop
      const threadId = writes(world, shop, 'Pierwsza')
      const ticketId = await ticketIdOf(world, shop, threadId)
      thulium.agentComments({ system, ticketId, login: humanLogin, text: 'Tylko dla nas' })

      const toBuyer = `Jutro wysyłamy\n\n${footer}`
      agentAnswers(world, shop, threadId, '<p>Jutro wysyłamy</p>')
      await answerSeen(world, threadId, toBuyer)
      t.same(recipientsOf(world, threadId, toBuyer), ['CUSTOMER'], 'the buyer wrote last')
      await moment()

      empik.operatorWrites({ shopId, threadId, text: 'Prosimy o wyjaśnienie', to: 'SHOP' })
      await until(
        'the operator’s message in the ticket',
        () => howOften(mails(world, shop, threadId), /Prosimy o wyjaśnienie/) || undefined,
      )
      agentAnswers(world, shop, threadId, '<p>Wyjaśniamy</p>')
      await answerSeen(world, threadId, 'Wyjaśniamy')
      t.same(recipientsOf(world, threadId, 'Wyjaśniamy'), ['OPERATOR'], 'the operator wrote last, to the shop alone')

      agentAnswers(world, shop, threadId, '<p>@KLIENT</p><p>Paczka w drodze</p>')
      await answerSeen(world, threadId, `Paczka w drodze\n\n${footer}`)
      t.same(recipientsOf(world, threadId, `Paczka w drodze\n\n${footer}`), ['CUSTOMER'])
      await moment()
      agentAnswers(world, shop, threadId, '<div>@wszyscy</div><div>Sprawa zamknięta</div>')
      await answerSeen(world, threadId, `Sprawa zamknięta\n\n${footer}`)
      t.same(recipientsOf(world, threadId, `Sprawa zamknięta\n\n${footer}`), ['CUSTOMER', 'OPERATOR'])

      agentAnswers(world, shop, threadId, '<p> </p>')
      await commentSeen(world, shop, threadId, /co najmniej 3 znaków, odpowiedź ma ich 0\. Popraw treść/)
      agentAnswers(world, shop, threadId, `<p>@klient</p><p>${'x'.repeat(49_990)}</p>`)
      await commentSeen(world, shop, threadId, /najwyżej 50000 znaków, odpowiedź ma ich 50\d\d\d\..*podziel/)

      const { threadId: operatorThread } = empik.operatorWrites({ shopId, text: 'Nowy regulamin', to: 'SHOP' })
      await ticketIdOf(world, shop, operatorThread)
      agentAnswers(world, shop, operatorThread, '<p>@klient</p><p>Dzień dobry</p>')
      await commentSeen(world, shop, operatorThread, /w tej konwersacji nie ma klienta/)
      await moment()
      agentAnswers(world, shop, operatorThread, '<p>Dziękujemy za informację</p>')
      await answerSeen(world, operatorThread, 'Dziękujemy za informację')
      t.same(recipientsOf(world, operatorThread, 'Dziękujemy za informację'), ['OPERATOR'])

      await nothingUnderWay(world, shop)
      t.equal(answers(world, threadId).length, 4, 'each reply went out once')
      t.same(answers(world, operatorThread), ['Dziękujemy za informację'])
      t.notOk(
        [...answers(world, threadId)].some((text) => text.includes('Tylko dla nas')),
        'comments stay in Thulium',
      )
      t.equal(howOften(comments(world, shop, threadId), /nie została wysłana/), 2, 'each refusal was told once')
      t.same(await effectsIn(world, shop, ['parked']), [])
    },
    { settings: { replies: { footer } } },
  ),
)

await t.test(
  'what others write enters the ticket with its author, marked where the buyer cannot see it',
  { skip, jobs: 4 },
  (t) =>
    inEveryWeather(
      t,
      async (t, { world, shop, moment }) => {
        const { empik } = world
        const { shopId } = shop
        const threadId = writes(world, shop, 'Pierwsza')
        await ticketIdOf(world, shop, threadId)
        empik.sellerWrites({ shopId, threadId, text: 'Z panelu do klienta', userName: 'Jan Testowy' })
        empik.sellerWrites({ shopId, threadId, text: 'Z panelu do Empiku', userName: 'Jan Testowy', to: ['OPERATOR'] })
        await moment()
        empik.operatorWrites({ shopId, threadId, text: 'Do wszystkich', to: 'BOTH' })
        empik.operatorWrites({ shopId, threadId, text: 'Tylko do sklepu', to: 'SHOP' })
        empik.operatorWrites({ shopId, threadId, text: 'Tylko do sklepu', to: 'SHOP' })
        const { threadId: operatorThread } = empik.operatorWrites({ shopId, text: 'Nowy regulamin', to: 'SHOP' })
        await ticketIdOf(world, shop, operatorThread)
        empik.buyerWrites({ shopId, threadId, text: 'Ostatnia' })
        await mailSeen(world, shop, threadId, 'Ostatnia')
        await nothingUnderWay(world, shop)

        const time = /\d{4}-\d\d-\d\d \d\d:\d\d/.source
        const bySeller = (ticketOf(world, shop, threadId)?.messages ?? []).filter(({ type }) => type === 'REPLY')
        t.match(
          bySeller.map(({ body }) => body.replace(/<[^>]*>/g, '\n')),
          [
            new RegExp(String.raw`^\[Obsługa EmpikPlace\] Jan Testowy, ${time}\s+Z panelu do klienta$`),
            new RegExp(
              String.raw`^\[Obsługa EmpikPlace\] Jan Testowy, ${time}\s+\(wiadomość niewidoczna dla klienta\)\s+Z panelu do Empiku$`,
            ),
          ],
        )
        t.ok(bySeller.every(({ userLogin }) => userLogin === agentLogin))

        const byOperator = comments(world, shop, threadId).filter((text) => text.startsWith('[Operator EmpikPlace]'))
        t.match(byOperator, [
          new RegExp(String.raw`^\[Operator EmpikPlace\] Operator, ${time}\n\nDo wszystkich$`),
          /\(wiadomość niewidoczna dla klienta\)\n\nTylko do sklepu$/,
          /Tylko do sklepu$/,
        ])
        t.same(
          mails(world, shop, threadId),
          ['Pierwsza', 'Ostatnia'],
          'the buyer’s own messages are the only ones of his',
        )
        t.match(mails(world, shop, operatorThread), [/\[Operator EmpikPlace\].*Nowy regulamin/s], 'it opens the ticket')

        // Another setting holds for what comes after it.
        const { state } = await world.repository.integration(shop)
        const { settings } = state
        if (!settings) throw new Error('The shop has no settings')
        await world.repository.changeIntegration(shop, 'test', () =>
          configureIntegration({ ...settings, operatorMessages: 'message' }),
        )
        await until('the setting to hold', async () => {
          empik.operatorWrites({ shopId, threadId, text: 'Od teraz inaczej', to: 'SHOP' })
          await nothingUnderWay(world, shop)
          return howOften(mails(world, shop, threadId), /Od teraz inaczej/) || undefined
        })
        t.equal(
          howOften(comments(world, shop, threadId), /Tylko do sklepu/),
          2,
          'what was a comment is one still, once',
        )
        t.same(
          answers(world, threadId),
          ['Z panelu do klienta', 'Z panelu do Empiku'],
          'nothing came back to EmpikPlace',
        )
      },
      { settings: { operatorMessages: 'comment' } },
    ),
)
