import { ActionIcon, Button, Group, Text, useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconKeyboard, IconLogout, IconMoon, IconSun } from '@tabler/icons-react'
import { useLocale, useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { signOut, useSession } from '../api/session.ts'
import { useStatus } from '../api/queries.ts'
import { LevelMark } from '../parts/level-mark.tsx'
import { useLanguageSwitch } from './language-switch.ts'
import { useTenant } from './tenant.ts'

const colours = {
  auto: { next: 'light', Icon: IconDeviceDesktop },
  light: { next: 'dark', Icon: IconSun },
  dark: { next: 'auto', Icon: IconMoon },
} as const

export function ColourSwitch() {
  const t = useTranslations('app')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { next, Icon } = colours[colorScheme]
  const label = `${t('colour')}: ${t(colorScheme)}`
  return (
    <ActionIcon
      variant="default"
      size="lg"
      onClick={() => setColorScheme(next)}
      aria-label={label}
      title={label}
      data-testid="colour"
    >
      <Icon size={18} aria-hidden />
    </ActionIcon>
  )
}

export function LanguageButton() {
  const t = useTranslations('app')
  const other = useLocale() === 'pl' ? 'en' : 'pl'
  const change = useLanguageSwitch()
  return (
    <Button
      variant="default"
      size="xs"
      px={8}
      h="2.1rem"
      lang={other}
      onClick={() => change(other)}
      data-testid="language"
    >
      {t('languageOther')}
    </Button>
  )
}

/** How the page looks, where there is no navigation yet to choose it in. */
export function LooksAlone() {
  return (
    <Group justify="flex-end" gap="xs">
      <LanguageButton />
      <ColourSwitch />
    </Group>
  )
}

/** In the demonstration nobody has signed in. */
export function SignOut() {
  const t = useTranslations('app')
  const { session } = useSession()
  return (
    session && (
      <ActionIcon variant="default" size="lg" onClick={signOut} aria-label={t('signOut')} title={t('signOut')}>
        <IconLogout size={18} aria-hidden />
      </ActionIcon>
    )
  )
}

/** How the shops do together, who works here, and how the page looks. */
export function Foot({ onHelp }: { onHelp: () => void }) {
  const t = useTranslations('app')
  const jump = useTranslations('jump')
  const status = useTranslations('status.summary')
  const { tenantId } = useTenant()
  const { data } = useStatus()
  const level = data?.summary.level
  // Of several shops the worst is named; of one everybody knows which it is, and where all is well none is meant.
  const worst =
    data && data.integrations.length > 1 && level !== 'ok'
      ? data.integrations.find(({ health }) => health.level === level)
      : undefined
  return (
    <div className="foot">
      {data && data.integrations.length > 0 && (
        <Link href={worst ? `/status/${worst.integrationId}` : '/status'} className="name-link">
          <LevelMark level={data.summary.level}>
            {status(data.summary.level)}
            {worst && `: ${worst.name}`}
          </LevelMark>
        </Link>
      )}
      <Text size="xs" c="dimmed" className="anyhow">
        {t('account', { name: tenantId })}
      </Text>
      <Group gap={6}>
        <LanguageButton />
        <ColourSwitch />
        <ActionIcon
          variant="default"
          size="lg"
          onClick={onHelp}
          aria-label={jump('keys')}
          title={`${jump('keys')} (?)`}
        >
          <IconKeyboard size={18} aria-hidden />
        </ActionIcon>
        <SignOut />
      </Group>
    </div>
  )
}
