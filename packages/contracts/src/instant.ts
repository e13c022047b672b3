const isoDateTime =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(?:(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)(?:\[[^\]]*\])?)?$/i

/**
 * Earlier dates are no dates but what programs write for none: 0001-01-01, and 1970-01-01 in whatever zone. What is dated so
 * would count as older than everything, and be left out unseen.
 */
export const firstDay = Date.UTC(1970, 0, 3)

/** `+01`, `+0100` and `+01:00` are one; without a zone it is UTC. */
function zoneOf(zone: string | undefined): string {
  if (zone === undefined || /^(?:z|utc|gmt)$/i.test(zone)) return 'Z'
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0')
  return `${zone.slice(0, 1)}${digits.slice(0, 2)}:${digits.slice(2)}`
}

/** JavaScript takes 30 February for a day in March, and nobody would hear of that. */
const isDay = (date: string): boolean => {
  const day = Date.parse(`${date}T00:00Z`)
  return !Number.isNaN(day) && new Date(day).toISOString().startsWith(date)
}

/** ISO 8601 in the ways in which libraries write it; undefined for anything else. */
function ofIso(text: string): Date | undefined {
  const match = isoDateTime.exec(text)
  if (match === null) return undefined
  const [, date = '', minute, second = '00', fraction = '0', zone] = match
  if (!isDay(date)) return undefined
  // A second that is put in has no number of its own here.
  const seconds = second === '60' ? '59' : second
  const instant = new Date(`${date}T${minute}:${seconds}.${fraction.slice(0, 3)}${zoneOf(zone)}`)
  return instant.getTime() >= firstDay ? instant : undefined
}

/** As mail and HTTP write it: "Mon, 02 Nov 2026 10:15:00 +0100". */
const ofMail =
  /^(?:[a-z]{3}, )?\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) \d{4} \d{2}:\d{2}(?::\d{2})? (?:gmt|utc|z|[+-]\d{4})$/i

function ofHeader(text: string): Date | undefined {
  const instant = new Date(Date.parse(text))
  // The day that comes out is the one that stands there, or it was none.
  const day = Number(/\d{1,2}/.exec(text)?.[0])
  return instant.getTime() >= firstDay && day <= daysOf(text) ? instant : undefined
}

const months = 'janfebmaraprmayjunjulaugsepoctnovdec'

function daysOf(text: string): number {
  const [, month = '', year = ''] = /\d ([a-z]{3}) (\d{4})/i.exec(text) ?? []
  return new Date(Date.UTC(Number(year), months.indexOf(month.toLowerCase()) / 3 + 1, 0)).getUTCDate()
}

/** From 2001 to 2286; shorter numbers are no instants. */
const epochs = [
  { from: 1e12, to: 1e13, perMs: 1 },
  { from: 1e9, to: 1e10, perMs: 1e-3 },
]

/** Seconds or milliseconds since 1970, which JSON libraries make of dates that nobody told them how to write. */
function ofEpoch(count: number): Date | undefined {
  const epoch = epochs.find(({ from, to }) => count >= from && count < to)
  return epoch && new Date(Math.round(count / epoch.perMs))
}

/**
 * An instant of an answer. ISO 8601 is documented, with or without milliseconds, and UTC is the only zone EmpikPlace answers
 * in; what else is understood are forms of the same. Undefined for anything else.
 */
export function readInstant(value: unknown): Date | undefined {
  if (typeof value === 'number') return ofEpoch(value)
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  if (/^\d{10}(?:\d{3})?(?:\.\d{1,6})?$/.test(text)) return ofEpoch(Number(text))
  return ofMail.test(text) ? ofHeader(text) : ofIso(text)
}

/** One that names its zone, or needs none: nothing has to be supposed about it. */
export const readZonedInstant = (text: string): Date | undefined =>
  /(?:[Z\]]|UTC|GMT|\s[+-]\d{4}|\d[+-]\d{2}(?::?\d{2})?|^\d{10,13})$/i.test(text) ? readInstant(text) : undefined
