import { until } from '@connector/test-kit'
import t from 'tap'
import {
  agentAnswers,
  answers,
  answerSeen,
  comments,
  mails,
  mailSeen,
  nothingUnderWay,
  ticketIdOf,
  ticketOf,
} from '../support/seen.ts'
import { inEveryWeather } from '../support/weather.ts'
import { createWorld, type Shop, type World } from '../support/world.ts'

t.setTimeout(540_000)

/** Bytes that look like nothing else, so that a file cut short or mixed up is seen. */
const file = (name: string, size: number) => ({
  name,
  content: Buffer.from(Array.from({ length: size }, (_, place) => (place * 31 + name.length) % 251)),
})
const forAgent = ({ name, content }: ReturnType<typeof file>) => ({ filename: name, content })

interface Kept {
  name: string
  size: number
}

/** Files on the entries of the ticket, as people see them there. */
const inTicket = (world: World, shop: Shop, threadId: string, type: 'MAIL' | 'REPLY'): Kept[] =>
  (ticketOf(world, shop, threadId)?.messages ?? [])
    .filter((message) => message.type === type)
    .flatMap(({ attachments }) => attachments.map(({ filename, size }) => ({ name: filename, size })))

/** Files that the shop sent in EmpikPlace, with the text of their messages. */
const sent = ({ empik }: World, threadId: string): string[] =>
  empik
    .thread(threadId)
    .messages.filter(({ from }) => from.type === 'SHOP_USER')
    .flatMap(({ body, attachments }) => attachments.map(({ name, size }) => `${body} | ${name} ${size}`))

/** Comments about files, without the address of a link and the date. */
const aboutFiles = (world: World, shop: Shop, threadId: string): string[] =>
  comments(world, shop, threadId)
    .filter((text) => text.startsWith('Załącznik'))
    .map((text) => text.replace(/do pobrania: .*/, 'do pobrania'))

const linkTo = (world: World, shop: Shop, threadId: string, name: string): Promise<string> =>
  until(`a link to ${name}`, () => {
    const text = comments(world, shop, threadId).find((one) => one.includes(`„${name}”`) && one.includes('http'))
    return text === undefined ? undefined : /http\S+/.exec(text)?.[0]
  })

async function download(address: string): Promise<{ status: number; type: string | null; content: Buffer }> {
  const answer = await fetch(address)
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    content: Buffer.from(await answer.arrayBuffer()),
  }
}

const commentSeen = (world: World, shop: Shop, threadId: string, beginning: string): Promise<unknown> =>
  until(
    `the comment “${beginning}”`,
    () => comments(world, shop, threadId).some((text) => text.startsWith(beginning)) || undefined,
  )

/** The text of a message names its files in the ticket, whatever becomes of them. */
const fileNamed = (world: World, shop: Shop, threadId: string, name: string): Promise<unknown> =>
  until(
    `a message with ${name} in the ticket`,
    () => mails(world, shop, threadId).some((text) => text.includes(`[Załącznik: ${name}, `)) || undefined,
  )

const relayedBytes = async (world: World, shop: Shop, threadId: string): Promise<number> =>
  (await world.repository.conversation({ ...shop, threadId })).state.attachmentsRelayed.reduce(
    (sum, { bytes }) => sum + bytes,
    0,
  )

