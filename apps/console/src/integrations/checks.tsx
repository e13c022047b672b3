import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react'
import { useLocale, useTranslations } from 'use-intl'
import { ApiError, codeOf } from '../api/problem.ts'
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

/** What has to be done comes first. */
const order: readonly State[] = ['error', 'warning', 'ok']

function Items({ items }: { items: readonly Checked[] }) {
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

/** What was checked, one by one: what was found, and what to do. What cannot be known yet is counted, and listed on request. */
export function Checks({ items }: { items: readonly Checked[] }) {
  const t = useTranslations('status')
  const known = order.flatMap((state) => items.filter((item) => item.state === state))
  const unknown = items.filter(({ state }) => state === 'unknown')
  // Many depend on one, and say the same.
  const different = [...new Map(unknown.map((item) => [item.message.pl, item])).values()]
  return (
    <>
      <Items items={known} />
      {different.length > 0 && (
        <details className="unknown-checks">
          <summary>{t('notKnown', { n: unknown.length })}</summary>
          <Items items={different} />
        </details>
      )}
    </>
  )
}

interface Part {
  ok: boolean
  warning: boolean
  message: BothLanguages
}

/** What the other side has against new credentials, which are not stored then; nothing where the error is another. */
export const refusedOf = (error: unknown): Checked[] =>
  error instanceof ApiError && codeOf(error) === 'credentials.not_accepted'
    ? (error.problem?.errors ?? []).map(({ message, messagePl }) => ({
        state: 'error',
        message: { en: message, pl: messagePl },
      }))
    : []

/** The answer of a verification in the form above. */
export const checkedOf = (parts: readonly Part[]): Checked[] =>
  parts.map(({ ok, warning, message }) => ({ state: !ok ? 'error' : warning ? 'warning' : 'ok', message }))
