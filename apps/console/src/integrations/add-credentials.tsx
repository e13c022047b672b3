import { Alert, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import type { SubmitEvent } from 'react'
import { useTranslations } from 'use-intl'
import { Checks, type Checked } from './checks.tsx'
import { KeyDrawing, ShopDrawing } from './drawings.tsx'
import { KeyField } from './key-field.tsx'
import { Refusal } from '../parts/states.tsx'

export type Tried = { isOk: boolean; checks: Checked[] } | undefined

function Where() {
  const t = useTranslations('integrations.auth')
  return (
    <details>
      <summary>{t('where')}</summary>
      <div className="drawings">
        <div>
          <Text size="sm" mb={4}>
            {t('whereShop')}
          </Text>
          <ShopDrawing />
        </div>
        <div>
          <Text size="sm" mb={4}>
            {t('whereKey')}
          </Text>
          <KeyDrawing />
        </div>
      </div>
    </details>
  )
}

function TriedResult({ tried }: { tried: Tried }) {
  const t = useTranslations('integrations.auth')
  if (!tried) return null
  return (
    <Alert
      color={tried.isOk ? 'teal' : 'red'}
      title={tried.isOk ? t('success') : t('failure')}
      role={tried.isOk ? 'status' : 'alert'}
      data-testid="authentication"
      data-ok={tried.isOk}
    >
      <Checks items={tried.checks} />
      {!tried.isOk && (
        <Text size="sm" mt="xs">
          {t('failureText')}
        </Text>
      )}
    </Alert>
  )
}

interface CredentialsProps {
  shopId: string
  shopWords: { label: string; help: string }
  apiKey: string
  /** What is wrong with them, in words. */
  errors: { shopId: string | undefined; apiKey: string | undefined }
  tried: Tried
  /** Why it could not even be tried. */
  error: unknown
  isBusy: boolean
  onShopId: (value: string) => void
  onApiKey: (value: string) => void
  onSubmit: (event: SubmitEvent) => void
}

/** The first half: whose shop it is, and whether EmpikPlace takes its key. */
export function AddCredentials(props: CredentialsProps) {
  const t = useTranslations('integrations')
  const { shopId, shopWords, apiKey, errors, tried, isBusy } = props
  return (
    <form onSubmit={props.onSubmit} className="panel" noValidate aria-labelledby="auth-title">
      <Stack className="form-width">
        <div>
          <Title order={2} size="h4" id="auth-title">
            1. {t('auth.title')}
          </Title>
          <Text c="dimmed">{t('auth.text')}</Text>
        </div>
        <TextInput
          label={shopWords.label}
          description={shopWords.help}
          inputMode="numeric"
          value={shopId}
          onChange={({ currentTarget: { value } }) => props.onShopId(value)}
          required
          error={errors.shopId}
        />
        <KeyField value={apiKey} onChange={props.onApiKey} error={errors.apiKey} />
        <Where />
        <TriedResult tried={tried} />
        <Refusal error={props.error} />
        <Group>
          <Button type="submit" loading={isBusy} variant={tried?.isOk ? 'default' : 'filled'}>
            {t('auth.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