await t.test('files reach the other side, within one limit for both directions', { jobs: 4 }, (t) =>
  inEveryWeather(
    t,
    async (t, { world, shop, moment }) => {
      const { empik } = world
      const { shopId } = shop
      const order = empik.addOrder({ shopId })
      const video = file('nagranie.mp4', 10_000)
      const { threadId } = empik.buyerWrites({
        shopId,
        orderId: order.id,
        text: 'Paczka przyszła uszkodzona',
        attachments: [file('zdjęcie 1.jpg', 20_000), file('paragon.pdf', 5_000)],
      })
      await ticketIdOf(world, shop, threadId)
      await moment()
      empik.buyerWrites({ shopId, threadId, text: 'Tu nagranie', attachments: [video] })
      const link = await linkTo(world, shop, threadId, video.name)
      await moment()
      agentAnswers(world, shop, threadId, '<p>Faktura w załączniku.</p>', [
        forAgent(file('Faktura ŁÓDŹ.pdf', 8_000)),
        forAgent(file('umowa.docx', 100)),
        forAgent(file('duży.pdf', 50_000)),
      ])
      await answerSeen(world, threadId, 'Załącznik: Faktura LODZ.pdf')
      await moment()
      await commentSeen(world, shop, threadId, 'Załącznik „duży.pdf”')
      empik.sellerWrites({
        shopId,
        threadId,
        text: 'Etykieta z panelu',
        attachments: [file('etykieta.png', 1_000)],
      })
      empik.buyerWrites({ shopId, threadId, text: 'Jeszcze film', attachments: [file('film.mp4', 30_000)] })
      const { messageId } = empik.buyerWrites({ shopId, threadId, text: 'I to', attachments: [file('wstyd.jpg', 10)] })
      const shame = empik.thread(threadId).messages.find(({ id }) => id === messageId)?.attachments[0]
      t.ok(empik.deleteAttachment(shame?.id ?? ''))
      await fileNamed(world, shop, threadId, 'wstyd.jpg')
      await commentSeen(world, shop, threadId, 'Załącznik „wstyd.jpg”')
      await nothingUnderWay(world, shop)

      t.same(inTicket(world, shop, threadId, 'MAIL'), [
        { name: 'zdjęcie 1.jpg', size: 20_000 },
        { name: 'paragon.pdf', size: 5_000 },
      ])
      t.same(inTicket(world, shop, threadId, 'REPLY').slice(-1), [{ name: 'etykieta.png', size: 1_000 }])
      t.same(sent(world, threadId), [
        'Załącznik: Faktura LODZ.pdf | Faktura LODZ.pdf 8000',
        'Etykieta z panelu | etykieta.png 1000',
      ])
      t.same(
        answers(world, threadId),
        ['Faktura w załączniku.', 'Załącznik: Faktura LODZ.pdf', 'Etykieta z panelu'],
        'the buyer has each text and each file once',
      )
      const told = 'Treść odpowiedzi została wysłana.'
      t.same(
        aboutFiles(world, shop, threadId).sort(),
        [
          'Załącznik „nagranie.mp4” (10 kB) do pobrania',
          `Załącznik „umowa.docx” nie został wysłany do klienta: EmpikPlace nie przyjmuje plików .docx. Wyślij go w innym formacie, na przykład PDF. ${told}`,
          `Załącznik „duży.pdf” nie został wysłany do klienta: przekroczyłby limit załączników całej konwersacji (59 kB) o 32 kB. Wyślij mniejszy plik albo wyślij go w panelu EmpikPlace. ${told}`,
          'Załącznik „film.mp4” nie trafił do zgłoszenia: przekroczyłby limit załączników całej konwersacji (59 kB) o 14 kB. Otwórz go w panelu EmpikPlace.',
          'Załącznik „wstyd.jpg” nie trafił do zgłoszenia: EmpikPlace już go nie udostępnia (został usunięty albo zanonimizowany).',
        ].sort(),
      )
      t.same(await download(link), { status: 200, type: 'video/mp4', content: video.content })
      t.equal(await relayedBytes(world, shop, threadId), 20_000 + 5_000 + 10_000 + 8_000 + 1_000)
      t.notOk(
        mails(world, shop, threadId).some((text) => text.includes('LODZ')),
        'what was sent does not come back',
      )
    },
    { settings: { attachments: { conversationLimitBytes: 60_000 } } },
  ),
)

