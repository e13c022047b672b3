import { useState, type SubmitEvent } from 'react'
import { Alert, Button, Checkbox, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import { ask, client } from '../api/client.ts'
import { CopyField } from '../parts/copy-field.tsx'
import { Confirm, type Question } from '../parts/confirm.tsx'
import { Empty, Failed, Loading, Refusal } from '../parts/states.tsx'
import { useTimes } from '../texts/times.ts'

const scopes = ['status:read', 'conversations:read', 'operate', 'config', 'audit:read', 'admin'] as const
type TenantScope = (typeof scopes)[number]

const url = '/api/tenants/{tenantId}/access-keys' as const

function NewKey({ isRevoked }: { isRevoked: (keyId: string) => boolean }) {
  const t = useTranslations('settings')
  const { tenantId } = useTenant()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [held, setHeld] = useState<TenantScope[]>(['status:read'])
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () =>
      ask(client.POST(url, { params: { path: { tenantId } }, body: { name: name.trim(), scopes: held } })),
    onSuccess: () => {
      setName('')
      void queries.invalidateQueries({ queryKey: ['access-keys'] })
    },
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    mutate()
  }
  return (
    <form onSubmit={submit}>
      <Stack className="form-width">
        <TextInput
          label={t('keyName')}
          description={t('keyNameHelp')}
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox.Group
          label={t('keyScopes')}
          value={held}
          onChange={(values) => setHeld(scopes.filter((scope) => values.includes(scope)))}
        >
          <Stack gap="xs" mt="xs">
            {scopes.map((scope) => (
              <Checkbox key={scope} value={scope} label={t(`scope.${scope}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Refusal error={error} />
        <Group>
          <Button type="submit" loading={isPending} disabled={name.trim() === '' || held.length === 0}>
            {t('keyCreate')}
          </Button>
        </Group>
        {data && !isRevoked(data.keyId) && (
          <Alert color="teal" title={t('keyCreated', { name: data.name })} role="status">
            <Text mb="xs">{t('keyCreatedText')}</Text>
            <CopyField label={data.name} value={data.secret} />
          </Alert>
        )}
      </Stack>
    </form>
  )
}

/** Who may come in by a key: made here, shown once, revoked here. */
export function Keys() {
  const t = useTranslations('settings')
  const { tenantId } = useTenant()
  const { clock } = useTimes()
  const queries = useQueryClient()
  const [question, setQuestion] = useState<Question>()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['access-keys', tenantId],
    queryFn: () => ask(client.GET(url, { params: { path: { tenantId } } })),
  })
  const isRevoked = (keyId: string): boolean =>
    data?.items.some((key) => key.keyId === keyId && key.revokedAt !== null) === true
  const revoke = (keyId: string, name: string): void =>
    setQuestion({
      title: (t) => t('settings.keyRevokeTitle', { name }),
      text: (t) => t('settings.keyRevokeText'),
      button: (t) => t('settings.keyRevoke'),
      isDangerous: true,
      run: async () => {
        await ask(
          client.DELETE('/api/tenants/{tenantId}/access-keys/{keyId}', { params: { path: { tenantId, keyId } } }),
        )
        await queries.invalidateQueries({ queryKey: ['access-keys'] })
      },
    })
  return (
    <Stack gap="lg">
      <Title order={2} size="h4">
        {t('tabs.keys')}
      </Title>
      <Text c="dimmed">{t('keysText')}</Text>
      <NewKey isRevoked={isRevoked} />
      {isPending && <Loading />}
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <Empty title={t('keysEmpty')} />}
      {data && data.items.length > 0 && (
        <div className="scroll-x">
          <table className="table is-wide">
            <thead>
              <tr>
                <th scope="col">{t('keyName')}</th>
                <th scope="col">{t('keyStarts')}</th>
                <th scope="col">{t('keyScopes')}</th>
                <th scope="col">{t('keyMade')}</th>
                <th scope="col">{t('keyUsed')}</th>
                <th scope="col">{t('keyState')}</th>
                <th scope="col">{t('actions')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((key) => (
                <tr key={key.keyId}>
                  <th scope="row">{key.name}</th>
                  <td data-label={t('keyStarts')}>{key.prefix}…</td>
                  <td data-label={t('keyScopes')}>{key.scopes.map((scope) => t(`scope.${scope}`)).join(', ')}</td>
                  <td data-label={t('keyMade')}>{clock(key.createdAt)}</td>
                  <td data-label={t('keyUsed')}>{key.lastUsedAt === null ? t('keyUnused') : clock(key.lastUsedAt)}</td>
                  <td data-label={t('keyState')}>
                    {key.revokedAt === null ? t('keyLive') : t('keyRevoked', { time: clock(key.revokedAt) })}
                  </td>
                  <td>
                    {key.revokedAt === null && (
                      <Button size="compact-sm" variant="default" onClick={() => revoke(key.keyId, key.name)}>
                        {t('keyRevoke')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Confirm question={question} onClose={() => setQuestion(undefined)} />
    </Stack>
  )
}
