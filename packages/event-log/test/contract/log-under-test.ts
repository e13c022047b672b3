import type { EventLog } from '../../src/index.ts'

/** A log under test. It need not be empty: the contract uses streams of its own and ignores all others. */
interface LogUnderTest {
  log: EventLog
  dispose: () => Promise<void>
}

/** Opens a log for one part of the contract; called several times, for the same stored log or another. */
export type MakeLog = () => Promise<LogUnderTest>
