import { useState } from 'react'
import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { useProblemWords } from '../api/problem.ts'

export interface Question {
  title: string
  text: string
  button: string
  isDangerous?: boolean
  /** What has to be typed before anything happens. */
  typed?: { label: string; value: string }
  run: () => Promise<unknown>
}

function Asked({ question, onClose }: { question: Question; onClose: () => void }) {
  const t = useTranslations('common')
  const words = useProblemWords()
  const [typed, setTyped] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const run = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      await question.run()
      onClose()
    } catch (thrown) {
      setError(thrown)
    }
    setBusy(false)
  }
  const isReady = question.typed === undefined || typed.trim() === question.typed.value
  return (
    <Stack>
      <Text>{question.text}</Text>
      {question.typed && (
        <TextInput
          label={question.typed.label}
          description={question.typed.value}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {error !== undefined && (
        <Alert color="red" role="alert">
          {words(error)}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus={question.isDangerous ? true : undefined}>
          {t('cancel')}
        </Button>
        <Button
          {...(question.isDangerous ? { color: 'red.8' } : {})}
          loading={isBusy}
          disabled={!isReady}
          onClick={() => void run()}
        >
          {question.button}
        </Button>
      </Group>
    </Stack>
  )
}

/** Asks before something is done that cannot be taken back, or that others notice. */
export function Confirm({ question, onClose }: { question: Question | undefined; onClose: () => void }) {
  const t = useTranslations('common')
  return (
    <Modal
      opened={question !== undefined}
      onClose={onClose}
      title={question?.title}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {question && <Asked question={question} onClose={onClose} />}
    </Modal>
  )
}
