const minuteMs = 60_000

/**
 * Counts in two numbers, whatever their rate: those of the present minute, and of the one before it as much as still lies
 * within 60 s, taken as evenly spread.
 */
export class LastMinute {
  #minute = 0
  #present = 0
  #before = 0

  add(now: number): void {
    this.#moveTo(now)
    this.#present += 1
  }

  /** How many there were in the minute before now. */
  count(now: number): number {
    this.#moveTo(now)
    return this.#present + Math.round(this.#before * (1 - (now % minuteMs) / minuteMs))
  }

  #moveTo(now: number): void {
    const at = Math.floor(now / minuteMs)
    if (at === this.#minute) return
    this.#before = at === this.#minute + 1 ? this.#present : 0
    this.#present = 0
    this.#minute = at
  }
}
