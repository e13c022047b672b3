import { useTranslations } from 'use-intl'
import { useStatus } from '../api/queries.ts'
import { Empty } from '../parts/states.tsx'
import { useTimes } from '../texts/times.ts'

const earliestOf = (times: readonly string[]): string | undefined => times.toSorted()[0]

/** Nobody waits, as far as is known: so it says when that was looked at, and when it will be again. */
export function NothingWaits() {
  const t = useTranslations('conversations')
  const { relative, upcoming } = useTimes()
  const running = (useStatus().data?.integrations ?? []).filter(({ status }) => status === 'running')
  const sides = running.map(({ sides: { empikplace } }) => empikplace)
  // Of several shops the one that is known worst, and the one that is looked at first.
  const last = earliestOf(sides.flatMap(({ lastSuccessAt }) => lastSuccessAt ?? []))
  const next = earliestOf(sides.flatMap(({ nextPollAt }) => nextPollAt ?? []))
  const upcomingLook = next === undefined ? undefined : upcoming(next)
  const text = last === undefined ? undefined : t('checked', { last: relative(last), next: upcomingLook ?? t('soon') })
  return <Empty title={t('emptyWaiting')} {...(text === undefined ? {} : { text })} />
}
