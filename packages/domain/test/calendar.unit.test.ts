import t from 'tap'
import { holidayAt, inWarsaw, isOpenAt, polishHolidays, weekOf } from '../src/calendar/index.ts'
import { settings } from './support/samples.ts'

const at = (instant: string): Date => new Date(instant)

await t.test('Warsaw shows its own date and time, in winter one hour ahead of UTC, in summer two', (t) => {
  t.strictSame(inWarsaw(at('2026-01-15T23:30:00Z')), { date: '2026-01-16', time: '00:30', weekday: 'friday' })
  t.strictSame(inWarsaw(at('2026-07-15T21:59:59Z')), { date: '2026-07-15', time: '23:59', weekday: 'wednesday' })
  t.end()
})

await t.test('the spring night skips an hour', (t) => {
  t.equal(inWarsaw(at('2026-03-29T00:59:59Z')).time, '01:59')
  t.equal(inWarsaw(at('2026-03-29T01:00:00Z')).time, '03:00')
  t.end()
})

await t.test('the autumn night has an hour twice', (t) => {
  const times = ['00:30', '01:30'].map((utc) => inWarsaw(at(`2026-10-25T${utc}:00Z`)))
  t.strictSame(
    times.map(({ date, time }) => `${date} ${time}`),
    ['2026-10-25 02:30', '2026-10-25 02:30'],
  )
  t.equal(inWarsaw(at('2026-10-25T02:00:00Z')).time, '03:00')
  t.end()
})

await t.test('weeks begin on Mondays and run across the new year', (t) => {
  t.equal(weekOf('2026-12-31'), '2026-12-28')
  t.equal(weekOf('2027-01-03'), '2026-12-28')
  t.equal(weekOf('2027-01-04'), '2027-01-04')
  t.end()
})

await t.test('the movable holidays of years that are known', (t) => {
  const easters: Record<number, string> = {
    2019: '04-21',
    2024: '03-31',
    2025: '04-20',
    2026: '04-05',
    2027: '03-28',
    2038: '04-25',
    2285: '03-22',
  }
  for (const [year, day] of Object.entries(easters))
    t.equal(polishHolidays(Number(year)).get(`${year}-${day}`), 'Wielkanoc', year)
  const of2026 = polishHolidays(2026)
  t.equal(of2026.get('2026-04-06'), 'Poniedziałek Wielkanocny')
  t.equal(of2026.get('2026-05-24'), 'Zielone Świątki')
  t.equal(of2026.get('2026-06-04'), 'Boże Ciało')
  t.equal(polishHolidays(2025).get('2025-06-19'), 'Boże Ciało')
  t.end()
})

await t.test('the fixed holidays, and Christmas Eve since 2025', (t) => {
  t.strictSame(
    [...polishHolidays(2026).keys()].sort(),
    '01-01 01-06 04-05 04-06 05-01 05-03 05-24 06-04 08-15 11-01 11-11 12-24 12-25 12-26'
      .split(' ')
      .map((day) => `2026-${day}`),
  )
  t.notOk(polishHolidays(2024).has('2024-12-24'))
  t.ok(polishHolidays(2025).has('2025-12-24'))
  t.end()
})

await t.test('the shop is open within the hours of the day, to the minute', (t) => {
  t.equal(isOpenAt(at('2026-11-02T06:59:59Z'), settings), false)
  t.equal(isOpenAt(at('2026-11-02T07:00:00Z'), settings), true)
  t.equal(isOpenAt(at('2026-11-02T14:59:59Z'), settings), true)
  t.equal(isOpenAt(at('2026-11-02T15:00:00Z'), settings), false)
  t.equal(isOpenAt(at('2026-11-07T10:00:00Z'), settings), false, 'Saturday')
  t.end()
})

await t.test('opening hours follow the wall clock through both changes of the year', (t) => {
  const sunday = { ...settings, businessHours: { ...settings.businessHours, sunday: [{ from: '02:15', to: '08:00' }] } }
  const open = (instant: string): boolean => isOpenAt(at(instant), sunday)
  // 2026-03-29: 02:00 to 02:59 is not there, so the day begins at 03:00.
  t.equal(open('2026-03-29T00:59:00Z'), false)
  t.equal(open('2026-03-29T01:00:00Z'), true)
  t.equal(open('2026-03-29T05:59:00Z'), true)
  t.equal(open('2026-03-29T06:00:00Z'), false)
  // 2026-10-25: 02:00 to 02:59 is there twice, and 02:15 is reached twice.
  t.equal(open('2026-10-25T00:14:00Z'), false)
  t.equal(open('2026-10-25T00:15:00Z'), true)
  t.equal(open('2026-10-25T01:05:00Z'), false)
  t.equal(open('2026-10-25T01:15:00Z'), true)
  t.equal(open('2026-10-25T06:59:00Z'), true)
  t.equal(open('2026-10-25T07:00:00Z'), false)
  t.end()
})

await t.test('a holiday is closed whatever the hours say, and lasts from midnight to midnight in Warsaw', (t) => {
  t.equal(holidayAt(at('2026-11-10T22:59:00Z'), settings), undefined)
  t.equal(holidayAt(at('2026-11-10T23:00:00Z'), settings), 'Narodowe Święto Niepodległości')
  t.equal(isOpenAt(at('2026-11-11T10:00:00Z'), settings), false)
  t.equal(holidayAt(at('2026-11-11T23:00:00Z'), settings), undefined)
  t.end()
})

await t.test('a shop may leave the Polish holidays out and name days of its own', (t) => {
  const own = { ...settings, holidays: { polish: false, extraDays: ['2026-11-12'] } }
  t.equal(isOpenAt(at('2026-11-11T10:00:00Z'), own), true)
  t.equal(holidayAt(at('2026-11-12T10:00:00Z'), own), 'dzień wolny')
  t.equal(isOpenAt(at('2026-11-12T10:00:00Z'), own), false)
  t.end()
})

await t.test('a day may end at midnight and the next begin there, without a gap', (t) => {
  const allDay = [{ from: '00:00', to: '24:00' }]
  const hours = { ...settings, businessHours: { ...settings.businessHours, monday: allDay, tuesday: allDay } }
  for (const instant of ['2026-11-02T22:59:59Z', '2026-11-02T23:00:00Z']) t.ok(isOpenAt(at(instant), hours), instant)
  t.end()
})
