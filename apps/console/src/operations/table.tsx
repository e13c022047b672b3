import { Fragment, useState, type ReactNode } from 'react'
import { Button, Group, Text } from '@mantine/core'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import type { components } from '@connector/api-client'
import { useTimes } from '../texts/times.ts'

export type Operation = components['schemas']['Operation']

interface TableProps {
  items: readonly Operation[]
  /** What is shown below an operation that was opened. */
  findings?: (operation: Operation) => ReactNode
  onCancel?: ((operation: Operation) => void) | undefined
}

const isOpen = ({ state }: Operation): boolean => state === 'waiting' || state === 'running'

/** Operations with how far each has come. */
export function OperationsTable({ items, findings, onCancel }: TableProps) {
  const t = useTranslations('operations')
  const language = useLocale()
  const format = useFormatter()
  const { clock } = useTimes()
  const [opened, open] = useState<string>()
  const hasActions = findings !== undefined || onCancel !== undefined
  const names = [
    'operation',
    'at',
    'outcome',
    'progress',
    'findings',
    ...(hasActions ? (['actions'] as const) : []),
  ] as const
  return (
    <div className="scroll-x" tabIndex={0} role="group" aria-label={t('list')}>
      <table className="table is-wide" data-testid="operations">
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((operation) => {
            const { operationId, what, scope, dryRun, requestedAt, state, progress, failure } = operation
            const isShown = opened === operationId
            return (
              <Fragment key={operationId}>
                <tr>
                  <th scope="row">
                    {what[language]} {scope.repair && `(${t('withRepair')})`} {dryRun && `(${t('dryRun')})`}
                  </th>
                  <td className="unbroken" data-label={t('at')}>
                    {clock(requestedAt)}
                  </td>
                  <td data-label={t('outcome')}>
                    {t(`state.${state}`)}
                    {failure !== null && (
                      <Text size="sm" c="dimmed" lang="en">
                        {failure}
                      </Text>
                    )}
                  </td>
                  <td data-label={t('progress')}>
                    {progress.total === null
                      ? format.number(progress.done)
                      : t('progressOf', { done: format.number(progress.done), total: format.number(progress.total) })}
                  </td>
                  <td data-label={t('findings')}>{format.number(operation.findings)}</td>
                  {hasActions && (
                    <td>
                      <Group gap="xs" wrap="nowrap">
                        {findings && operation.findings > 0 && (
                          <Button
                            size="xs"
                            variant="default"
                            aria-expanded={isShown}
                            onClick={() => open(isShown ? undefined : operationId)}
                          >
                            {isShown ? t('hide') : t('show')}
                          </Button>
                        )}
                        {onCancel && isOpen(operation) && (
                          <Button size="xs" variant="default" onClick={() => onCancel(operation)}>
                            {t('cancel')}
                          </Button>
                        )}
                      </Group>
                    </td>
                  )}
                </tr>
                {findings && isShown && (
                  <tr>
                    <td colSpan={names.length}>{findings(operation)}</td>
                  </tr>
                )}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
