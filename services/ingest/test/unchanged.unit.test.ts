import t from 'tap'
import { mayHaveChanged, unchangedWhile } from '../src/thulium/unchanged.ts'

const at = (time: string): Date => new Date(`2026-03-02T${time}Z`)
const ticket = { updatedAt: at('12:34:00'), updatedBefore: at('12:35:00') }

t.test('a reading tells of later ones when its question came well after the minute that the ticket shows', (t) => {
  t.equal(unchangedWhile(ticket, at('12:34:10')), undefined, 'it may change again in that minute')
  t.equal(unchangedWhile(ticket, at('12:35:29')), undefined, 'or may have, and does not show it yet')
  t.same(unchangedWhile(ticket, at('12:35:30')), at('12:34:00'))
  t.equal(unchangedWhile({}, at('12:35:30')), undefined)
  const twice = { updatedAt: at('00:30:00'), updatedBefore: at('01:31:00') }
  t.equal(unchangedWhile(twice, at('00:40:00')), undefined, 'an hour that comes twice is over after the second time')
  t.same(unchangedWhile(twice, at('01:32:00')), at('00:30:00'))
  t.end()
})

t.test('a listed ticket is read unless it shows the date that the last reading stands for', (t) => {
  const list = { listedAt: at('12:40:00'), now: at('12:40:00') }
  const last = { readAt: at('12:36:00'), unchangedWhile: at('12:34:00') }
  t.equal(mayHaveChanged(last, at('12:34:00'), list), false)
  t.equal(mayHaveChanged(last, at('12:35:00'), list), true)
  t.equal(mayHaveChanged(last, at('12:33:00'), list), true, 'an earlier date is another one too')
  t.equal(mayHaveChanged({ ...last, unchangedWhile: undefined }, at('12:34:00'), list), true)
  t.equal(mayHaveChanged({ readAt: undefined, unchangedWhile: undefined }, at('12:34:00'), list), true)
  t.equal(mayHaveChanged(last, undefined, list), true)
  t.end()
})

t.test('however far apart our clock and theirs are, the answer is the same', (t) => {
  for (const minutes of [-300, -150, -2, 0, 2, 150, 300]) {
    const last = { readAt: new Date(at('12:36:00').getTime() + minutes * 60_000), unchangedWhile: at('12:34:00') }
    const list = { listedAt: at('12:40:00'), now: new Date(at('12:40:00').getTime() + minutes * 60_000) }
    t.equal(mayHaveChanged(last, at('12:34:00'), list), false, `${minutes} min`)
    t.equal(mayHaveChanged(last, at('12:36:00'), list), true, `${minutes} min`)
  }
  t.end()
})

t.test('a date far ahead of the list tells nothing: such a ticket is read now and then', (t) => {
  const last = { readAt: at('12:36:00'), unchangedWhile: undefined }
  const nextYear = new Date('2027-03-02T12:00:00Z')
  t.equal(mayHaveChanged(last, nextYear, { listedAt: at('12:40:59'), now: at('12:40:59') }), false)
  t.equal(mayHaveChanged(last, nextYear, { listedAt: at('12:41:00'), now: at('12:41:00') }), true)
  t.end()
})
