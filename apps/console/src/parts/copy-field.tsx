import { useState } from 'react'
import { Button, Group, TextInput } from '@mantine/core'
import { useTranslations } from 'use-intl'

/** A text to be taken elsewhere. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const t = useTranslations('common')
  const [isCopied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    // Where the browser does not allow it, the text is there to be selected.
    await navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <Group align="flex-end" wrap="nowrap">
      <TextInput label={label} value={value} readOnly flex={1} onFocus={(event) => event.currentTarget.select()} />
      <Button variant="default" onClick={() => void copy()}>
        {isCopied ? t('copied') : t('copy')}
      </Button>
    </Group>
  )
}
