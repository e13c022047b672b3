import { lazy, Suspense, useState, type SubmitEvent } from 'react'
import { Button, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { Loading } from '../parts/states.tsx'
import { LooksAlone } from './foot.tsx'

const Operator = lazy(() => import('../operator/operator.tsx'))

const systemName = /^[a-z0-9][a-z0-9-]{0,62}$/

/** For whoever may act for any account: how all of them are, and which to go on in. One that is not connected yet can be connected next. */
export function ChooseAccount({ onChoose }: { onChoose: (tenantId: string) => void }) {
  const t = useTranslations('signIn')
  const common = useTranslations('common')
  const [name, setName] = useState('')
  const [isWrong, setWrong] = useState(false)
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (systemName.test(name.trim())) onChoose(name.trim())
    else setWrong(true)
  }
  return (
    <div className="page">
      <form onSubmit={submit} className="panel">
        <LooksAlone />
        <Stack maw="28rem">
          <Title order={1}>{t('accountTitle')}</Title>
          <Text>{t('accountText')}</Text>
          <TextInput
            label={t('account')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={isWrong ? t('accountInvalid') : undefined}
          />
          <Button type="submit">{common('open')}</Button>
        </Stack>
      </form>
      <Suspense fallback={<Loading />}>
        <Operator onChoose={onChoose} />
      </Suspense>
    </div>
  )
}
