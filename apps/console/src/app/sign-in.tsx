import { useState, type SubmitEvent } from 'react'
import { Alert, Button, PasswordInput, Stack, Text, Title } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { signIn } from '../api/session.ts'
import { LooksAlone } from './foot.tsx'

type Outcome = 'refused' | 'away' | undefined

/** @param isAgain within a page that stays as it is */
export function SignIn({ isAgain = false }: { isAgain?: boolean }) {
  const t = useTranslations('signIn')
  const problem = useTranslations('problem')
  const [key, setKey] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>()

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    setOutcome(undefined)
    try {
      if (!(await signIn(key))) setOutcome('refused')
    } catch {
      setOutcome('away')
    }
    setBusy(false)
  }

  return (
    <form onSubmit={(event) => void submit(event)} className={isAgain ? undefined : 'panel'}>
      {!isAgain && <LooksAlone />}
      <Stack maw="28rem">
        {isAgain ? <Text>{t('expiredText')}</Text> : <Title order={1}>{t('title')}</Title>}
        {!isAgain && <Text>{t('text')}</Text>}
        <PasswordInput
          label={t('key')}
          description={t('keyHelp')}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
          required
          withAsterisk={false}
        />
        {outcome && (
          <Alert color="red" role="alert">
            {outcome === 'refused' ? t('refused') : problem('network')}
          </Alert>
        )}
        <Button type="submit" loading={isBusy} disabled={key.trim() === ''}>
          {t('submit')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('linkHint')}
        </Text>
      </Stack>
    </form>
  )
}
