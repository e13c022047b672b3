import type { ReactNode } from 'react'
import { Button, Stack, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { codeOf } from '../api/problem.ts'
import { Refusal } from '../parts/states.tsx'

interface TryBoxProps {
  text: string
  label?: string
  isBusy: boolean
  error: unknown
  onTry: () => void
  /** What is asked before it is tried. */
  ask?: ReactNode
  children?: ReactNode
}

/** Shows what settings would do before they are saved. */
export function TryBox({ text, label, isBusy, error, onTry, ask, children }: TryBoxProps) {
  const t = useTranslations('common')
  const words = useTranslations('integrations.try')
  return (
    <section className="item" data-testid="try">
      <Stack p="xs">
        <Text>{text}</Text>
        {ask}
        <div>
          <Button variant="light" loading={isBusy} onClick={onTry}>
            {label ?? t('try')}
          </Button>
        </div>
        {/* Nothing is marked by a trial: that is done where it is saved. */}
        {codeOf(error) === 'request.invalid' ? (
          <Text className="is-bad">{words('incomplete')}</Text>
        ) : (
          <Refusal error={error} />
        )}
        {children}
      </Stack>
    </section>
  )
}
