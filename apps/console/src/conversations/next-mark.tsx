import { useTranslations } from 'use-intl'
import type { Conversation } from '../api/queries.ts'
import { useLostSince } from '../api/live.ts'
import { lengthOf, useTimes } from '../texts/times.ts'
import { whoIsNext } from './who-is-next.ts'

const tones = {
  overdue: 'is-bad',
  parked: 'is-bad',
  waiting: 'is-plain',
  unanswered: 'is-plain',
  operator: 'is-warn',
  sending: 'quiet',
  making: 'quiet',
  customer: 'is-good',
  closed: 'quiet',
  quiet: 'quiet',
} as const

/** Who acts next, as a word. */
export function NextMark({ row }: { row: Conversation }) {
  const t = useTranslations('conversations.state')
  const { now } = useTimes()
  const isLost = useLostSince() !== undefined
  const next = whoIsNext(row, now)
  const time = 'since' in next ? lengthOf(now.getTime() - new Date(next.since).getTime()) : ''
  // While the server is not heard, what was true before is not shown as if it were so now.
  const tone = isLost ? 'quiet' : 'isUrgent' in next && next.isUrgent ? 'is-warn' : tones[next.state]
  return (
    <strong className={`next ${tone}`} data-state={next.state}>
      {t(next.state, { time })}
    </strong>
  )
}