await t.test('what the APIs leave open', async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  const { empik, thulium } = world
  // Failures in a row are waited for here, with the back-off of a file that stays ill.
  await world.startServices({ WAIT_SCALE: '0.002' })

  /** A conversation with its ticket. */
  const begin = async (shop: Shop, attachments: ReturnType<typeof file>[] = []): Promise<string> => {
    const orderId = empik.addOrder({ shopId: shop.shopId }).id
    const { threadId } = empik.buyerWrites({ shopId: shop.shopId, orderId, text: 'Pytanie', attachments })
    await ticketIdOf(world, shop, threadId)
    return threadId
  }

  await t.test('names without any way to fetch the file: the text goes, and the agent is told', async (t) => {
    const shop = await world.addShop()
    const threadId = await begin(shop)
    thulium.setSwitches(shop.tenantId, { attachmentElement: 'names' })
    agentAnswers(world, shop, threadId, '<p>W załączniku.</p>', [forAgent(file('faktura.pdf', 900))])
    await commentSeen(world, shop, threadId, 'Załącznik „faktura.pdf”')
    await nothingUnderWay(world, shop)
    t.same(answers(world, threadId), ['W załączniku.'])
    t.same(aboutFiles(world, shop, threadId), [
      'Załącznik „faktura.pdf” nie został wysłany do klienta: Thulium nie udostępnia tego pliku integracji. ' +
        'W razie potrzeby wyślij go w panelu EmpikPlace. Treść odpowiedzi została wysłana.',
    ])
  })

  await t.test('the content in the answer itself', async (t) => {
    const shop = await world.addShop()
    const threadId = await begin(shop)
    thulium.setSwitches(shop.tenantId, { attachmentElement: 'content' })
    agentAnswers(world, shop, threadId, '<p>W załączniku.</p>', [
      forAgent(file('skan.jpeg', 900)),
      forAgent(file('skan.jpg', 700)),
    ])
    await answerSeen(world, threadId, 'Załącznik: skan-2.jpg')
    await nothingUnderWay(world, shop)
    t.same(sent(world, threadId), ['Załącznik: skan.jpg | skan.jpg 900', 'Załącznik: skan-2.jpg | skan-2.jpg 700'])
    t.same(aboutFiles(world, shop, threadId), [])
  })

  for (const [policy, there] of [
    ['stored', 1],
    ['ignored', 0],
    ['rejected', 0],
  ] as const)
    await t.test(`later files where Thulium has them ${policy}`, async (t) => {
      const shop = await world.addShop({ settings: { attachments: { filesInLaterMessages: true } } })
      const threadId = await begin(shop)
      thulium.setSwitches(shop.tenantId, { customerResponseAcceptsAttachments: policy })
      empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Zdjęcie', attachments: [file('a.png', 2_000)] })
      await fileNamed(world, shop, threadId, 'a.png')
      await until(
        'the file',
        async () => (await world.repository.conversation({ ...shop, threadId })).state.attachmentsRelayed[0],
      )
      await nothingUnderWay(world, shop)
      t.equal(inTicket(world, shop, threadId, 'MAIL').length, there)
      t.equal(aboutFiles(world, shop, threadId).length, 1 - there, 'a file that is not there can be reached by a link')
      t.equal(mails(world, shop, threadId).length, 2)
    })

  await t.test('a file that EmpikPlace does not give out holds up no text', async (t) => {
    const shop = await world.addShop()
    const broken = empik.faults.add({
      operation: 'M13',
      subject: shop.apiKey,
      times: null,
      fault: { kind: 'status', status: 404 },
    })
    const threadId = await begin(shop, [file('a.png', 100)])
    await commentSeen(world, shop, threadId, 'Załącznik „a.png” nie trafił')
    empik.faults.remove(broken.id)

    const away = empik.faults.add({
      operation: 'M13',
      subject: shop.apiKey,
      times: null,
      fault: { kind: 'status', status: 502 },
    })
    empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Drugi plik', attachments: [file('b.png', 100)] })
    empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'I dalej' })
    await mailSeen(world, shop, threadId, 'I dalej')
    agentAnswers(world, shop, threadId, '<p>Odpowiedź.</p>')
    await answerSeen(world, threadId, 'Odpowiedź.')
    empik.faults.remove(away.id)
    t.equal((await download(await linkTo(world, shop, threadId, 'b.png'))).content.length, 100)
    await nothingUnderWay(world, shop)
  })

  await t.test(
    'a file that fails for ever while the conversation can be read gets its link all the same',
    async (t) => {
      const shop = await world.addShop()
      const threadId = await begin(shop)
      const ill = empik.faults.add({
        operation: 'M13',
        subject: shop.apiKey,
        times: null,
        fault: { kind: 'status', status: 500 },
      })
      empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Plik', attachments: [file('b.png', 100)] })
      const link = await linkTo(world, shop, threadId, 'b.png')
      t.equal((await download(link)).status, 503)
      empik.faults.remove(ill.id)
      t.equal((await download(link)).status, 200)
      await nothingUnderWay(world, shop)
    },
  )

  await t.test('no more than 50 files of one order', async (t) => {
    const shop = await world.addShop()
    const many = Array.from({ length: 50 }, (_, number) => file(`${number}.png`, 10))
    const threadId = await begin(shop, many)
    agentAnswers(world, shop, threadId, '<p>Jeszcze jeden.</p>', [forAgent(file('faktura.pdf', 900))])
    await commentSeen(
      world,
      shop,
      threadId,
      'Załącznik „faktura.pdf” nie został wysłany do klienta: EmpikPlace przyjmuje',
    )
    await nothingUnderWay(world, shop)
    t.equal(inTicket(world, shop, threadId, 'MAIL').length, 50)
    t.same(answers(world, threadId), ['Jeszcze jeden.'])
  })

  for (const [name, operation, kind] of [
    ['the answer to sending a file is lost', 'M12', 'cut-after'],
    ['the agent’s file breaks off on its way', 'GET attachments/:id', 'truncate'],
    ['Thulium does not give the agent’s file out at first', 'GET attachments/:id', 'cut-before'],
  ] as const)
    await t.test(`${name}: the buyer has it once`, async (t) => {
      const shop = await world.addShop()
      const threadId = await begin(shop)
      const rule = { operation, fault: { kind } }
      // The text comes first.
      if (operation === 'M12') empik.faults.add({ ...rule, subject: shop.apiKey, skip: 1 })
      else thulium.faults.add({ ...rule, subject: shop.tenantId })
      agentAnswers(world, shop, threadId, '<p>W załączniku.</p>', [forAgent(file('faktura.pdf', 300_000))])
      await until(
        'the file',
        async () => (await world.repository.conversation({ ...shop, threadId })).state.attachmentsRelayed[0],
      )
      empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Dziękuję' })
      await mailSeen(world, shop, threadId, 'Dziękuję')
      await nothingUnderWay(world, shop)
      t.same(answers(world, threadId), ['W załączniku.', 'Załącznik: faktura.pdf'])
      t.same(sent(world, threadId), ['Załącznik: faktura.pdf | faktura.pdf 300000'])
      t.same(aboutFiles(world, shop, threadId), [])
      t.notOk(mails(world, shop, threadId).some((text) => text.includes('faktura')))
    })

  await t.test('a refused reply keeps its files back, and says so', async (t) => {
    const shop = await world.addShop()
    const threadId = await begin(shop)
    agentAnswers(world, shop, threadId, `<p>${'Za długo. '.repeat(5_100)}</p>`, [forAgent(file('faktura.pdf', 900))])
    await commentSeen(world, shop, threadId, 'Odpowiedź nie została wysłana')
    await nothingUnderWay(world, shop)
    t.same(answers(world, threadId), [])
    t.match(comments(world, shop, threadId).at(-1), /nie wysłano załączników: faktura\.pdf\.$/)
  })
})
