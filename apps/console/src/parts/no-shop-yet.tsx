import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from 'wouter'
import { useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import { Empty } from './states.tsx'

/** Wherever nothing can be there before a shop is connected: what to do first, and the way there. */
export function NoShopYet() {
  const t = useTranslations('integrations')
  const { may } = useTenant()
  return (
    <Empty title={t('empty')} text={t('emptyText')}>
      {may('config') && (
        <Button component={Link} href="/integracje/nowa" leftSection={<IconPlus size={16} aria-hidden />}>
          {t('add')}
        </Button>
      )}
    </Empty>
  )
}
