import { Button, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { Empty, Failed, Loading, Refusal } from '../parts/states.tsx'
import { useTimes } from '../texts/times.ts'
import type { AlertCalls, Delivery, Target } from './calls.ts'

/** What just was asked for is sent within a second. */
const refreshMs = 3_000

function Result({ delivery }: { delivery: Delivery }) {
  const t = useTranslations('alerts')
  const { clock } = useTimes()
  const { state, attempts, nextAt, lastStatus, lastFailure } = delivery
  const tone = { waiting: 'is-warn', delivered: 'is-good', failed: 'is-bad' }[state]
  return (
    <>
      <strong className={tone}>{t(`results.${state}`)}</strong>
      {attempts > 0 && state !== 'delivered' && (
        <Text size="sm">
          {t('tries', { n: attempts })}
          {nextAt !== null && `, ${t('nextTry', { time: clock(nextAt) })}`}
        </Text>
      )}
      {lastFailure !== null && state !== 'delivered' && (
        <Text size="sm">
          {lastStatus === null ? t('notTaken') : t('answeredWith', { status: String(lastStatus) })}{' '}
          <Text span c="dimmed" lang="en">
            ({lastFailure})
          </Text>
        </Text>
      )}
    </>
  )
}

/** The latest of what was sent, each of which can be sent again. */
export function Deliveries({ calls, targets }: { calls: AlertCalls; targets: readonly Target[] }) {
  const t = useTranslations('alerts')
  const language = useLocale()
  const { clock } = useTimes()
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery({
    queryKey: ['alert-deliveries', calls.owner],
    queryFn: () => calls.deliveries(),
    refetchInterval: refreshMs,
  })
  const again = useMutation({
    mutationFn: (deliveryId: string) => calls.again(deliveryId),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['alert-deliveries'] }),
  })
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.items.length === 0) return <Empty title={t('deliveriesEmpty')} />
  const nameOf = (targetId: string): string => targets.find((one) => one.targetId === targetId)?.name ?? ''
  return (
    <>
      <Refusal error={again.error} />
      <div className="scroll-x">
        <table className="table is-wide">
          <thead>
            <tr>
              <th scope="col">{t('alert')}</th>
              <th scope="col">{t('target')}</th>
              <th scope="col">{t('at')}</th>
              <th scope="col">{t('result')}</th>
              <th scope="col">{t('actions')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((delivery) => (
              <tr key={delivery.deliveryId}>
                <th scope="row">{delivery.alert.title[language]}</th>
                <td data-label={t('target')}>{nameOf(delivery.targetId)}</td>
                <td data-label={t('at')}>{clock(delivery.createdAt)}</td>
                <td data-label={t('result')}>
                  <Result delivery={delivery} />
                </td>
                <td>
                  <Button size="compact-sm" variant="default" onClick={() => again.mutate(delivery.deliveryId)}>
                    {t('again')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
