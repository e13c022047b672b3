const minuteMs = 60_000

export interface LastMinute {
  add(now: number): void
  /** How many there were in the minute before now. */
  count(now: number): number
}

/**
 * Counts in two numbers, whatever their rate: those of the present minute, and of the one before it as much as still lies
 * within 60 s, taken as evenly spread.
 */
export function createLastMinute(): LastMinute {
  let minute = 0
  let present = 0
  let before = 0

  function moveTo(now: number): void {
    const at = Math.floor(now / minuteMs)
    if (at === minute) return
    before = at === minute + 1 ? present : 0
    present = 0
    minute = at
  }

  return {
    add(now) {
      moveTo(now)
      present += 1
    },
    count(now) {
      moveTo(now)
      return present + Math.round(before * (1 - (now % minuteMs) / minuteMs))
    },
  }
}
