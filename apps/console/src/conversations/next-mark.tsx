import { useTranslations } from 'use-intl'
import type { Conversation } from '../api/queries.ts'
import { lengthOf, useTimes } from '../texts/times.ts'
import { whoIsNext } from './who-is-next.ts'

const tones = {
  overdue: 'is-bad',
  parked: 'is-bad',
  waiting: 'is-warn',
  ours: 'is-warn',
  operator: 'is-warn',
  sending: 'quiet',
  making: 'quiet',
  customer: 'is-good',
  quiet: 'quiet',
} as const

/** Who acts next, as a word. */
export function NextMark({ row }: { row: Conversation }) {
  const t = useTranslations('conversations.state')
  const { now } = useTimes()
  const next = whoIsNext(row)
  const time = 'since' in next ? lengthOf(now.getTime() - new Date(next.since).getTime()) : ''
  return (
    <strong className={`next ${tones[next.state]}`} data-state={next.state}>
      {t(next.state, { time })}
    </strong>
  )
}
