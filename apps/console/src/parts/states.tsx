import type { ReactNode } from 'react'
import { Alert, Box, Button, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { codeOf, useProblemWords } from '../api/problem.ts'

export function Loading() {
  const t = useTranslations('common')
  return (
    <Stack role="status" aria-label={t('loading')} maw="48rem">
      <Skeleton height={32} width="40%" />
      <Skeleton height={90} />
      <Skeleton height={90} />
    </Stack>
  )
}

export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTranslations()
  const words = useProblemWords()
  return (
    <Alert color="red" role="alert" title={t('page.failedTitle')}>
      <Stack align="flex-start">
        {/* What is read is named by the address alone: there are no fields to correct. */}
        <Text size="sm">{codeOf(error) === 'request.invalid' ? t('page.unknownText') : words(error)}</Text>
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}

/** Why what was sent was not taken, beside the button that sent it. */
export function Refusal({ error }: { error: unknown }) {
  const words = useProblemWords()
  if (error === undefined || error === null) return null
  return (
    <Alert color="red" role="alert">
      {words(error)}
    </Alert>
  )
}

/** Nothing is there, and what to do about it; where there is nothing to do, a list below its own heading is empty. */
export function Empty({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  if (text === undefined && children === undefined)
    return (
      <Text c="dimmed" py="xs">
        {title}
      </Text>
    )
  return (
    <Stack align="center" ta="center" py="xl" gap="xs" px="md">
      <Title order={2} size="h3">
        {title}
      </Title>
      {text !== undefined && (
        <Text c="dimmed" maw="32rem">
          {text}
        </Text>
      )}
      {children !== undefined && <Box mt="xs">{children}</Box>}
    </Stack>
  )
}
