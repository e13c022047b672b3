import type { ReactNode } from 'react'
import { Button, Stack, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { Failed } from '../parts/states.tsx'

interface TryBoxProps {
  text: string
  label?: string
  isBusy: boolean
  error: unknown
  onTry: () => void
  children?: ReactNode
}

/** Shows what settings would do before they are saved. */
export function TryBox({ text, label, isBusy, error, onTry, children }: TryBoxProps) {
  const t = useTranslations('common')
  return (
    <section className="item" data-testid="try">
      <Stack p="xs">
        <Text>{text}</Text>
        <div>
          <Button variant="light" loading={isBusy} onClick={onTry}>
            {label ?? t('try')}
          </Button>
        </div>
        {error !== null && error !== undefined && <Failed error={error} />}
        {children}
      </Stack>
    </section>
  )
}
