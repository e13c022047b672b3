import { until } from '@connector/test-kit'
import t from 'tap'
import { agentLogin, humanLogin } from './support/account.ts'
import {
  agentAnswers,
  answers,
  answerSeen,
  begin,
  comments,
  mails,
  mailSeen,
  nothingUnderWay,
  replies,
  ticketIdOf,
  ticketOf,
  type Scene,
} from './support/seen.ts'
import { createWorld, type World } from './support/world.ts'

t.setTimeout(540_000)

/** A later message has come through, so whatever was to come back would have come. */
async function nothingComesBack(world: World, { shop, threadId }: Scene, text = 'Jeszcze jedno'): Promise<void> {
  world.empik.buyerWrites({ shopId: shop.shopId, threadId, text })
  await mailSeen(world, shop, threadId, text)
  await nothingUnderWay(world, shop)
}

t.test('an agent’s reply', { jobs: 6 }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  const { empik, thulium } = world
  await world.startServices()

  type Writes = (about: { shopId: number; threadId: string; text: string }) => unknown
  const buyer: Writes = (about) => empik.buyerWrites(about)
  const seller: Writes = (about) => empik.sellerWrites(about)
  const operator: Writes = (about) => empik.operatorWrites({ ...about, to: 'SHOP' })
  const operatorToBoth: Writes = (about) => empik.operatorWrites({ ...about, to: 'BOTH' })
  const recipients: Record<string, [Writes[], string[]]> = {
    'the buyer, who wrote last': [[operator, buyer], ['CUSTOMER']],
    'the buyer, though the seller wrote after him in the panel': [[buyer, seller], ['CUSTOMER']],
    'the operator, who wrote last to the shop alone when the buyer had his answer': [
      [buyer, seller, operator],
      ['OPERATOR'],
    ],
    'the buyer too, who waits, when the operator wrote last to the shop alone': [
      [buyer, operator],
      ['CUSTOMER', 'OPERATOR'],
    ],
    'both, when the operator wrote last to both': [
      [buyer, operatorToBoth],
      ['CUSTOMER', 'OPERATOR'],
    ],
  }
  for (const [who, [writers, expected]] of Object.entries(recipients))
    void t.test(`goes to ${who}`, async (t) => {
      const { shop, threadId } = await begin(world)
      for (const [index, write] of writers.entries())
        write({ shopId: shop.shopId, threadId, text: `Wiadomość ${index}` })
      const inTicket = (): boolean =>
        (ticketOf(world, shop, threadId)?.messages ?? []).some(({ body }) =>
          body.includes(`Wiadomość ${writers.length - 1}`),
        )
      await until('all of them in the ticket', () => inTicket() || undefined)
      agentAnswers(world, shop, threadId, 'Odpowiedź')
      await answerSeen(world, threadId, 'Odpowiedź')
      const sent = empik.thread(threadId).messages.find(({ body }) => body === 'Odpowiedź')
      t.same(sent?.to.map(({ type }) => type).sort(), expected)
    })

  void t.test('goes to the operator in a conversation without a buyer', async (t) => {
    const shop = await world.addShop()
    const { threadId } = empik.operatorWrites({ shopId: shop.shopId, text: 'Prosimy o fakturę', to: 'SHOP' })
    await ticketIdOf(world, shop, threadId)
    agentAnswers(world, shop, threadId, 'Odpowiedź')
    await answerSeen(world, threadId, 'Odpowiedź')
    t.same(
      empik
        .thread(threadId)
        .messages.at(-1)
        ?.to.map(({ type }) => type),
      ['OPERATOR'],
    )
  })

  void t.test('that waits goes to whom it was written, whoever writes meanwhile', async (t) => {
    const { shop, threadId } = await begin(world)
    const away = {
      operation: 'M12',
      subject: shop.apiKey,
      times: null,
      fault: { kind: 'status', status: 503 },
    } as const
    const { id } = empik.faults.add(away)
    agentAnswers(world, shop, threadId, 'Do klienta')
    await until('a try', () => empik.counters.count({ operation: 'M12', subject: shop.apiKey }) > 0 || undefined)
    operator({ shopId: shop.shopId, threadId, text: 'Od operatora' })
    const inTicket = (): boolean => mails(world, shop, threadId).some((text) => text.includes('Od operatora'))
    await until('the operator’s message', () => inTicket() || undefined)
    empik.faults.remove(id)
    await answerSeen(world, threadId, 'Do klienta')
    t.same(
      empik
        .thread(threadId)
        .messages.at(-1)
        ?.to.map(({ type }) => type),
      ['CUSTOMER'],
    )
  })

  for (const [how, fault] of [
    ['', undefined],
    [', though the first answer is lost', { kind: 'cut-after' }],
  ] as const)
    void t.test(`written twice in the same words is sent twice${how}`, async (t) => {
      const scene = await begin(world)
      const { shop, threadId } = scene
      if (fault) empik.faults.add({ operation: 'M12', subject: shop.apiKey, fault })
      for (let count = 0; count < 2; count++) agentAnswers(world, shop, threadId, '<p>Tak, zgadza się.</p>')
      await until('both', () => answers(world, threadId).length === 2 || undefined)
      await nothingComesBack(world, scene)
      t.same(answers(world, threadId), ['Tak, zgadza się.', 'Tak, zgadza się.'])
      t.equal(replies(world, shop, threadId).length, 2, 'neither came back')
    })

  const sizes: Record<string, [string, RegExp | undefined]> = {
    'of 2 characters is refused': ['ok', /co najmniej 3 znaków, odpowiedź ma ich 2\b/],
    'of 3 characters is sent': ['tak', undefined],
    'of 50 000 characters is sent': ['ż'.repeat(50_000), undefined],
    'of 50 001 characters is refused': ['ż'.repeat(50_001), /najwyżej 50000 znaków, odpowiedź ma ich 50001\b/],
  }
  for (const [name, [text, reason]] of Object.entries(sizes))
    void t.test(`${name}${reason ? ', and a comment says why' : ''}`, async (t) => {
      const { shop, threadId } = await begin(world)
      agentAnswers(world, shop, threadId, `<p>${text}</p>`)
      agentAnswers(world, shop, threadId, 'Następna')
      await answerSeen(world, threadId, 'Następna')
      await nothingUnderWay(world, shop)
      t.same(answers(world, threadId), reason ? ['Następna'] : [text, 'Następna'])
      const refusals = comments(world, shop, threadId).filter((comment) => comment.includes('nie została wysłana'))
      t.equal(refusals.length, reason ? 1 : 0)
      if (reason) t.match(refusals[0], reason)
    })

  void t.test('is all that leaves the ticket: no comment, no change of it', async (t) => {
    const { shop, threadId, ticketId } = await begin(world)
    const at = { system: shop.tenantId, ticketId, login: humanLogin }
    thulium.agentComments({ ...at, text: 'Tylko dla nas' })
    thulium.changeTicket({ ...at, addTags: ['pilne'] })
    agentAnswers(world, shop, threadId, 'Odpowiedź')
    thulium.agentComments({ ...at, text: 'Też tylko dla nas' })
    thulium.closeTicket(at)
    agentAnswers(world, shop, threadId, 'Po zamknięciu')
    await answerSeen(world, threadId, 'Po zamknięciu')
    t.same(answers(world, threadId), ['Odpowiedź', 'Po zamknięciu'])
  })

  void t.test('and a seller’s message from the panel, even in the same words, is mirrored once', async (t) => {
    const scene = await begin(world)
    const { shop, threadId } = scene
    agentAnswers(world, shop, threadId, 'Dziękujemy')
    await answerSeen(world, threadId, 'Dziękujemy')
    await nothingComesBack(world, scene)
    for (const text of ['Z panelu', 'Dziękujemy']) seller({ shopId: shop.shopId, threadId, text })
    await until('all in the ticket', () => replies(world, shop, threadId).length === 3 || undefined)
    await nothingComesBack(world, scene, 'I jeszcze')
    const messages = ticketOf(world, shop, threadId)?.messages.filter(({ type }) => type === 'REPLY') ?? []
    t.same(
      messages.map(({ userLogin }) => userLogin),
      [humanLogin, agentLogin, agentLogin],
    )
    t.match(
      messages.map(({ body }) => body),
      [/^Dziękujemy$/, /Obsługa EmpikPlace[^]*Z panelu$/, /Dziękujemy$/],
    )
    t.same(answers(world, threadId), ['Dziękujemy', 'Z panelu', 'Dziękujemy'], 'and not sent back')
  })
})

t.test('a reply’s echo never comes back, however EmpikPlace keeps the text', async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  const { empik } = world
  await world.startServices()
  const html = '<p>Cena &lt; 50&nbsp;zł &amp; rabat &gt; 10%, "gratis" 😀</p><p>Żółć <b>i</b> już<br>nowy wiersz</p>'
  const shop = await world.addShop()
  for (const storedBody of ['verbatim', 'br', 'escaped', 'escaped-br'])
    for (const lost of [false, true])
      await t.test(`${storedBody}, the send was ${lost ? 'done but not ' : ''}answered`, async (t) => {
        empik.switches.patch({ storedBody })
        const scene = await begin(world, shop)
        const { threadId } = scene
        if (lost) empik.faults.add({ operation: 'M12', subject: shop.apiKey, fault: { kind: 'cut-after' } })
        agentAnswers(world, shop, threadId, html)
        await until('the reply', () => answers(world, threadId)[0])
        await nothingComesBack(world, scene)
        t.equal(answers(world, threadId).length, 1, 'sent once')
        t.equal(replies(world, shop, threadId).length, 1, 'only the agent’s own is in the ticket')
        t.same(mails(world, shop, threadId), ['Pytanie', 'Jeszcze jedno'])
      })
})
