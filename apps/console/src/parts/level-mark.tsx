import type { ReactNode } from 'react'
import { Group } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconClockExclamation, IconKey, IconPlayerPause } from '@tabler/icons-react'
import type { HealthLevel } from '../api/queries.ts'

const marks = {
  ok: { Icon: IconCircleCheck, tone: 'is-good' },
  rebuilding: { Icon: IconClockExclamation, tone: 'is-warn' },
  late: { Icon: IconClockExclamation, tone: 'is-warn' },
  failing: { Icon: IconAlertTriangle, tone: 'is-bad' },
  stopped: { Icon: IconPlayerPause, tone: 'quiet' },
  'credentials-rejected': { Icon: IconKey, tone: 'is-bad' },
} as const

/** A state by form and word, not by its colour alone. */
export function LevelMark({ level, children }: { level: HealthLevel; children: ReactNode }) {
  const { Icon, tone } = marks[level]
  return (
    <Group gap={6} wrap="nowrap" className={tone} data-level={level} data-testid="level">
      <Icon size={18} aria-hidden />
      <strong>{children}</strong>
    </Group>
  )
}
