import { Group, Text, Title } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import type { ConversationDetail } from '../api/queries.ts'
import { conversationOf } from './messages.ts'

/** Every file of a conversation, with who sent it. */
export function Files({ detail }: { detail: ConversationDetail }) {
  const t = useTranslations('conversations')
  const files = conversationOf(detail.events).flatMap((item) =>
    item.kind === 'message' ? item.files.map((name) => ({ name, key: `${item.id}/${name}`, author: item.author })) : [],
  )
  return (
    <section data-testid="files">
      <Title order={3} size="h5">
        {t('files')}
      </Title>
      {files.length === 0 && <Text c="dimmed">{t('noFiles')}</Text>}
      {files.map(({ name, key, author }) => (
        <Group key={key} gap={4} wrap="nowrap" align="flex-start">
          <IconPaperclip size={16} aria-hidden />
          <span className="anyhow">
            {name} <span className="quiet">{t(`who.${author}`)}</span>
          </span>
        </Group>
      ))}
    </section>
  )
}
