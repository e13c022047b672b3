/**
 * What a clock on a wall in Warsaw shows, as milliseconds since 1970 counted on that clock. Thulium's dates carry no
 * zone, so the sandbox stores, sorts and filters by this: between 02:00 and 03:00 on the last Sunday of October every
 * time occurs twice and the order of tickets changed in that hour is lost, as it is for a reader of the real API.
 */
export type WallTime = number

const hourMs = 3_600_000
const formatter = new Intl.DateTimeFormat('en-US', { timeZone: 'Europe/Warsaw', timeZoneName: 'longOffset' })
const offsets = new Map<number, number>()
// Zone offsets change on full hours (UTC), so one per hour is enough; the bound only keeps long runs tidy.
const keptOffsets = 10_000

export function toWallTime(instantMs: number): WallTime {
  return instantMs + offsetAt(Math.floor(instantMs / hourMs))
}

/** `YYYY-MM-DD HH:mm`, the form of every date in the API. */
export function formatMinute(time: WallTime): string {
  return new Date(time).toISOString().slice(0, 16).replace('T', ' ')
}

/** `YYYY-MM-DD HH:mm:ss`, the form webhooks use. */
export function formatSecond(time: WallTime): string {
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ')
}

/** Reads `YYYY-MM-DD`, optionally with `HH:mm` or `HH:mm:ss`; undefined when it is no such date. */
export function parseWallTime(text: string): { time: WallTime; dateOnly: boolean } | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(:\d\d)?)?$/.exec(text)
  const day = match?.[1]
  if (day === undefined) return undefined
  const clock = `${match?.[2] ?? '00:00'}${match?.[3] ?? ':00'}`
  const time = Date.parse(`${day}T${clock}Z`)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) return undefined
  return { time, dateOnly: match?.[2] === undefined }
}

function offsetAt(hour: number): number {
  const known = offsets.get(hour)
  if (known !== undefined) return known
  const name = formatter.formatToParts(hour * hourMs).find((part) => part.type === 'timeZoneName')?.value ?? ''
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(name)
  const size = (Number(match?.[2] ?? 0) * 60 + Number(match?.[3] ?? 0)) * 60_000
  const offset = match?.[1] === '-' ? -size : size
  if (offsets.size >= keptOffsets) offsets.clear()
  offsets.set(hour, offset)
  return offset
}
