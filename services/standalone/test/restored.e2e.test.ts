import { unconfirmedRestore } from '@connector/store'
import { until } from '@connector/test-kit'
import t, { type Test } from 'tap'
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
  type Scene,
} from './support/seen.ts'
import { restored } from './support/restored.ts'
import { createOutside, createWorld, type World } from './support/world.ts'

t.setTimeout(540_000)

const writing = /^(?:POST|PUT|DELETE) |^(?:M12|M14|OR43)$/

/** Writes to both outside APIs since the beginning. */
const writes = ({ empik, thulium }: World): number =>
  [...empik.counters.report(), ...thulium.counters.report()]
    .filter(({ operation }) => writing.test(operation))
    .reduce((sum, { total }) => sum + total, 0)

/** All that people on both sides see of a conversation. */
const shown = (world: World, { shop, threadId }: Scene) => ({
  mails: mails(world, shop, threadId),
  replies: replies(world, shop, threadId),
  comments: comments(world, shop, threadId),
  answers: answers(world, threadId),
})

/** More happens after the backup: in a conversation that it knows, and in a new one. */
async function afterTheBackup(world: World, { shop, threadId }: Scene): Promise<Scene> {
  const { empik } = world
  empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Po kopii' })
  await mailSeen(world, shop, threadId, 'Po kopii')
  agentAnswers(world, shop, threadId, '<p>Odpowiedź po kopii</p>', [{ filename: 'a.pdf', content: Buffer.from('pdf') }])
  await answerSeen(world, threadId, 'Odpowiedź po kopii')
  await answerSeen(world, threadId, 'Załącznik: a.pdf')
  empik.sellerWrites({ shopId: shop.shopId, threadId, text: 'Z panelu' })
  await until('the panel', () => replies(world, shop, threadId).some((text) => text.includes('Z panelu')) || undefined)
  const { threadId: other } = empik.buyerWrites({ shopId: shop.shopId, text: 'Nowa sprawa' })
  const ticketId = await ticketIdOf(world, shop, other)
  agentAnswers(world, shop, other, '<p>Odpowiedź w nowej</p>')
  await answerSeen(world, other, 'Odpowiedź w nowej')
  await nothingUnderWay(world, shop)
  return { shop, threadId: other, ticketId }
}

/** While nobody has confirmed, looks go on and nothing is written. */
async function staysPaused(t: Test, world: World, { shop, threadId }: Scene, fresh: Scene): Promise<void> {
  const { empik } = world
  const before = writes(world)
  empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'W czasie przerwy' })
  const { threadId: third } = empik.buyerWrites({ shopId: shop.shopId, text: 'Trzecia sprawa' })
  agentAnswers(world, shop, threadId, '<p>Odpowiedź w czasie przerwy</p>')
  const stateOf = async (of: string) => (await world.repository.conversation({ ...shop, threadId: of })).state
  await until('the forgotten replies to be found', async () => {
    const [old, other] = await Promise.all([stateOf(threadId), stateOf(fresh.threadId)])
    const found = [...old.replies, ...other.replies].filter(({ status }) => status === 'sent')
    return (found.length === 3 && old.attachmentsRelayed.length > 0) || undefined
  })
  await until('what is new to be read', async () => {
    const [old, another] = await Promise.all([stateOf(threadId), stateOf(third)])
    return (old.replies.length === 3 && another.messages.length === 1) || undefined
  })
  await until('what was never done to be found missing', async () => {
    const rows = await world.store.db.selectFrom('effects').select('state').where('kind', '=', 'reply:send').execute()
    return rows.some(({ state }) => state === 'planned') || undefined
  })
  t.equal(writes(world), before, 'nothing was written')
  t.match(await restored(world, '--confirm').catch(String), /Add --yes/)
  t.ok(await unconfirmedRestore(world.store.db))
}

t.test('a database that was restored from a backup', async (t) => {
  const outside = await createOutside()
  t.teardown(() => outside.close())
  const world = await createWorld(outside)
  t.teardown(() => world.dispose())
  const stop = await world.startServices()
  const scene = await begin(world)
  const { shop, threadId } = scene
  agentAnswers(world, shop, threadId, '<p>Pierwsza odpowiedź</p>')
  await answerSeen(world, threadId, 'Pierwsza odpowiedź')
  await nothingUnderWay(world, shop)
  await stop()

  const since = new Date()
  const copy = await createWorld(outside, world)
  t.teardown(() => copy.dispose())
  const stopOriginal = await world.startServices()
  const fresh = await afterTheBackup(world, scene)
  await stopOriginal()
  const [before, freshBefore] = [shown(world, scene), shown(world, fresh)]
  const tickets = world.thulium.tickets(shop.tenantId).length

  t.match(await restored(copy, '--since', since.toISOString()), /write nothing until/)
  let stopCopy = await copy.startServices()
  await t.test('looks, and writes nothing before a person confirms', async (t) => {
    await staysPaused(t, copy, scene, fresh)
  })
  await t.test('nor after a restart', async (t) => {
    await stopCopy()
    const count = writes(copy)
    stopCopy = await copy.startServices()
    copy.empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Po restarcie' })
    await until('the message to be read', async () => {
      const { state } = await copy.repository.conversation({ ...shop, threadId })
      return state.messages.some(({ body }) => body === 'Po restarcie') || undefined
    })
    t.equal(writes(copy), count)
  })

  await t.test('then does what is missing, and nothing twice', async (t) => {
    t.match(await restored(copy, '--confirm', '--yes', '--by', 'Anna'), /Confirmed by Anna/)
    await answerSeen(copy, threadId, 'Odpowiedź w czasie przerwy')
    await mailSeen(copy, shop, threadId, 'Po restarcie')
    await until('the third ticket', () => copy.thulium.tickets(shop.tenantId).length > tickets || undefined)
    await nothingUnderWay(copy, shop)
    t.same(shown(copy, fresh), freshBefore)
    t.same(shown(copy, scene), {
      mails: [...before.mails, 'W czasie przerwy', 'Po restarcie'],
      replies: [...before.replies, 'Odpowiedź w czasie przerwy'],
      comments: before.comments,
      answers: [...before.answers, 'Odpowiedź w czasie przerwy'],
    })
    t.equal(copy.thulium.tickets(shop.tenantId).length, tickets + 1, 'one for the conversation that is new')
    const buyers = copy.thulium.customers(shop.tenantId).map(({ customFields }) => customFields['Empik ID'])
    t.equal(new Set(buyers).size, buyers.length, 'no buyer has two records')
  })
  await stopCopy()
})
