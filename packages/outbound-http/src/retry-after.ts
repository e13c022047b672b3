const oneDayMs = 24 * 60 * 60 * 1000
const oneSecondMs = 1000

/** RFC 9110 date forms only: `Date.parse` alone would read "in 5 minutes" as a date. */
const httpDate =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )(?:\d{2}[ -][a-z]{3}[ -]\d{2,4} \d{2}:\d{2}:\d{2} gmt|[a-z]{3} [ \d]\d \d{2}:\d{2}:\d{2} \d{4})$/i

/** An HTTP date as an instant; undefined for anything else. */
export function parseHttpDate(value: string | undefined): Date | undefined {
  if (value === undefined || !httpDate.test(value.trim())) return undefined
  // The asctime form carries no zone and means GMT all the same.
  const text = /gmt$/i.test(value.trim()) ? value.trim() : `${value.trim()} GMT`
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : new Date(time)
}

/**
 * When a `Retry-After` allows the next attempt. Understands seconds and HTTP dates; anything else gives undefined, so
 * that the caller's own back-off decides. A date is read against the answer's own `Date` header, because the two
 * clocks may differ. Never sooner than one second from now (a past date must not make us hammer), never later than
 * one day (the limits of both sides are counted per hour at most).
 */
export function parseRetryAfter(
  value: string | undefined,
  now: number,
  serverTime: Date | undefined,
): Date | undefined {
  if (value === undefined) return undefined
  const text = value.trim()
  let delay: number
  if (/^\d+$/.test(text)) {
    delay = Number(text) * 1000
  } else {
    const at = parseHttpDate(text)
    if (at === undefined) return undefined
    delay = at.getTime() - (serverTime?.getTime() ?? now)
  }
  return new Date(now + Math.min(Math.max(delay, oneSecondMs), oneDayMs))
}
