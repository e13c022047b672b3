import { useState } from 'react'
import { Alert, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useSearchParams } from 'wouter'
import { useTenant } from '../app/tenant.ts'
import { ask, client } from '../api/client.ts'
import { codeOf } from '../api/problem.ts'
import { Findings } from '../operations/findings.tsx'
import { requestOperation, useOperation } from '../operations/queries.ts'
import { Confirm, type Question } from '../parts/confirm.tsx'
import { saveFile } from '../parts/save-file.ts'
import { Failed, Loading, Refusal } from '../parts/states.tsx'
import '../operations/operations.css'

/** An export says so in one way, an erasure in the other. */
const unknownBuyer: ReadonlySet<string | undefined> = new Set(['buyer.unknown', 'operation.fits_nothing'])

/** How an erasure, or its trial, goes, and in the end what it did and what lies elsewhere. */
function Erasure({ operationId }: { operationId: string }) {
  const t = useTranslations('privacy')
  const states = useTranslations('operations.state')
  const { data, error, refetch } = useOperation(operationId)
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.endedAt === null) return <Text role="status">{data.dryRun ? t('trying') : t('erasing')}</Text>
  if (data.state !== 'finished')
    return (
      <Alert color="red" role="alert">
        {t('failed', { reason: data.failure ?? states(data.state) })}
      </Alert>
    )
  return (
    <Alert color={data.dryRun ? 'yellow' : 'teal'} role="status">
      <Text fw={600}>{data.dryRun ? t('tried') : t('erased')}</Text>
      <Findings operationId={operationId} />
    </Alert>
  )
}

/** What a shop does when a client asks what is held about him, or asks to be erased. */
export function OneBuyer() {
  const t = useTranslations('privacy')
  const { tenantId, may } = useTenant()
  const [asked] = useSearchParams()
  const [customerId, setCustomerId] = useState(asked.get('klient') ?? '')
  const [question, setQuestion] = useState<Question>()
  const [operationId, setOperationId] = useState<string>()
  const id = customerId.trim()
  const download = useMutation({
    mutationFn: async () => {
      const params = { path: { tenantId, customerId: id } }
      const held = await ask(client.GET('/api/tenants/{tenantId}/buyers/{customerId}/export', { params }))
      saveFile(`${JSON.stringify(held, null, 2)}\n`, 'application/json', `klient-${id}.json`)
    },
  })
  const erase = async (dryRun: boolean): Promise<void> => {
    setOperationId(undefined)
    const operation = await requestOperation(tenantId, { kind: 'erase', customerId: id, dryRun })
    setOperationId(operation.operationId)
  }
  const tried = useMutation({ mutationFn: () => erase(true) })
  const askBefore = (): void =>
    setQuestion({
      title: (t) => t('privacy.eraseTitle'),
      text: (t) => t('privacy.eraseText'),
      button: (t) => t('privacy.erase'),
      isDangerous: true,
      typed: { label: (t) => t('privacy.eraseTyped'), value: id },
      run: () => erase(false),
    })
  const failure = download.error ?? tried.error
  const isUnknown = unknownBuyer.has(codeOf(failure))
  return (
    <Stack>
      <div>
        <Title order={2} size="h4">
          {t('buyer')}
        </Title>
        <Text c="dimmed">{t('buyerText')}</Text>
      </div>
      <TextInput
        label={t('customerId')}
        value={customerId}
        autoComplete="off"
        onChange={(event) => {
          setCustomerId(event.currentTarget.value)
          setOperationId(undefined)
          download.reset()
          tried.reset()
        }}
      />
      <Group>
        <Button variant="default" disabled={id === ''} loading={download.isPending} onClick={() => download.mutate()}>
          {t('export')}
        </Button>
        {may('operate') && (
          <>
            <Button variant="default" disabled={id === ''} loading={tried.isPending} onClick={() => tried.mutate()}>
              {t('try')}
            </Button>
            <Button variant="outline" color="red.8" disabled={id === ''} onClick={askBefore}>
              {t('erase')}
            </Button>
          </>
        )}
      </Group>
      {isUnknown ? (
        <Alert color="red" role="alert">
          {t('unknown')}
        </Alert>
      ) : (
        <Refusal error={failure} />
      )}
      {operationId !== undefined && <Erasure operationId={operationId} />}
      <Confirm question={question} onClose={() => setQuestion(undefined)} />
    </Stack>
  )
}
