import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { answerWaitingStep, useWaitingStep } from './unsaved.ts'

export function UnsavedDialog() {
  const t = useTranslations('integrations')
  const common = useTranslations('common')
  const step = useWaitingStep()
  const stay = (): void => answerWaitingStep(false)
  return (
    <Modal
      opened={step !== undefined}
      onClose={stay}
      title={t('unsaved')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack>
        <Text>{t('unsavedLeave')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={stay} data-autofocus>
            {common('cancel')}
          </Button>
          <Button color="red.8" onClick={() => answerWaitingStep(true)}>
            {t('discard')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
