import { Button, Group, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Refusal } from '../parts/states.tsx'
import { useNotify } from '../parts/notify.tsx'
import type { Question } from '../parts/confirm.tsx'
import { useTimes } from '../texts/times.ts'
import { knownKinds, type AlertCalls, type Target } from './calls.ts'

const weekMs = 7 * 24 * 3_600_000

function State({ target }: { target: Target }) {
  const t = useTranslations('alerts')
  const { clock } = useTimes()
  const { disabledAt, disabledBecause, failingSince, lastSuccessAt } = target
  if (disabledAt !== null && disabledBecause !== null)
    return <strong className="is-bad">{t(`off.${disabledBecause}`, { time: clock(disabledAt) })}</strong>
  if (failingSince !== null)
    return <strong className="is-warn">{t('failingSince', { time: clock(failingSince) })}</strong>
  return lastSuccessAt === null ? (
    <span className="quiet">{t('never')}</span>
  ) : (
    <span className="is-good">{t('lastSuccess', { time: clock(lastSuccessAt) })}</span>
  )
}

interface TargetCardProps {
  target: Target
  calls: AlertCalls
  onChanged: () => void
  onSecret: (shown: { name: string; secret: string | null; oldUntil: string }) => void
  onAsk: (question: Question) => void
}

/** One whom people are told by, and what can be done with it. */
export function TargetCard({ target, calls, onChanged, onSecret, onAsk }: TargetCardProps) {
  const t = useTranslations('alerts')
  const notify = useNotify()
  const { targetId, name, address, language, enabled } = target
  const test = useMutation({
    mutationFn: () => calls.test(targetId),
    onSuccess: () => {
      notify((t) => t('alerts.testSent'))
      onChanged()
    },
  })
  const turn = useMutation({
    mutationFn: () =>
      calls.change(targetId, { name, address, language, kinds: knownKinds(target.kinds), enabled: !enabled }),
    onSuccess: onChanged,
  })
  const ask = (which: 'renew' | 'remove' | 'replay', isDangerous: boolean, run: () => Promise<unknown>): void =>
    onAsk({
      title: (t) => t(`alerts.${which}Title`, { name }),
      text: (t) => t(`alerts.${which}Text`),
      button: (t) => t(`alerts.${which}`),
      isDangerous,
      run: async () => {
        await run()
        onChanged()
      },
    })
  const wanted = knownKinds(target.kinds)
  return (
    <li className="card">
      <Title order={3} size="h5">
        {name}
      </Title>
      <Text className="break">{address}</Text>
      <Text size="sm" c="dimmed">
        {wanted.length === 0 ? t('kindsAll') : wanted.map((kind) => t(`kind.${kind}`)).join(' · ')}
      </Text>
      <State target={target} />
      <Refusal error={test.error ?? turn.error} />
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" loading={test.isPending} onClick={() => test.mutate()}>
          {t('test')}
        </Button>
        <Button size="compact-sm" variant="default" loading={turn.isPending} onClick={() => turn.mutate()}>
          {t(enabled ? 'disable' : 'enable')}
        </Button>
        {target.channel === 'webhook' && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => ask('renew', false, async () => onSecret({ name, ...(await calls.renew(targetId)) }))}
          >
            {t('renew')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            ask('replay', false, () => calls.replay(targetId, new Date(Date.now() - weekMs).toISOString()))
          }
        >
          {t('replay')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => ask('remove', true, () => calls.remove(targetId))}>
          {t('remove')}
        </Button>
      </Group>
    </li>
  )
}
