import { Button, Group, Text } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import type { Draft } from './drafts.ts'
import type { Preview } from './queries.ts'

interface FootProps {
  draft: Draft
  preview: Preview | undefined
  isBusy: boolean
  isReady: boolean
  onSend: () => void
}

/** How long it is, and the button. */
export function Foot({ draft, preview, isBusy, isReady, onSend }: FootProps) {
  const t = useTranslations('answer')
  const isAnswer = draft.kind === 'answer'
  return (
    <Group justify="flex-end" gap="sm" className="answer-foot">
      {isAnswer && preview && (
        <Text size="xs" c="dimmed" className={preview.fault === 'too-long' ? 'is-bad' : undefined}>
          {t('counter', { n: draft.text.length + (preview.footer === '' ? 0 : preview.footer.length + 2) })}
        </Text>
      )}
      <Button
        size="sm"
        loading={isBusy}
        disabled={!isReady}
        title={t('keys')}
        leftSection={<IconSend size={15} aria-hidden />}
        onClick={onSend}
        data-testid="send"
      >
        {t(`send.${isAnswer ? (preview?.to ?? 'customer') : 'comment'}`)}
      </Button>
    </Group>
  )
}
