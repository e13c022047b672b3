import { useState } from 'react'
import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { useProblemWords } from '../api/problem.ts'
import type { Words } from './words.ts'

export interface Question {
  title: Words
  text: Words
  button: Words
  isDangerous?: boolean
  /** What has to be typed before anything happens. */
  typed?: { label: Words; value: string }
  /** What has to be said before anything happens; `run` is given it. */
  said?: { label: Words; description: Words; maxLength: number }
  run: (said: string) => Promise<unknown>
}

function Asked({ question, onClose }: { question: Question; onClose: () => void }) {
  const t = useTranslations()
  const words = useProblemWords()
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const run = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      await question.run(said.trim())
      onClose()
    } catch (thrown) {
      setError(thrown)
    }
    setBusy(false)
  }
  const isReady =
    (question.typed === undefined || typed.trim() === question.typed.value) &&
    (question.said === undefined || said.trim() !== '')
  return (
    <Stack>
      <Text>{question.text(t)}</Text>
      {question.said && (
        <TextInput
          label={question.said.label(t)}
          description={question.said.description(t)}
          maxLength={question.said.maxLength}
          value={said}
          onChange={(event) => setSaid(event.currentTarget.value)}
          data-autofocus
        />
      )}
      {question.typed && (
        <TextInput
          label={question.typed.label(t)}
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
        <Button
          variant="default"
          onClick={onClose}
          data-autofocus={question.isDangerous && !question.said ? true : undefined}
        >
          {t('common.cancel')}
        </Button>
        <Button
          {...(question.isDangerous ? { color: 'red.8' } : {})}
          loading={isBusy}
          disabled={!isReady}
          onClick={() => void run()}
        >
          {question.button(t)}
        </Button>
      </Group>
    </Stack>
  )
}

/** Asks before something is done that cannot be taken back, or that others notice. */
export function Confirm({ question, onClose }: { question: Question | undefined; onClose: () => void }) {
  const t = useTranslations()
  return (
    <Modal
      opened={question !== undefined}
      onClose={onClose}
      title={question?.title(t)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {question && <Asked question={question} onClose={onClose} />}
    </Modal>
  )
}
