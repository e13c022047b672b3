/** The limits of both sides are counted per hour: whatever they say, after an hour another try is due. */
const longestMs = 60 * 60 * 1_000

/**
 * The forms of RFC 9110, and of mail, by which programs write them: `Date.parse` alone would read "in 5 minutes" as a date.
 */
const httpDate =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )(?:\d{1,2}[ -][a-z]{3}[ -]\d{2,4} \d{2}:\d{2}:\d{2} (?:gmt|utc|[+-]\d{4})|[a-z]{3} [ \d]\d \d{2}:\d{2}:\d{2} \d{4})$/i

/** An HTTP date as an instant; undefined for anything else. */
export function parseHttpDate(value: string | undefined): Date | undefined {
  if (value === undefined || !httpDate.test(value.trim())) return undefined
  // The asctime form carries no zone and means GMT all the same.
  const text = /(?:gmt|utc|[+-]\d{4})$/i.test(value.trim()) ? value.trim() : `${value.trim()} GMT`
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : new Date(time)
}

/** With a fraction, too, as clocks of programs print it. */
const number = /^\d+(?:\.\d+)?$/

const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/i

/**
 * From here on a number is no delay (30 years) but an instant: seconds since 1970 (2001 and later), or milliseconds, or what
 * else clocks count in.
 */
const firstInstant = 1e9
const perMs = [
  { from: 1e18, units: 1e6 },
  { from: 1e15, units: 1e3 },
  { from: 1e12, units: 1 },
  { from: firstInstant, units: 1e-3 },
]

/** "60s", "60 seconds", "PT60S", "60" in quotation marks; of "60, 120", which a proxy joined, the longer. */
const seconds = /^["']?\+?(?:pt)?(\d{1,9}(?:\.\d+)?)\s*(?:s|sec|secs|second|seconds)?["']?$/i

function secondsOf(text: string): number | undefined {
  const counts = text.split(',').map((part) => seconds.exec(part.trim())?.[1])
  const numbers = counts.map(Number)
  return counts.includes(undefined) ? undefined : Math.max(...numbers)
}

/** An instant in any of the forms in which one is given, in milliseconds since 1970. */
function instantOf(text: string): number | undefined {
  if (number.test(text)) {
    const count = Number(text)
    const scale = perMs.find(({ from }) => count >= from)
    return scale && count / scale.units
  }
  const time = isoInstant.test(text) ? Date.parse(text) : parseHttpDate(text)?.getTime()
  return time === undefined || Number.isNaN(time) ? undefined : time
}

/**
 * When a `Retry-After` allows the next attempt. Understands seconds, HTTP dates, and instants that are written there by mistake;
 * anything else gives undefined, so that the caller's own back-off decides. An instant is read against the answer's own `Date`
 * header, because the two clocks may differ. Never sooner than now and never later than in an hour.
 */
export function parseRetryAfter(
  value: string | undefined,
  now: number,
  serverTime: Date | undefined,
): Date | undefined {
  if (value === undefined) return undefined
  const text = value.trim()
  const instant = instantOf(text)
  const count = secondsOf(text)
  if (instant === undefined && count === undefined) return undefined
  const delay = instant === undefined ? (count ?? 0) * 1000 : instant - (serverTime?.getTime() ?? now)
  return new Date(now + Math.min(Math.max(delay, 0), longestMs))
}
