import { useState } from 'react'
import { ActionIcon, Group } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'

/** A short text within others, and a button that copies it. */
export function CopyText({ text }: { text: string }) {
  const t = useTranslations('common')
  const [isCopied, setCopied] = useState(false)
  const label = `${isCopied ? t('copied') : t('copy')}: ${text}`
  const copy = async (): Promise<void> => {
    // Where the browser does not allow it, the text is there to be selected.
    await navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  const Icon = isCopied ? IconCheck : IconCopy
  return (
    <Group gap={4} wrap="nowrap">
      <span className="anyhow">{text}</span>
      <ActionIcon variant="subtle" size="sm" onClick={() => void copy()} aria-label={label} title={label}>
        <Icon size={14} aria-hidden />
      </ActionIcon>
    </Group>
  )
}
