import { connectWorker, migrate, schemaDigest } from '@connector/store'
import { createTestDatabase } from '@connector/test-kit'
import t from 'tap'
import { createSightings, type Seen, type SeenReply } from '../src/thulium/sightings.ts'

const settleMs = 60_000

const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
const store = connectWorker({ url: database.url })
const sightings = createSightings(store)
t.teardown(async () => {
  await store.close()
  await database.drop()
})

let nextTicket = 1

/** A question that was answered at once. */
const readAt = (at: Date): Seen => ({ askedAt: at, answeredAt: at })

/** Looks at one ticket again and again; the time is minutes and seconds after the first look. */
function watchTicket() {
  const ticketId = nextTicket++
  return async (seconds: number, ...replies: SeenReply[]): Promise<number[]> => {
    const now = new Date(Date.UTC(2026, 0, 1, 12, 0, seconds))
    return [...(await sightings.settled('sklep', ticketId, replies, readAt(now), settleMs)).settled]
  }
}

const first: SeenReply = { messageId: 1, digest: 'a' }

t.test('a reply has settled when it is seen twice, a minute apart', async (t) => {
  const look = watchTicket()
  t.same(await look(0, first), [])
  t.same(await look(59, first), [], 'still too early')
  t.same(await look(60, first), [1])
})

t.test('a reply that changed in between starts anew and settles in its last form', async (t) => {
  const look = watchTicket()
  t.same(await look(0, first), [])
  const edited = { messageId: 1, digest: 'b' }
  t.same(await look(60, edited), [])
  t.same(await look(100, edited), [])
  t.same(await look(120, edited), [1])
})

t.test('a withdrawn reply never settles, not even when it comes back under the same number', async (t) => {
  const look = watchTicket()
  t.same(await look(0, first), [])
  t.same(await look(45), [])
  t.same(await look(90, first), [], 'its time begins again')
  t.same(await look(150, first), [1])
})

t.test('it says when to look again', async (t) => {
  const ticketId = nextTicket++
  const at = (seconds: number): Date => new Date(Date.UTC(2026, 0, 1, 12, 0, seconds))
  const second = { messageId: 2, digest: 'a' }
  const nextAt = async (seconds: number, ...replies: SeenReply[]) =>
    (await sightings.settled('sklep', ticketId, replies, readAt(at(seconds)), settleMs)).nextAt
  t.equal(await nextAt(0), undefined)
  t.same(await nextAt(10, first), at(70))
  t.same(await nextAt(40, first, second), at(70), 'when the first of them settles')
  t.same(await nextAt(70, first, second), at(100), 'then when the other does')
  t.equal(await nextAt(100, first, second), undefined)
})

t.test('replies settle one by one', async (t) => {
  const look = watchTicket()
  const second = { messageId: 2, digest: 'a' }
  t.same(await look(0, first), [])
  t.same(await look(40, first, second), [])
  t.same(await look(60, first, second), [1])
  t.same(await look(100, first, second), [1, 2])
})

t.test('a settled reply that was not recorded yet settles again, also after a restart', async (t) => {
  const look = watchTicket()
  await look(0, first)
  t.same(await look(60, first), [1])
  const restarted = createSightings(store)
  const now = new Date(Date.UTC(2026, 0, 1, 12, 2))
  t.same([...(await restarted.settled('sklep', nextTicket - 1, [first], readAt(now), settleMs)).settled], [1])
})

t.test('a slow answer brings no reply forward: its wait is from one answer to another question', async (t) => {
  const ticketId = nextTicket++
  const at = (seconds: number): Date => new Date(Date.UTC(2026, 0, 1, 12, 0, seconds))
  const read = async (asked: number, answered: number) => {
    const reading = { askedAt: at(asked), answeredAt: at(answered) }
    const { settled, nextAt } = await sightings.settled('sklep', ticketId, [first], reading, settleMs)
    return { settled: [...settled], nextAt }
  }
  t.same(await read(0, 20), { settled: [], nextAt: at(80) })
  t.same(await read(70, 90), { settled: [], nextAt: at(80) })
  t.same((await read(80, 81)).settled, [1])
})
