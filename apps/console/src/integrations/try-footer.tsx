import { Title } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { useForm } from '../fields/form.ts'
import { valueAt } from '../fields/paths.ts'

/** An answer with the footer under it, as the customer will see it. */
export function TryFooter() {
  const t = useTranslations('integrations.try')
  const footer = valueAt(useForm().values, 'replies.footer')
  const text = typeof footer === 'string' && footer.trim() !== '' ? `\n\n${footer.trim()}` : ''
  return (
    <section className="item item-fields">
      <Title order={3} size="h5" mb="xs">
        {t('footer')}
      </Title>
      <div className="as-written">{`${t('footerSample')}${text}`}</div>
    </section>
  )
}
