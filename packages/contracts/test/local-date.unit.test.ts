import fc from 'fast-check'
import t from 'tap'
import { instantToLocalDate, localDateToInstant } from '../src/index.ts'

const iso = (value: string, zone?: string): string | undefined => localDateToInstant(value, zone)?.toISOString()

t.test('a local date is read with the offset of its season', (t) => {
  t.equal(iso('2014-07-14 12:34'), '2014-07-14T10:34:00.000Z')
  t.equal(iso('2026-01-05 00:10'), '2026-01-04T23:10:00.000Z')
  t.equal(iso('2026-03-04 09:17:22'), '2026-03-04T08:17:22.000Z')
  t.equal(iso('2026-03-04'), '2026-03-03T23:00:00.000Z')
  t.equal(iso('2026-03-04 09:17', 'UTC'), '2026-03-04T09:17:00.000Z')
  t.end()
})

t.test('in the hour that comes twice the earlier instant is taken', (t) => {
  t.equal(iso('2026-10-25 01:59'), '2026-10-24T23:59:00.000Z')
  t.equal(iso('2026-10-25 02:30'), '2026-10-25T00:30:00.000Z')
  t.equal(iso('2026-10-25 03:00'), '2026-10-25T02:00:00.000Z')
  t.end()
})

t.test('a time that the spring night skips moves forward', (t) => {
  t.equal(iso('2026-03-29 01:59'), '2026-03-29T00:59:00.000Z')
  t.equal(iso('2026-03-29 02:30'), '2026-03-29T01:30:00.000Z')
  t.equal(iso('2026-03-29 03:00'), '2026-03-29T01:00:00.000Z')
  t.end()
})

t.test('a date that names its zone is what it says', (t) => {
  t.equal(iso('2026-03-04 09:17:22.000000'), '2026-03-04T08:17:22.000Z')
  t.equal(iso('2026-03-04T09:17:22+02:00'), '2026-03-04T07:17:22.000Z')
  t.equal(iso('2026-03-04T09:17:22Z'), '2026-03-04T09:17:22.000Z')
  t.end()
})

t.test('what is no date gives undefined', (t) => {
  for (const value of [
    '',
    'null',
    '0000-00-00 00:00',
    '2026-02-30 10:00',
    '2026-03-04 24:00',
    '2026-03-04 10:60',
    '4.3.2026',
    '0001-01-01 00:00:00',
    '1970-01-01 01:00',
    '1970-01-01T00:00:00Z',
    '1899-12-30',
  ]) {
    t.equal(iso(value), undefined, value)
  }
  t.end()
})

t.test('writing and reading give the same minute back, or the earlier one of an hour that comes twice', (t) => {
  const from = Date.parse('2020-01-01T00:00:00Z') / 60_000
  const to = Date.parse('2035-01-01T00:00:00Z') / 60_000
  fc.assert(
    fc.property(fc.integer({ min: from, max: to }), (minute) => {
      const instant = new Date(minute * 60_000)
      const back = localDateToInstant(instantToLocalDate(instant))
      const difference = instant.getTime() - (back?.getTime() ?? 0)
      return difference === 0 || difference === 3_600_000
    }),
  )
  t.end()
})
