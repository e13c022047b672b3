import { useState } from 'react'
import { Alert } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import type { Parked } from './groups.ts'
import type { Decision } from './use-parked.ts'

/** How it went when many were decided on at once. */
interface Result {
  decision: Decision
  done: number
  failed: number
  all: number
  /** Since when each of them had been parked: one that comes back is parked anew. */
  parked: Readonly<Record<string, string | null>>
}

const placeOf = (tenantId: string): string => `connector.bulk.${tenantId}`

function kept(tenantId: string): Result | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(placeOf(tenantId)) ?? 'null') as Result | undefined
  } catch {
    return undefined
  }
}

/** Kept in the tab until it is put away, so that it is there after a reload. */
export function useBulkResult(): [Result | undefined, (result: Result | undefined) => void] {
  const { tenantId } = useTenant()
  const [result, setResult] = useState(() => kept(tenantId) ?? undefined)
  const keep = (next: Result | undefined): void => {
    setResult(next)
    if (next) sessionStorage.setItem(placeOf(tenantId), JSON.stringify(next))
    else sessionStorage.removeItem(placeOf(tenantId))
  }
  return [result, keep]
}

interface BulkResultProps {
  result: Result
  parked: readonly Parked[]
  onClose: () => void
}

/** How many were done, and how many of them are here again. */
export function BulkResult({ result, parked, onClose }: BulkResultProps) {
  const t = useTranslations('problems')
  const common = useTranslations('common')
  const { decision, done, failed, all } = result
  const back = parked.filter(
    ({ effectKey, parkedAt }) => Object.hasOwn(result.parked, effectKey) && result.parked[effectKey] !== parkedAt,
  ).length
  const words = [
    t(`result.${decision}`, { done, all }),
    ...(failed > 0 ? [t('failed', { n: failed })] : []),
    ...(back > 0 ? [t('cameBack', { n: back })] : []),
  ]
  return (
    <Alert
      color={failed + back > 0 ? 'yellow' : 'teal'}
      withCloseButton
      closeButtonLabel={common('close')}
      onClose={onClose}
      data-testid="bulk-result"
    >
      {words.join(' ')}
    </Alert>
  )
}
