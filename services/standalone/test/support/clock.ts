import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The time of a test: the real one, moved ahead as the test wants. It never goes back, and the database keeps the real one. */
export interface TestClock {
  now: () => Date
  moveTo(at: Date): void
  /** Where processes started by the test find how far it was moved. */
  file: string
  dispose(): void
}

const readOffset = (file: string): number => Number(readFileSync(file, 'utf8'))

/** The clock of the test that started this process; the real time when none did. */
export const clockOf =
  (file: string | undefined): (() => Date) =>
  () =>
    new Date(Date.now() + (file === undefined ? 0 : readOffset(file)))

/** @param moved told of each move, so that the outside goes along */
export function createTestClock(moved: (at: Date) => void): TestClock {
  const folder = mkdtempSync(join(tmpdir(), 'connector-clock-'))
  const file = join(folder, 'offset')
  writeFileSync(file, '0')
  let offsetMs = 0
  return {
    file,
    now: () => new Date(Date.now() + offsetMs),
    moveTo(at) {
      const wanted = at.getTime() - Date.now()
      if (wanted < offsetMs)
        throw new RangeError(`The clock of a test never goes back, as it would to ${at.toISOString()}`)
      offsetMs = wanted
      writeFileSync(file, String(offsetMs))
      moved(at)
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  }
}
