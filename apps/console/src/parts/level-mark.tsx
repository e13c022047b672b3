import type { ReactNode } from 'react'
import { Group } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClockExclamation,
  IconHelpCircle,
  IconKey,
  IconPlayerPause,
} from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { useLostSince } from '../api/live.ts'
import type { HealthLevel, IntegrationStatus } from '../api/queries.ts'

const marks = {
  ok: { Icon: IconCircleCheck, tone: 'is-good' },
  rebuilding: { Icon: IconClockExclamation, tone: 'is-warn' },
  late: { Icon: IconClockExclamation, tone: 'is-warn' },
  failing: { Icon: IconAlertTriangle, tone: 'is-bad' },
  stopped: { Icon: IconPlayerPause, tone: 'quiet' },
  'credentials-rejected': { Icon: IconKey, tone: 'is-bad' },
} as const

/** Where all is well, the reason is the word once more; only a shop that has just been started has something to add. */
export const saysMore = ({ level, since }: IntegrationStatus['health']): boolean => level !== 'ok' || since !== null

/** A state by form and word, not by its colour alone. While the server is not heard, what was true before is not said to be. */
export function LevelMark({ level, children }: { level: HealthLevel; children: ReactNode }) {
  const t = useTranslations('app')
  const isLost = useLostSince() !== undefined
  const { Icon, tone } = marks[level]
  if (isLost)
    return (
      <Group gap={6} wrap="nowrap" className="quiet" data-level="unknown" data-testid="level">
        <IconHelpCircle size={18} aria-hidden />
        <strong>{t('levelUnknown')}</strong>
      </Group>
    )
  return (
    <Group gap={6} wrap="nowrap" className={tone} data-level={level} data-testid="level">
      <Icon size={18} aria-hidden />
      <strong>{children}</strong>
    </Group>
  )
}
