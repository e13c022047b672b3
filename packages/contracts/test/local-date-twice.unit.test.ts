import fc from 'fast-check'
import t from 'tap'
import { earliestLocalDateSince, endOfLocalMinute, instantToLocalDate, localDateToInstant } from '../src/index.ts'

t.test('a minute ends after sixty seconds, or an hour later where it comes twice', (t) => {
  const end = (value: string): string | undefined => endOfLocalMinute(value)?.toISOString()
  t.equal(end('2026-03-04 09:17'), '2026-03-04T08:18:00.000Z')
  t.equal(end('2026-03-04 09:17:59'), '2026-03-04T08:18:00.000Z')
  t.equal(end('2026-10-25 01:59'), '2026-10-25T00:00:00.000Z')
  t.equal(end('2026-10-25 02:30'), '2026-10-25T01:31:00.000Z')
  t.equal(end('2026-10-25 03:00'), '2026-10-25T02:01:00.000Z')
  t.equal(end('2026-02-30 10:00'), undefined)
  t.end()
})

t.test('since a moment of the first of two equal hours the dates of the second are earlier', (t) => {
  const since = (instant: string): string => earliestLocalDateSince(new Date(instant))
  t.equal(since('2026-03-04T08:17:40Z'), '2026-03-04 09:17')
  t.equal(since('2026-10-24T23:30:00Z'), '2026-10-25 01:30', 'the hour before them')
  t.ok(since('2026-10-25T00:45:00Z') <= '2026-10-25 02:00', 'in the first one')
  t.equal(since('2026-10-25T01:10:00Z'), '2026-10-25 02:10', 'in the second one')
  t.equal(since('2026-03-29T00:30:00Z'), '2026-03-29 01:30', 'before an hour that is skipped')
  t.end()
})

t.test('whatever happens later is never dated earlier than that, nor after the end of its own minute', (t) => {
  const from = Date.parse('2020-01-01T00:00:00Z')
  const to = Date.parse('2035-01-01T00:00:00Z')
  const times = fc.oneof(
    fc.integer({ min: from, max: to }),
    // Around the end of summer time.
    fc.integer({ min: Date.parse('2026-10-24T22:00:00Z'), max: Date.parse('2026-10-25T03:00:00Z') }),
  )
  fc.assert(
    fc.property(times, fc.integer({ min: 0, max: 3 * 3_600_000 }), (at, laterBy) => {
      const later = instantToLocalDate(new Date(at + laterBy))
      const end = endOfLocalMinute(later)
      const begin = localDateToInstant(later)
      return (
        earliestLocalDateSince(new Date(at)) <= later &&
        end !== undefined &&
        begin !== undefined &&
        end.getTime() > at + laterBy &&
        begin.getTime() <= at + laterBy
      )
    }),
    { numRuns: 1_000 },
  )
  t.end()
})
