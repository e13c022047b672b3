import { useState, type SubmitEvent } from 'react'
import { Button, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import { ask, client } from '../api/client.ts'
import { CopyField } from '../parts/copy-field.tsx'
import { Confirm, type Question } from '../parts/confirm.tsx'
import { Failed, Loading, Refusal } from '../parts/states.tsx'
import { useTimes } from '../texts/times.ts'

const loginUrl = '/api/tenants/{tenantId}/thulium/webhook/login' as const

function Login({ user: known }: { user: string | null }) {
  const t = useTranslations('settings')
  const { tenantId } = useTenant()
  const queries = useQueryClient()
  const [user, setUser] = useState('')
  const [password, setPassword] = useState('')
  const params = { path: { tenantId } }
  const onSuccess = (): void => {
    setUser('')
    setPassword('')
    void queries.invalidateQueries({ queryKey: ['webhook'] })
  }
  const set = useMutation({
    mutationFn: () => ask(client.PUT(loginUrl, { params, body: { user, password } })),
    onSuccess,
  })
  const remove = useMutation({ mutationFn: () => ask(client.DELETE(loginUrl, { params })), onSuccess })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    set.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <Title order={3} size="h5">
          {t('webhookLogin')}
        </Title>
        <Text c="dimmed">{t('webhookLoginText')}</Text>
        <Text>{known === null ? t('webhookLoginNone') : t('webhookLoginIs', { user: known })}</Text>
        <TextInput
          label={t('webhookUser')}
          value={user}
          autoComplete="off"
          onChange={(event) => setUser(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('webhookPassword')}
          value={password}
          autoComplete="new-password"
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Refusal error={set.error ?? remove.error} />
        <Group>
          <Button type="submit" variant="default" loading={set.isPending} disabled={user === '' || password === ''}>
            {t('webhookLoginSet')}
          </Button>
          {known !== null && (
            <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t('webhookLoginRemove')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}

/** The address at which Thulium tells of something new. */
export function Webhook() {
  const t = useTranslations('settings')
  const { tenantId } = useTenant()
  const { clock } = useTimes()
  const queries = useQueryClient()
  const [question, setQuestion] = useState<Question>()
  const params = { path: { tenantId } }
  const { data, error, refetch } = useQuery({
    queryKey: ['webhook', tenantId],
    queryFn: () => ask(client.GET('/api/tenants/{tenantId}/thulium/webhook', { params })),
  })
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const renew = (): void =>
    setQuestion({
      title: (t) => t('settings.webhookRenewTitle'),
      text: (t) => t('settings.webhookRenewText'),
      button: (t) => t('settings.webhookRenew'),
      isDangerous: true,
      run: async () => {
        await ask(client.POST('/api/tenants/{tenantId}/thulium/webhook/renew', { params }))
        await queries.invalidateQueries({ queryKey: ['webhook'] })
      },
    })
  return (
    <Stack gap="lg" className="form-width">
      <div>
        <Title order={2} size="h4">
          {t('tabs.webhook')}
        </Title>
        <Text c="dimmed">{t('webhookText')}</Text>
      </div>
      <CopyField label={t('webhookUrl')} value={data.url} />
      <Text>
        {t('webhookLast')}: {data.lastHintAt === null ? t('webhookNever') : clock(data.lastHintAt)}
      </Text>
      <Group>
        <Button variant="default" onClick={renew}>
          {t('webhookRenew')}
        </Button>
      </Group>
      <Login user={data.user} />
      <Confirm question={question} onClose={() => setQuestion(undefined)} />
    </Stack>
  )
}
