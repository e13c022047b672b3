import { randomUUID } from 'node:crypto'
import type { NewEvent } from '@connector/event-log'
import { noDatabase, until } from '@connector/test-kit'
import t, { type Test } from 'tap'
import { humanLogin } from './support/account.ts'
import {
  agentAnswers,
  answers,
  answerSeen,
  begin,
  comments,
  mails,
  mailSeen,
  nothingUnderWay,
  ticketIdOf,
  ticketOf,
} from './support/seen.ts'
import { createWorld, type Shop, type World } from './support/world.ts'

/** Inputs of the kinds that strangers reported of other programs, each other than the one they reported. */

t.setTimeout(540_000)

const skip = noDatabase ?? false
const day = 24 * 3_600_000

const ticketsOf = ({ thulium }: World, { tenantId }: Shop, threadId: string): number =>
  thulium.tickets(tenantId).filter(({ customFields }) => customFields['EmpikPlace wątek'] === threadId).length

/** An agent's answer reaches the buyer, and what the buyer says next the same ticket. */
async function goesOn(t: Test, world: World, shop: Shop, threadId: string): Promise<void> {
  const [answer, question] = [`Odpowiedź ${randomUUID()}`, `Dopisek ${randomUUID()}`]
  agentAnswers(world, shop, threadId, answer)
  await answerSeen(world, threadId, answer)
  world.empik.buyerWrites({ shopId: shop.shopId, threadId, text: question })
  await mailSeen(world, shop, threadId, question)
  t.equal(ticketsOf(world, shop, threadId), 1)
}

/** Another conversation of the shop, which nothing may hold up. */
async function neighbour(t: Test, world: World, shop: Shop): Promise<void> {
  const { threadId } = world.empik.buyerWrites({ shopId: shop.shopId, text: 'Sąsiednia' })
  await ticketIdOf(world, shop, threadId)
  await goesOn(t, world, shop, threadId)
}

