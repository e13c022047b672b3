import { Button, PasswordInput } from '@mantine/core'
import { IconClipboard } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'

interface KeyFieldProps {
  value: string
  label?: string
  error?: string | undefined
  onChange: (value: string) => void
}

/** The key of the EmpikPlace API: hidden, and never kept by the browser. */
export function KeyField({ value, label, error, onChange }: KeyFieldProps) {
  const t = useTranslations('integrations.auth')
  const paste = async (): Promise<void> => {
    // A browser may ask the person first, and the person may refuse.
    const text = await navigator.clipboard.readText().catch(() => '')
    if (text !== '') onChange(text.trim())
  }
  return (
    <div>
      <PasswordInput
        label={label ?? t('apiKey')}
        description={t('apiKeyHelp')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        autoComplete="off"
        required
        error={error}
      />
      <Button
        size="compact-sm"
        variant="subtle"
        mt={4}
        leftSection={<IconClipboard size={14} aria-hidden />}
        onClick={() => void paste()}
      >
        {t('paste')}
      </Button>
    </div>
  )
}
