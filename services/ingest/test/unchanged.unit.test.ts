import t from 'tap'
import { mayHaveChanged, readingOf, type Reading } from '../src/thulium/unchanged.ts'

const at = (time: string): Date => new Date(`2026-03-02T${time}Z`)
const minutes = (count: number, from: Date): Date => new Date(from.getTime() + count * 60_000)
const ticket = { updatedAt: at('12:34:00'), updatedBefore: at('12:35:00') }

t.test('a reading tells of later ones when its question came well after the minute that the ticket shows', (t) => {
  const asked = (askedAtTheirs: Date, of: Parameters<typeof readingOf>[0] = ticket): boolean =>
    readingOf(of, { askedAt: at('09:00:00'), askedAtTheirs }).minuteOver
  t.equal(asked(at('12:34:10')), false, 'it may change again in that minute')
  t.equal(asked(at('12:35:29')), false, 'or may have, and does not show it yet')
  t.equal(asked(at('12:35:30')), true)
  t.equal(asked(at('12:35:30'), {}), false)
  const twice = { updatedAt: at('00:30:00'), updatedBefore: at('01:31:00') }
  t.equal(asked(at('00:40:00'), twice), false, 'an hour that comes twice is over after the second time')
  t.equal(asked(at('01:32:00'), twice), true)
  t.end()
})

const last: Reading = { readAt: at('12:36:00'), shown: at('12:34:00'), minuteOver: true }

t.test('a listed ticket is read unless it shows the date that the last reading showed, after that minute', (t) => {
  const list = { listedAt: at('12:40:00'), now: at('12:40:00') }
  t.equal(mayHaveChanged(last, at('12:34:00'), list), false)
  t.equal(mayHaveChanged(last, at('12:35:00'), list), true)
  t.equal(mayHaveChanged(last, at('12:33:00'), list), true, 'an earlier date is another one too')
  t.equal(mayHaveChanged({ ...last, minuteOver: false }, at('12:34:00'), list), true)
  t.equal(mayHaveChanged({ ...last, shown: undefined }, at('12:34:00'), list), true)
  t.equal(mayHaveChanged(undefined, at('12:34:00'), list), true)
  t.equal(mayHaveChanged(last, undefined, list), true)
  t.end()
})

t.test('however far apart our clock and theirs are, the answer is the same', (t) => {
  for (const apart of [-300, -150, -2, 0, 2, 150, 300]) {
    const read = { ...last, readAt: minutes(apart, last.readAt) }
    const list = { listedAt: at('12:40:00'), now: minutes(apart, at('12:40:00')) }
    t.equal(mayHaveChanged(read, at('12:34:00'), list), false, `${apart} min`)
    t.equal(mayHaveChanged(read, at('12:36:00'), list), true, `${apart} min`)
  }
  t.end()
})

t.test(
  'a date far ahead of the list does not tell: such a ticket is read now and then, or when the date changes',
  (t) => {
    const nextYear = new Date('2027-03-02T12:00:00Z')
    const read = { ...last, shown: nextYear, minuteOver: false }
    t.equal(mayHaveChanged(read, nextYear, { listedAt: at('12:40:59'), now: at('12:40:59') }), false)
    t.equal(mayHaveChanged(read, nextYear, { listedAt: at('12:41:00'), now: at('12:41:00') }), true)
    t.equal(mayHaveChanged(read, minutes(1, nextYear), { listedAt: at('12:37:00'), now: at('12:37:00') }), true)
    t.equal(mayHaveChanged(read, at('12:36:00'), { listedAt: at('12:37:00'), now: at('12:37:00') }), true)
    t.end()
  },
)