await t.test('inputs of strangers', { skip }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  await world.startServices()
  const { empik, thulium } = world
  const now = () => world.clock.now().getTime()

  await t.test('no date leads', { jobs: 6 }, async (t) => {
    for (const [name, at] of Object.entries({
      'in two minutes': () => new Date(now() + 120_000),
      'in a month': () => new Date(now() + 30 * day),
      'in the year 9999': () => new Date('9999-12-31T23:59:59Z'),
      'long ago': () => new Date('1970-01-02T00:00:00Z'),
    }))
      void t.test(`of a conversation ${name}`, async (t) => {
        const shop = await world.addShop()
        empik.buyerWrites({ shopId: shop.shopId, text: 'Z innego czasu', at: at() })
        await neighbour(t, world, shop)
      })
    void t.test('of a message in a conversation that goes on', async (t) => {
      const { shop, threadId } = await begin(world)
      empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Z jutra', at: new Date(now() + day) })
      await mailSeen(world, shop, threadId, 'Z jutra')
      await goesOn(t, world, shop, threadId)
    })
    void t.test('of a ticket', async (t) => {
      const { shop, threadId, ticketId } = await begin(world)
      thulium.changeTicket({ system: shop.tenantId, ticketId, updatedAt: new Date(now() + 30 * day) })
      await neighbour(t, world, shop)
      await goesOn(t, world, shop, threadId)
    })
  })

  await t.test('no size is a dead end', { jobs: 1 }, async (t) => {
    const picture = (bytes: number): string => `<img src="data:image/png;base64,${'iVBORw0KGgo'.repeat(bytes / 11)}">`
    void t.test('of pictures in replies, one beside the other', async (t) => {
      const { shop, threadId } = await begin(world)
      const steps = ['Krok 1', 'Krok 2', 'Krok 3']
      for (const step of steps) agentAnswers(world, shop, threadId, `<p>${step}</p>${picture(6_000_000)}`)
      for (const step of steps) await answerSeen(world, threadId, step)
      await neighbour(t, world, shop)
    })
    void t.test('of a comment', async (t) => {
      const { shop, threadId, ticketId } = await begin(world)
      thulium.agentComments({ system: shop.tenantId, ticketId, login: humanLogin, text: 'notatka '.repeat(2_500_000) })
      await goesOn(t, world, shop, threadId)
      await neighbour(t, world, shop)
    })
    void t.test('of many small entries', async (t) => {
      const { shop, threadId, ticketId } = await begin(world)
      for (let entry = 0; entry < 400; entry++)
        thulium.agentComments({ system: shop.tenantId, ticketId, login: humanLogin, text: `${entry} `.repeat(12_000) })
      await goesOn(t, world, shop, threadId)
    })
    void t.test('of files that stand in the ticket', async (t) => {
      const shop = await world.addShop()
      thulium.setSwitches(shop.tenantId, { attachmentElement: 'content' })
      const { threadId } = await begin(world, shop)
      const files = [{ filename: 'film.mp4', content: Buffer.alloc(14_000_000, 7) }]
      agentAnswers(world, shop, threadId, 'W załączniku film', files)
      await answerSeen(world, threadId, 'W załączniku film')
      await until('what became of the file', () => comments(world, shop, threadId).length > 0 || undefined)
      await goesOn(t, world, shop, threadId)
    })
  })

  await t.test('one refusal of a ticket is no verdict', { jobs: 6 }, async (t) => {
    for (const [name, times, fault] of [
      ['404 of the API', 1, { kind: 'status', status: 404 }],
      ['404 of a page', 1, { kind: 'status', status: 404, body: 'html' }],
      ['404 without a word', 1, { kind: 'status', status: 404, body: 'empty' }],
      ['410', 1, { kind: 'status', status: 410 }],
      ['404, three times', 3, { kind: 'status', status: 404 }],
      ['409', 2, { kind: 'status', status: 409 }],
    ] as const)
      void t.test(name, async (t) => {
        const { shop, threadId } = await begin(world)
        thulium.faults.add({ operation: 'GET tickets/:id', subject: shop.tenantId, times, fault })
        agentAnswers(world, shop, threadId, 'Pierwsza odpowiedź')
        await answerSeen(world, threadId, 'Pierwsza odpowiedź')
        await goesOn(t, world, shop, threadId)
      })
    void t.test('404 of what the buyer says', async (t) => {
      const { shop, threadId } = await begin(world)
      const fault = { kind: 'status', status: 404 } as const
      thulium.faults.add({ operation: 'POST tickets/:id/customer_response', subject: shop.tenantId, fault })
      empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Jeszcze jedno' })
      await mailSeen(world, shop, threadId, 'Jeszcze jedno')
      await goesOn(t, world, shop, threadId)
    })
  })

  await t.test('one event stops its own conversation', { jobs: 3 }, async (t) => {
    const events: Readonly<Record<string, Pick<NewEvent, 'type' | 'schemaVersion' | 'data'>>> = {
      'of an unknown type': { type: 'MoonRose', schemaVersion: 1, data: {} },
      'of a later version': { type: 'MessageReceived', schemaVersion: 99, data: {} },
      'that holds nothing': { type: 'ReplySent', schemaVersion: 1, data: {} },
    }
    for (const [name, event] of Object.entries(events))
      void t.test(name, async (t) => {
        const { shop, threadId } = await begin(world)
        await nothingUnderWay(world, shop)
        const { tenantId, integrationId } = shop
        const streamId = `conversation-${tenantId}-${integrationId}-${threadId}`
        const ref = { tenantId, integrationId, threadId }
        await until('the event in the log', async () => {
          const { revision } = await world.repository.conversation(ref)
          const metadata = { ...ref, correlationId: randomUUID() }
          const events = [{ ...event, id: randomUUID(), metadata }]
          const [appended] = await world.log.append([{ streamId, expectedRevision: revision, events }])
          return appended === 'appended' || undefined
        })
        empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Dalej' })
        await neighbour(t, world, shop)
        const status = await until('it in the status', async () => {
          const answer = await fetch(`${world.apiUrl}/api/tenants/${tenantId}/integrations/${integrationId}/status`)
          const text = await answer.text()
          return text.includes('"level":"ok"') ? undefined : text
        })
        t.match(status, /quarantin|conversation/i)
        await neighbour(t, world, await world.addShop())
      })
  })

  await t.test('what is not for the shop gets no automatic answer', { jobs: 3 }, async (t) => {
    empik.switches.set('shopSeesAllMessages', true)
    const first = [{ id: 'first', name: 'Pierwsza', occasion: 'first-message', template: 'Dziękujemy.' }] as const
    const add = () => world.addShop({ settings: { autoReplies: [...first] } })
    void t.test('also with a file, and then one for the shop is answered', async (t) => {
      const shop = await add()
      const { shopId } = shop
      const attachments = [{ name: 'skarga.pdf', content: 'pdf' }]
      const { threadId } = empik.buyerWrites({ shopId, text: 'Skarga', to: ['OPERATOR'], attachments })
      await until(
        'it in the ticket',
        () => mails(world, shop, threadId).length > 0 || comments(world, shop, threadId).length > 0 || undefined,
      )
      await nothingUnderWay(world, shop)
      t.same(answers(world, threadId), [])
      empik.buyerWrites({ shopId, threadId, text: 'A teraz do sklepu' })
      await mailSeen(world, shop, threadId, 'A teraz do sklepu')
      await goesOn(t, world, shop, threadId)
    })
    void t.test('one to both is the shop’s as well', async (t) => {
      const shop = await add()
      const { threadId } = empik.buyerWrites({ shopId: shop.shopId, text: 'Do obu', to: ['SHOP', 'OPERATOR'] })
      await answerSeen(world, threadId, 'Dziękujemy.')
    })
    void t.test('in a conversation that has its ticket', async (t) => {
      const shop = await add()
      const { shopId } = shop
      const { threadId } = empik.buyerWrites({ shopId, text: 'Pytanie' })
      await answerSeen(world, threadId, 'Dziękujemy.')
      empik.buyerWrites({ shopId, threadId, text: 'Skarżę się na sklep', to: ['OPERATOR'] })
      const texts = () => [...mails(world, shop, threadId), ...comments(world, shop, threadId)]
      const shown = await until('it in the ticket', () => texts().find((text) => text.includes('Skarżę się na sklep')))
      t.match(shown, /wiadomość do operatora, nie do sklepu/)
      await nothingUnderWay(world, shop)
      t.same(answers(world, threadId), ['Dziękujemy.'])
    })
  })

  await t.test('what becomes visible late is found', async (t) => {
    const minute = 60_000
    const shop = await world.addShop()
    const { shopId } = shop
    const begun = empik.buyerWrites({ shopId, text: 'Pytanie' })
    await ticketIdOf(world, shop, begun.threadId)
    const held = empik.buyerWrites({ shopId, text: 'Wstrzymana', visibleAfterMs: 20 * minute })
    const withFile = empik.buyerWrites({
      shopId,
      text: 'Wstrzymana z plikiem',
      visibleAfterMs: 25 * minute,
      attachments: [{ name: 'a.jpg', content: 'jpeg' }],
    })
    empik.buyerWrites({ shopId, threadId: begun.threadId, text: 'Wstrzymany dopisek', visibleAfterMs: 30 * minute })
    const later = async (minutes: number, text: string): Promise<void> => {
      world.clock.moveTo(new Date(now() + minutes * minute))
      const { threadId } = empik.buyerWrites({ shopId, text })
      await ticketIdOf(world, shop, threadId)
    }
    await later(10, 'Po dziesięciu minutach')
    t.equal(ticketOf(world, shop, held.threadId), undefined, 'not listed yet')
    await later(31, 'Po czterdziestu')
    await later(7 * 60, 'Po siedmiu godzinach')
    for (const { threadId } of [held, withFile]) await ticketIdOf(world, shop, threadId)
    await mailSeen(world, shop, begun.threadId, 'Wstrzymany dopisek')
  })
})
