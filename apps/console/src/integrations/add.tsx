import { useState, type SubmitEvent } from 'react'
import { Alert, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { useTranslations } from 'use-intl'
import type { operations } from '@connector/api-client'
import { useTenant } from '../app/tenant.ts'
import { useUnsaved } from '../app/unsaved.ts'
import { ask, client, onceKey } from '../api/client.ts'
import { useFieldErrors, useProblemWords } from '../api/problem.ts'
import { Field } from '../fields/field.tsx'
import { FormContext } from '../fields/form.ts'
import { textAt, withValue, type Values } from '../fields/paths.ts'
import { settingAt, useSettingsSchema, useWording } from '../fields/schema.ts'
import { useNotify } from '../parts/notify.ts'
import { PageTitle } from '../parts/page-title.tsx'
import { Loading } from '../parts/states.tsx'
import { checkedOf, Checks, type Checked } from './checks.tsx'
import { KeyDrawing, ShopDrawing } from './drawings.tsx'
import { KeyField } from './key-field.tsx'

type Body = NonNullable<operations['createIntegration']['requestBody']>['content']['application/json']

/** What the window of the brief asks for after the authentication, in its order. */
const rest = ['name', 'customerField', 'queueId', 'categoryId'] as const

type Tried = { isOk: boolean; checks: Checked[] } | undefined

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

/** The window in which a shop is connected: authenticate, fill in the rest, save, start. */
export function AddIntegration() {
  const t = useTranslations('integrations')
  const notify = useNotify()
  const words = useProblemWords()
  const fieldErrorsOf = useFieldErrors()
  const wording = useWording()
  const { tenantId } = useTenant()
  const queries = useQueryClient()
  const [, goTo] = useLocation()
  const schema = useSettingsSchema('integration')
  const [values, setValues] = useState<Values>({})
  const [apiKey, setApiKey] = useState('')
  const [tried, setTried] = useState<Tried>()
  const [busy, setBusy] = useState<'try' | 'save' | 'start'>()
  const [error, setError] = useState<unknown>()
  const [isDone, setDone] = useState(false)
  useUnsaved(!isDone && (apiKey !== '' || Object.keys(values).length > 0))
  if (!schema) return <Loading />

  const errors = fieldErrorsOf(error)
  const shopWords = wording(settingAt(schema, 'shopId'))
  const set = (path: string, value: unknown): void => setValues((before) => withValue(before, path, value))
  /** What was found is true of what was tried, and of nothing else. */
  const changeCredentials = (change: () => void): void => {
    change()
    setTried(undefined)
  }
  const during = async (what: 'try' | 'save' | 'start', work: () => Promise<void>): Promise<void> => {
    setBusy(what)
    setError(undefined)
    try {
      await work()
    } catch (thrown) {
      setError(thrown)
    }
    setBusy(undefined)
  }

  const authenticate = (event: SubmitEvent): void => {
    event.preventDefault()
    void during('try', async () => {
      const shopId = textAt(values, 'shopId')
      const body = { shopId, apiKey }
      const answer = await ask(
        client.POST('/api/tenants/{tenantId}/try-shop', { params: { path: { tenantId } }, body }),
      )
      setTried({ isOk: answer.ok, checks: checkedOf(answer.parts) })
    })
  }

  const save = (starts: boolean): Promise<void> =>
    during(starts ? 'start' : 'save', async () => {
      const body = { ...values, apiKey } as Body
      const { integrationId } = await ask(
        client.POST('/api/tenants/{tenantId}/integrations', {
          params: { path: { tenantId }, header: onceKey() },
          body,
        }),
      )
      setDone(true)
      const isStarted = await finish(integrationId, starts)
      await queries.invalidateQueries()
      goTo(isStarted ? '/integracje' : `/integracje/${integrationId}`)
    })

  /** The shop is there by now: whatever goes wrong from here on is mended on its own page. */
  const finish = async (integrationId: string, starts: boolean): Promise<boolean> => {
    const path = { tenantId, integrationId }
    try {
      const { ok } = await ask(
        client.POST('/api/tenants/{tenantId}/integrations/{integrationId}/authenticate', {
          params: { path, header: onceKey() },
        }),
      )
      if (starts && ok)
        await ask(
          client.POST('/api/tenants/{tenantId}/integrations/{integrationId}/start', {
            params: { path, header: onceKey() },
          }),
        )
      if (ok || !starts) notify(t('created', { name: textAt(values, 'name') }))
      else notify(t('notStarted'), true)
      return starts && ok
    } catch (thrown) {
      notify(words(thrown), true)
      return false
    }
  }

  return (
    <FormContext value={{ schema, values, errors, set }}>
      <div className="page">
        <PageTitle title={t('add')} />
        <form onSubmit={authenticate} className="panel" noValidate aria-labelledby="auth-title">
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
              value={textAt(values, 'shopId')}
              onChange={({ currentTarget: { value } }) =>
                changeCredentials(() => set('shopId', value === '' ? undefined : value.trim()))
              }
              required
              error={'shopId' in errors ? (values['shopId'] ? words(error) : t('auth.whereShop')) : undefined}
            />
            <KeyField
              value={apiKey}
              onChange={(value) => changeCredentials(() => setApiKey(value))}
              error={'apiKey' in errors ? t('auth.apiKeyHelp') : undefined}
            />
            <Where />
            <TriedResult tried={tried} />
            <Group>
              <Button type="submit" loading={busy === 'try'} variant={tried?.isOk ? 'default' : 'filled'}>
                {t('auth.submit')}
              </Button>
            </Group>
          </Stack>
        </form>
        <form
          className="panel"
          noValidate
          aria-labelledby="rest-title"
          onSubmit={(event) => {
            event.preventDefault()
            void save(false)
          }}
        >
          <Stack className="form-width">
            <div>
              <Title order={2} size="h4" id="rest-title">
                2. {t('rest.title')}
              </Title>
              {!tried?.isOk && <Text c="dimmed">{t('rest.locked')}</Text>}
            </div>
            {tried?.isOk && (
              <>
                {rest.map((name) => (
                  <div key={name}>
                    <Field path={name} isRequired />
                    {name === 'customerField' && (
                      <Text size="sm" c="dimmed" mt={4}>
                        {t('rest.createField')}
                      </Text>
                    )}
                  </div>
                ))}
                <Text size="sm" c="dimmed">
                  {t('saveAndStartText')}
                </Text>
                <Group>
                  <Button type="submit" variant="default" loading={busy === 'save'} disabled={busy === 'start'}>
                    {t('save')}
                  </Button>
                  <Button loading={busy === 'start'} disabled={busy === 'save'} onClick={() => void save(true)}>
                    {t('saveAndStart')}
                  </Button>
                </Group>
              </>
            )}
          </Stack>
        </form>
        {error !== undefined && (
          <Alert color="red" role="alert">
            {words(error)}
          </Alert>
        )}
      </div>
    </FormContext>
  )
}
