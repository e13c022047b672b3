import type pg from 'pg'

/**
 * The time that all processes share: that of the database. Each machine's own clock may be wrong; what one process writes down
 * another one compares, and health would call the living late and the dead well.
 */
export interface DatabaseClock {
  now(): Date
  /** By how much this machine's clock is behind the database's, in ms; negative when it is ahead. */
  offsetMs(): number
  close(): void
}

export interface DatabaseClockOptions {
  pool: Pick<pg.Pool, 'query'>
  /** What the caller takes for the time, by this machine's clock unless a test says otherwise. */
  now: () => Date
  /** This machine's clock, in ms. */
  machine?: () => number
  /** How often it is compared; 60 000 ms if not given. A machine that slept is wrong until the next time. */
  everyMs?: number
  /** Told when the offset has changed by more than {@link worthTelling}. */
  onOffset?: (offsetMs: number) => void
}

/** The answer came some time during the question; less than this cannot be told from a slow one, in ms. */
const uncertainty = 1_000

/** An offset that an operator should know of, in ms. */
const worthTelling = 5_000

/** What an operator reads in the log of such a machine. */
export const wrongClock = 'The clock of this machine is not that of the database, whose time is used'

/** Never rejects: while the database is away, the last comparison counts. */
export async function openDatabaseClock({
  pool,
  now,
  machine = Date.now,
  everyMs = 60_000,
  onOffset = () => undefined,
}: DatabaseClockOptions): Promise<DatabaseClock> {
  let offset = 0
  let told = 0

  async function compare(): Promise<void> {
    try {
      const asked = machine()
      const { rows } = await pool.query<{ at: Date }>('select clock_timestamp() as at')
      const answered = machine()
      const at = rows[0]?.at.getTime() ?? answered
      const measured = at - (asked + answered) / 2
      offset = Math.abs(measured) <= uncertainty + (answered - asked) / 2 ? 0 : Math.round(measured)
      if (Math.abs(offset - told) > worthTelling) {
        told = offset
        onOffset(offset)
      }
    } catch {
      // Whoever needs the database says that it is away.
    }
  }

  await compare()
  const timer = setInterval(() => void compare(), everyMs).unref()
  return {
    now: () => (offset === 0 ? now() : new Date(now().getTime() + offset)),
    offsetMs: () => offset,
    close: () => clearInterval(timer),
  }
}
