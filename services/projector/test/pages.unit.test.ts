import type { EventPage } from '@connector/event-log'
import { readModelParts } from '@connector/store'
import t from 'tap'
import { createPages } from '../src/projection/pages.ts'

t.test('pages begin small, grow while they are full, and begin anew after a rest', async (t) => {
  const asked: number[] = []
  let left = 2_000
  let place = 0
  const pages = createPages(
    {
      readAll: (after, limit): Promise<EventPage> => {
        asked.push(limit)
        const skipped = Math.min(limit, left)
        left -= skipped
        place += 1
        return Promise.resolve({ events: [], skipped, next: skipped === 0 ? after : String(place) })
      },
    },
    1_000,
  )
  const parts = new Set(readModelParts)
  let after: string | null = null
  for (let number = 0; number < 5; number++) after = (await pages.read(after, parts)).next ?? null
  t.strictSame(asked, [250, 500, 1_000, 1_000, 250], 'of 2 000 events the fourth page has the rest')
})
