import t from 'tap'
import type { CallTimes } from '../src/thulium/call-times.ts'
import { mayHaveChanged, readingOf, type Reading } from '../src/thulium/unchanged.ts'

const at = (time: string): Date => new Date(`2026-03-02T${time}Z`)
const minutes = (count: number, from: Date): Date => new Date(from.getTime() + count * 60_000)
/** Of a Thulium that tells no time. */
const ourTimes = (askedAt: Date): CallTimes => ({
  ...{ askedAt, answeredAt: askedAt, askedAtTheirs: minutes(-15, askedAt), answeredAtTheirs: askedAt },
  offsetMs: undefined,
})
const ticket = { updatedAt: at('12:34:00'), updatedBefore: at('12:35:00') }

t.test('a reading tells of later ones when its question came well after the minute that the ticket shows', (t) => {
  const asked = (askedAtTheirs: Date, of: Parameters<typeof readingOf>[0] = ticket): boolean =>
    readingOf(of, { ...ourTimes(at('09:00:00')), askedAtTheirs, offsetMs: 3 * 3_600_000 }, undefined).minuteOver
  t.equal(asked(at('12:34:10')), false, 'it may change again in that minute')
  t.equal(asked(at('12:35:29')), false, 'or may have, and does not show it yet')
  t.equal(asked(at('12:35:30')), true)
  t.equal(asked(at('12:35:30'), {}), false)
  const twice = { updatedAt: at('00:30:00'), updatedBefore: at('01:31:00') }
  t.equal(asked(at('00:40:00'), twice), false, 'an hour that comes twice is over after the second time')
  t.equal(asked(at('01:32:00'), twice), true)
  t.end()
})

t.test('where Thulium tells no time, or its dates look old, our clock alone tells that the minute is over', (t) => {
  const noTime = { offsetMs: undefined }
  for (const [name, theirs] of [
    ['no time', noTime],
    ['dates of another zone', { askedAtTheirs: at('13:34:20'), offsetMs: 0 }],
  ] as const) {
    const read = (askedAt: Date, before?: Reading): Reading =>
      readingOf(ticket, { ...ourTimes(askedAt), ...theirs }, before)
    const first = read(at('13:34:20'))
    t.equal(first.minuteOver, false, `${name}: the first that shows it may be of the same minute`)
    const soon = read(at('13:35:40'), first)
    t.equal(soon.minuteOver, false, `${name}: or what follows may not be shown yet`)
    t.equal(read(at('13:35:50'), soon).minuteOver, true, `${name}: since the first one and not the last`)
    const other = { ...ticket, updatedAt: at('12:35:00'), updatedBefore: at('12:36:00') }
    const changed = readingOf(other, { ...ourTimes(at('13:36:00')), ...theirs }, soon)
    t.equal(changed.minuteOver, false, `${name}: of another date it begins anew`)
  }
  const slow = readingOf(ticket, { ...ourTimes(at('13:34:00')), ...noTime, answeredAt: at('13:35:00') }, undefined)
  const later = readingOf(ticket, { ...ourTimes(at('13:36:29')), ...noTime }, slow)
  t.equal(later.minuteOver, false, 'what was answered slowly may have changed until its answer')
  t.end()
})

const last: Reading = {
  readAt: at('12:36:00'),
  shown: at('12:34:00'),
  shownSince: at('12:34:20'),
  minuteOver: true,
}

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
