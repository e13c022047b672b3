import type { Fault } from '@connector/sandbox'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { createShop, type TestShop } from './support/shop.ts'

/** A thread of which M11 does not show all messages, so that it is asked for by M10. */
function longThread(shop: TestShop): string {
  const threadId = shop.writes('Pierwsza')
  for (let count = 1; count < 120; count++) shop.writes(`Kolejna ${count}`, { threadId })
  return threadId
}

const forEver: Record<string, Fault> = {
  'an error': { kind: 'status', status: 503 },
  'no answer': { kind: 'cut-before' },
  'the word of a gateway': { kind: 'status', status: 403, body: 'challenge' },
  'half an answer': { kind: 'truncate' },
  'a limit of its own': { kind: 'status', status: 429, retryAfter: 1 },
}

await t.test('a thread that cannot be read by itself', { skip: noDatabase ?? false, jobs: 3 }, async (t) => {
  for (const [name, fault] of Object.entries(forEver))
    await t.test(`for ever, as ${name}: it has one victim, and that for a while`, async (t) => {
      const shop = await createShop(t)
      const before = shop.writes('Przedtem')
      shop.passes(1)
      const ill = longThread(shop)
      shop.passes(1)
      shop.empik.faults.add({ operation: 'M10', times: null, fault })
      await shop.look()
      shop.passes(1)
      t.match(await shop.look(), { ok: false, othersRead: true }, 'it is told')
      t.same(await shop.recorded(before), ['Przedtem'], 'what comes behind it in the list is read')
      t.same(await shop.recorded(ill), [], 'a few bad minutes are no verdict')
      for (let minute = 0; minute < 30; minute += 5) {
        shop.passes(5)
        await shop.look()
      }
      t.equal((await shop.recorded(ill)).length, 100, 'what the list shows of it is taken')
      t.match(await shop.unreadable(), [/Of 120 messages only the last 100 could be read/], 'and told')
      t.match(await shop.look(), { ok: true })
      t.ok(shop.cursor(), 'the shop goes on')

      shop.writes('Dopisek', { threadId: ill })
      shop.passes(1)
      t.match(await shop.look(), { ok: true })
      t.ok((await shop.recorded(ill)).includes('Dopisek'), 'so does the conversation')
      shop.empik.faults.clear()
      shop.passes(7 * 60)
      t.match(await shop.look(), { ok: true })
      t.equal((await shop.recorded(ill)).length, 121, 'and the rest is taken when it can be read')
    })
})

await t.test(
  'however many cannot be read by themselves, what the list shows whole is taken at once',
  { skip: noDatabase ?? false },
  async (t) => {
    const shop = await createShop(t)
    const before = shop.writes('Przedtem')
    shop.passes(1)
    const ill = Array.from({ length: 6 }, () => longThread(shop))
    shop.passes(1)
    const rule = shop.empik.faults.add({ operation: 'M10', times: null, fault: { kind: 'status', status: 503 } })
    t.match(await shop.look(), { ok: false, othersRead: true, failure: { class: 'unreachable' } })
    t.same(await shop.recorded(before), ['Przedtem'])
    shop.empik.faults.remove(rule.id)
    for (let minute = 0; minute < 3; minute++) {
      shop.passes(1)
      await shop.look()
    }
    for (const threadId of ill) t.equal((await shop.recorded(threadId)).length, 120)
  },
)
