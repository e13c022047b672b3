import { until } from '@connector/test-kit'
import t, { type Test } from 'tap'
import { humanLogin } from './support/account.ts'
import { startEditingProxy, type Answer } from './support/edits.ts'
import { createOutside, createWorld, type Shop, type World } from './support/world.ts'

t.setTimeout(540_000)

type Json = Record<string, unknown>

const without = (object: Json, field: string): Json =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name !== field))

/** What EmpikPlace sends of one thread, changed. */
type EditThread = (thread: Json) => unknown

/**
 * What nobody expects to be sent is kept, shown as well as it can be, or recorded as unreadable with a reason; the next
 * conversation of the same shop always comes through. All of it happens while fields and words that nobody knows are
 * everywhere in the answers.
 */
t.test('bad input', { jobs: 8 }, async (t) => {
  const outside = await createOutside()
  t.teardown(() => outside.close())
  outside.empik.switches.patch({ unknownFields: true, newEnumValues: true, messageOrder: 'shuffled' })
  const threadEdits = new Map<string, EditThread>()
  const failing = new Set<string>()
  const editOne = (thread: Json): unknown => threadEdits.get(String(thread['id']))?.(thread) ?? thread
  const editAnswer = (path: string, answer: Answer): Answer => {
    const { pathname } = new URL(path, 'http://empik')
    if (failing.has(pathname)) return { status: 500, body: '{"status":500,"message":"Internal error"}' }
    if (answer.status !== 200 || !pathname.startsWith('/api/inbox/threads')) return answer
    const document = JSON.parse(answer.body) as Json
    const edited = Array.isArray(document['data'])
      ? { ...document, data: (document['data'] as Json[]).flatMap(editOne) }
      : editOne(document)
    return { ...answer, body: JSON.stringify(edited) }
  }
  const empikProxy = await startEditingProxy(outside.empikUrl, (_, path, answer) => editAnswer(path, answer))
  t.teardown(() => empikProxy.close())
  const thuliumProxy = await startEditingProxy(outside.thuliumUrl, (_, path, answer) => editAnswer(path, answer))
  t.teardown(() => thuliumProxy.close())
  const world = await createWorld(outside)
  t.teardown(() => world.dispose())
  const { empik, thulium } = world
  await world.startServices({ EMPIKPLACE_URL: empikProxy.url, THULIUM_URL: `${thuliumProxy.url}/{system}` })

  /** A thread that looks like this to the connector, and another one after it that must come through. */
  async function withNeighbour(t: Test, text: string, edit: EditThread): Promise<{ shop: Shop; threadId: string }> {
    const shop = await world.addShop()
    const { shopId } = shop
    const { threadId } = empik.buyerWrites({ shopId, text })
    threadEdits.set(threadId, edit)
    const neighbour = empik.buyerWrites({ shopId, text: 'Sąsiednia' })
    await until('the neighbour', () => ticketOf(world, shop, neighbour.threadId), 60_000)
    empik.buyerWrites({ shopId, threadId: neighbour.threadId, text: 'Sąsiednia druga' })
    await until(
      'more of the neighbour',
      () => mails(world, shop, neighbour.threadId).includes('Sąsiednia druga') || undefined,
      60_000,
    )
    t.same(mails(world, shop, neighbour.threadId), ['Sąsiednia', 'Sąsiednia druga'])
    return { shop, threadId }
  }

  const unreadableThreads: Record<string, [EditThread, RegExp]> = {
    'a thread without an id': [(thread) => without(thread, 'id'), /^id/],
    'a thread whose id is a list': [(thread) => ({ ...thread, id: [1] }), /^id/],
    'a thread whose id holds a line feed': [(thread) => ({ ...thread, id: 'a\nb' }), /^id/],
    'a thread whose id is longer than any index takes': [(thread) => ({ ...thread, id: 'x'.repeat(5_000) }), /^id/],
    'a thread without a date': [(thread) => without(thread, 'date_updated'), /^date_updated/],
    'a thread dated tomorrowish': [(thread) => ({ ...thread, date_updated: 'jutro' }), /^date_updated/],
    'a thread whose messages are a text': [(thread) => ({ ...thread, messages: 'brak' }), /^messages/],
    'a thread that is null': [() => [null], /object/],
  }
  for (const [name, [edit, reason]] of Object.entries(unreadableThreads))
    void t.test(`${name} is recorded with a reason`, async (t) => {
      const { shop, threadId } = await withNeighbour(t, 'Uszkodzona', edit)
      const [recorded, ...more] = await unreadables(world, shop)
      t.match(recorded, { side: 'empikplace', operation: 'M11 thread', reason })
      t.same(more, [], 'once, however often it is seen')
      t.equal(ticketOf(world, shop, threadId), undefined)
      t.match(await pollOf(world, shop), { failures: 0 }, 'the look itself is in order')
    })

  const messageEdits: Record<string, [(message: Json) => Json, RegExp]> = {
    'a message without an id': [(message) => without(message, 'id'), /^id/],
    'a message without a date': [(message) => without(message, 'date_created'), /^date_created/],
    'a message whose text is a number list': [(message) => ({ ...message, body: [1, 2] }), /^body/],
  }
  for (const [name, [edit, reason]] of Object.entries(messageEdits))
    void t.test(`${name} is recorded with a reason and the others of its thread come through`, async (t) => {
      const { shop, threadId } = await withNeighbour(t, 'Uszkodzona', editMessages('Uszkodzona', edit))
      empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Dobra' })
      await until('the readable message', () => mails(world, shop, threadId)[0], 60_000)
      t.same(mails(world, shop, threadId), ['Dobra'])
      t.match(await unreadables(world, shop), [{ operation: 'M11 message', reason }])
    })

  const shown: Record<string, [(message: Json) => Json, RegExp]> = {
    'a message without an author': [(message) => without(message, 'from'), /^\[Nieznany nadawca: UNKNOWN\][^]*Treść$/],
    'a message without recipients': [(message) => without(message, 'to'), /^Treść$/],
    'a message without a text': [(message) => without(message, 'body'), /^\(wiadomość bez treści\)$/],
    'a message with half an attachment': [
      (message) => ({ ...message, attachments: [{ name: 'paragon.pdf' }, null, 'x'] }),
      /^Treść\n\[Załącznik: paragon\.pdf/,
    ],
  }
  for (const [name, [edit, expected]] of Object.entries(shown))
    void t.test(`${name} is shown`, async (t) => {
      const { shop, threadId } = await withNeighbour(t, 'Treść', editMessages('Treść', edit))
      const [first] = await until('the message', () => nonEmpty(mails(world, shop, threadId)), 60_000)
      t.match(first, expected)
      t.same(await unreadables(world, shop), [])
    })

  void t.test('a thread whose topic cannot be read is shown, and its topic is told of once', async (t) => {
    const { shop, threadId } = await withNeighbour(t, 'Bez tematu', (thread) => ({ ...thread, topic: ['Zwrot'] }))
    await until('the message', () => mails(world, shop, threadId)[0], 60_000)
    t.match(await unreadables(world, shop), [{ side: 'empikplace', operation: 'M11 thread', reason: /topic/ }])
    t.equal((await unreadables(world, shop)).length, 1)
  })

  void t.test('the same thread twice in a page and the same message twice in a thread are taken once', async (t) => {
    const { shop, threadId } = await withNeighbour(t, 'Podwójna', (thread) => {
      const messages = thread['messages'] as Json[]
      const doubled = { ...thread, messages: [...messages, ...messages] }
      return [doubled, doubled]
    })
    await until('the message', () => mails(world, shop, threadId)[0], 60_000)
    empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Ostatnia' })
    await until('the last one', () => mails(world, shop, threadId).includes('Ostatnia') || undefined, 60_000)
    t.same(mails(world, shop, threadId), ['Podwójna', 'Ostatnia'])
    t.equal(thulium.tickets(shop.tenantId).length, 2, 'one ticket each')
  })

  void t.test('a thread that cannot be read as a whole holds up no other', async (t) => {
    const shop = await world.addShop()
    const { shopId } = shop
    const { threadId } = empik.buyerWrites({ shopId, text: 'Bez historii' })
    failing.add(`/api/inbox/threads/${threadId}`)
    // One more message than the list shows makes the connector ask for the whole thread.
    empik.operatorWrites({ shopId, threadId, text: 'Niewidoczna', to: 'CUSTOMER' })
    for (const text of ['Sąsiednia', 'Druga sąsiednia']) {
      const neighbour = empik.buyerWrites({ shopId, text })
      await until(text, () => ticketOf(world, shop, neighbour.threadId))
    }
    t.match(await pollOf(world, shop), { failure_class: 'unreachable' }, 'the fault is not hidden')
    failing.delete(`/api/inbox/threads/${threadId}`)
    await until('the thread after all', () => ticketOf(world, shop, threadId), 60_000)
  })

  void t.test('a ticket that Thulium cannot show holds up no reply in another', async (t) => {
    const shop = await world.addShop()
    const { shopId, tenantId: system } = shop
    const ticketIds: number[] = []
    const threads = ['Pierwszy', 'Drugi', 'Trzeci'].map((text) => empik.buyerWrites({ shopId, text }).threadId)
    for (const id of threads) ticketIds.push(await until('the ticket', () => ticketOf(world, shop, id)?.ticketId))
    const [broken] = ticketIds
    failing.add(`/${system}/api/tickets/${broken}`)
    for (const ticketId of ticketIds) thulium.agentReplies({ system, ticketId, login: humanLogin, html: 'Odpowiedź' })
    const answers = (threadId: string | undefined): string[] =>
      empik.thread(threadId ?? '').messages.flatMap(({ from, body }) => (from.type === 'SHOP_USER' ? [body] : []))
    for (const threadId of threads.slice(1))
      await until('the reply', () => answers(threadId).length > 0 || undefined, 60_000)
    t.same(answers(threads[0]), [])
    failing.delete(`/${system}/api/tickets/${broken}`)
    await until('the reply in the broken one', () => answers(threads[0]).length > 0 || undefined, 60_000)
    for (const threadId of threads) t.same(answers(threadId), ['Odpowiedź'])
  })
})

const editMessages =
  (text: string, edit: (message: Json) => Json): EditThread =>
  (thread) => ({
    ...thread,
    messages: (thread['messages'] as Json[]).map((message) => (message['body'] === text ? edit(message) : message)),
  })

const nonEmpty = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined)

const ticketOf = ({ thulium }: World, { tenantId }: Shop, threadId: string) =>
  thulium.tickets(tenantId).find(({ customFields }) => customFields['EmpikPlace wątek'] === threadId)

const mails = (world: World, shop: Shop, threadId: string): string[] =>
  (ticketOf(world, shop, threadId)?.messages ?? [])
    .filter(({ type }) => type === 'MAIL')
    .map(({ body }) => body.replace(/<[^>]*>/g, ''))

async function unreadables(world: World, { tenantId, integrationId }: Shop): Promise<unknown[]> {
  const streamId = `integration-${tenantId}-${integrationId}`
  const streams = await world.log.readStreams([{ streamId, fromRevision: 0 }])
  return (streams.get(streamId) ?? []).filter(({ type }) => type === 'InputUnreadable').map(({ data }) => data)
}

const pollOf = ({ store }: World, { integrationId }: Shop) =>
  store.db
    .selectFrom('polls')
    .select(['failures', 'failure_class', 'failure_message'])
    .where('integration_id', '=', integrationId)
    .where('side', '=', 'empikplace')
    .executeTakeFirst()
