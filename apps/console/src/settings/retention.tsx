import { useState, type SubmitEvent } from 'react'
import { Button, Group, NumberInput, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import { ask, client } from '../api/client.ts'
import { useNotify } from '../parts/notify.tsx'
import { Failed, Loading, Refusal } from '../parts/states.tsx'

const retentionUrl = '/api/tenants/{tenantId}/retention' as const

function Months({ known }: { known: number | null }) {
  const t = useTranslations('privacy')
  const { tenantId } = useTenant()
  const queries = useQueryClient()
  const notify = useNotify()
  const [months, setMonths] = useState<number | string>(known ?? '')
  const wanted = months === '' ? null : Number(months)
  const isWrong = wanted !== null && !(Number.isInteger(wanted) && wanted >= 1 && wanted <= 240)
  const save = useMutation({
    mutationFn: () => ask(client.PUT(retentionUrl, { params: { path: { tenantId } }, body: { months: wanted } })),
    onSuccess: async () => {
      notify((t) => t('privacy.saved'))
      await queries.invalidateQueries({ queryKey: ['retention'] })
    },
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (!isWrong) save.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <NumberInput
          label={t('months')}
          description={t('monthsHelp')}
          value={months}
          onChange={setMonths}
          allowDecimal={false}
          allowNegative={false}
          error={isWrong ? t('monthsWrong') : undefined}
        />
        <Refusal error={save.error} />
        <Group>
          <Button type="submit" variant="default" loading={save.isPending} disabled={isWrong || wanted === known}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

export function Retention() {
  const t = useTranslations('privacy')
  const { tenantId } = useTenant()
  const { data, error, refetch } = useQuery({
    queryKey: ['retention', tenantId],
    queryFn: () => ask(client.GET(retentionUrl, { params: { path: { tenantId } } })),
  })
  return (
    <Stack>
      <div>
        <Title order={2} size="h4">
          {t('retention')}
        </Title>
        <Text c="dimmed">{t('retentionText')}</Text>
      </div>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <Months key={data.months} known={data.months} />}
    </Stack>
  )
}
