import { Text, Title } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { IntegrationStatus } from '../api/queries.ts'
import { useTimes } from '../texts/times.ts'

type Side = IntegrationStatus['sides']['empikplace']

function useBudget(): (budget: Side['callBudget']) => string {
  const t = useTranslations('status')
  const { clock } = useTimes()
  return (budget) => {
    if (!budget) return '–'
    const { used, perMinute, pausedUntil } = budget
    const words = perMinute === null ? t('budgetUsed', { used }) : t('budgetOf', { used, all: perMinute })
    return pausedUntil === null ? words : `${words}, ${t('pausedUntil', { time: clock(pausedUntil) })}`
  }
}

/** One of the two outside systems: when it was last looked at, when next, and what is wrong with it. */
export function Lane({ name, side, runs }: { name: 'empikplace' | 'thulium'; side: Side; runs: boolean }) {
  const t = useTranslations('status')
  const common = useTranslations('common')
  const { relative, upcoming } = useTimes()
  const budget = useBudget()
  const upcomingLook = side.nextPollAt === null ? undefined : upcoming(side.nextPollAt)
  const next = runs ? (upcomingLook ?? t('nextSoon')) : t('noNext')
  return (
    <section className="lane" aria-label={t(`lane.${name}`)}>
      <Title order={3} size="h5" mb="xs">
        {t(`lane.${name}`)}
      </Title>
      <dl className="facts">
        <div>
          <dt>{t('lastLook')}</dt>
          <dd>{side.lastSuccessAt === null ? common('never') : relative(side.lastSuccessAt)}</dd>
        </div>
        <div>
          <dt>{t('nextLook')}</dt>
          <dd>{next}</dd>
        </div>
        <div>
          <dt>{t('budget')}</dt>
          <dd>{budget(side.callBudget)}</dd>
        </div>
      </dl>
      {side.failures > 0 && (
        <Text size="sm" mt="xs" className="is-bad">
          {t('failures', { n: side.failures })}
        </Text>
      )}
      {side.lastFailure && (
        <Text size="sm" className="anyhow">
          {t('lastFailure')}: {side.lastFailure.message}
        </Text>
      )}
    </section>
  )
}
