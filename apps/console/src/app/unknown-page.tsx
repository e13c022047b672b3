import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { useTranslations } from 'use-intl'
import { Empty } from '../parts/states.tsx'

export function UnknownPage() {
  const t = useTranslations('page')
  const nav = useTranslations('nav')
  return (
    <Empty title={t('unknownTitle')} text={t('unknownText')}>
      <Button component={Link} href="/zgloszenia">
        {nav('conversations')}
      </Button>
    </Empty>
  )
}
