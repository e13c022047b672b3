import t from 'tap'
import { parseHttpDate, parseRetryAfter } from '../src/index.ts'

const now = Date.parse('2026-03-02T10:00:00Z')
const delay = (value: string | undefined, serverTime?: Date): number | undefined => {
  const at = parseRetryAfter(value, now, serverTime)
  return at === undefined ? undefined : at.getTime() - now
}

t.test('seconds are understood', (t) => {
  t.equal(delay('30'), 30_000)
  t.equal(delay(' 3600 '), 3_600_000)
  t.end()
})

t.test('a date is understood, and read against the clock of the server that sent it', (t) => {
  t.equal(delay('Mon, 02 Mar 2026 10:00:45 GMT'), 45_000)
  t.equal(
    delay('Mon, 02 Mar 2026 09:00:45 GMT', new Date('2026-03-02T09:00:00Z')),
    45_000,
    'its clock is an hour behind',
  )
  t.equal(delay('Monday, 02-Mar-26 10:00:45 GMT'), 45_000)
  t.equal(delay('Mon Mar  2 10:00:45 2026'), 45_000)
  t.end()
})

t.test('a date in the past is now; how long a pause is at least, the budget knows', (t) => {
  t.equal(delay('0'), 0)
  t.equal(delay('Mon, 02 Mar 2026 09:00:00 GMT'), 0)
  t.end()
})

t.test('no delay is longer than an hour, since limits are counted per hour', (t) => {
  for (const value of ['3601', '86400', '999999999', '99999999999999999999', 'Mon, 02 Mar 2099 10:00:00 GMT'])
    t.equal(delay(value), 3_600_000, value)
  t.end()
})

t.test('a number that can only be an instant is one, in whatever it counts', (t) => {
  const seconds = now / 1000 + 60
  for (const value of [seconds, `${seconds}000`, `${seconds}000000`, `${seconds}000000000`])
    t.equal(delay(String(value)), 60_000, String(value))
  t.equal(delay(String(seconds), new Date(now + 30_000)), 30_000, 'read against the clock of the server too')
  t.equal(delay(String(now / 1000 - 60)), 0, 'one that has passed')
  t.equal(delay('2026-03-02T10:01:00Z'), 60_000)
  t.equal(delay('2026-03-02T11:01:00.000+01:00'), 60_000)
  t.end()
})

t.test('seconds are understood with their unit, in quotation marks, and twice; dates as mail has them', (t) => {
  for (const value of [
    ...['60s', '60 seconds', '"60"', '+60', 'PT60S', '60, 60', '30,60'],
    ...['Mon, 2 Mar 2026 10:01:00 GMT', 'Mon, 02 Mar 2026 10:01:00 UTC', 'Mon, 02 Mar 2026 11:01:00 +0100'],
  ])
    t.equal(delay(value), 60_000, value)
  for (const value of ['60 minutes', '60, soon', ',', '1e3']) t.equal(delay(value), undefined, value)
  t.end()
})

t.test('what is neither seconds nor a date is left to the back-off', (t) => {
  for (const value of [undefined, '', 'soon', '-5', 'in 5 minutes', '2026-03-02', 'NaN', '0x10']) {
    t.equal(delay(value), undefined, JSON.stringify(value))
  }
  t.end()
})

t.test('only the date forms of HTTP count as a server time', (t) => {
  t.same(parseHttpDate('Mon, 02 Mar 2026 10:00:00 GMT'), new Date(now))
  t.equal(parseHttpDate('yesterday 5'), undefined)
  t.equal(parseHttpDate('Mon, 99 Mar 2026 10:00:00 GMT'), undefined)
  t.end()
})

t.test('a fraction is no reason to overlook what was said', (t) => {
  const now = Date.parse('2026-11-30T03:00:00Z')
  const seconds = (value: string): number | undefined => {
    const at = parseRetryAfter(value, now, undefined)
    return at && (at.getTime() - now) / 1_000
  }
  t.equal(seconds('60.5'), 60.5)
  t.equal(seconds(`${now / 1_000 + 60}.25`), 60.25)
  t.equal(seconds('.5'), undefined)
  t.equal(seconds('1.2.3'), undefined)
  t.end()
})
