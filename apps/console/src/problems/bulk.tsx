import { Button, Group, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { Parked } from './groups.ts'
import type { Decision } from './use-parked.ts'

/** What can be decided for all that were chosen. */
export function Bulk({
  chosen,
  onDecide,
}: {
  chosen: readonly Parked[]
  onDecide: (decision: Decision, items: readonly Parked[]) => void
}) {
  const t = useTranslations('problems')
  return (
    <div className="bulk" role="group" aria-label={t('selected', { n: chosen.length })} data-testid="bulk">
      <Text fw={600}>{t('selected', { n: chosen.length })}</Text>
      <Group ml="auto">
        <Button onClick={() => onDecide('retry', chosen)}>{t('retrySelected')}</Button>
        <Button variant="default" onClick={() => onDecide('dismiss', chosen)}>
          {t('dismissSelected')}
        </Button>
      </Group>
    </div>
  )
}
