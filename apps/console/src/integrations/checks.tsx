import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react'
import { useLocale, useTranslations } from 'use-intl'
import type { BothLanguages } from '../api/queries.ts'

type State = 'ok' | 'warning' | 'error' | 'unknown'

const marks = {
  ok: { Icon: IconCircleCheck, tone: 'is-good' },
  warning: { Icon: IconAlertTriangle, tone: 'is-warn' },
  error: { Icon: IconCircleX, tone: 'is-bad' },
  unknown: { Icon: IconHelpCircle, tone: 'quiet' },
} as const

export interface Checked {
  state: State
  message: BothLanguages
}

/** What was checked, one by one: what was found, and what to do. */
export function Checks({ items }: { items: readonly Checked[] }) {
  const t = useTranslations('status.item')
  const language = useLocale()
  return (
    <ul className="plain-list checks">
      {items.map(({ state, message }, index) => {
        const { Icon, tone } = marks[state]
        return (
          <li key={index} className="check" data-testid="check" data-state={state}>
            <Icon size={20} className={tone} role="img" aria-label={t(state)} />
            <span>{message[language]}</span>
          </li>
        )
      })}
    </ul>
  )
}

interface Part {
  ok: boolean
  warning: boolean
  message: BothLanguages
}

/** The answer of a verification in the form above. */
export const checkedOf = (parts: readonly Part[]): Checked[] =>
  parts.map(({ ok, warning, message }) => ({ state: !ok ? 'error' : warning ? 'warning' : 'ok', message }))
