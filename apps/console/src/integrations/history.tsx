import { useQuery } from '@tanstack/react-query'
import { Stack, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import { anybody, changesQuery } from '../api/queries.ts'
import { textAt, valueAt, type Values } from '../fields/paths.ts'
import { usePathWords, useSettingsSchema, type Setting } from '../fields/schema.ts'
import { Empty, Failed, Loading } from '../parts/states.tsx'
import { useTimes } from '../texts/times.ts'
import { useValueWords } from './value-words.ts'

/** Who changed what and when, the newest first. Keys and passwords are in no event, so they are not here. */
export function History({
  integrationId,
  schema,
  settings,
}: {
  integrationId: string
  schema: Setting
  settings: Values
}) {
  const t = useTranslations('integrations.history')
  const audit = useTranslations('audit')
  const { tenantId } = useTenant()
  const { clock, full } = useTimes()
  const account = useSettingsSchema('thulium')
  // The Thulium account is changed for all of its shops, so its changes stand here too.
  const root = { ...schema, properties: { ...account?.properties, ...schema.properties } }
  const privacy = useTranslations('privacy')
  const settingWords = usePathWords(root, (list, id) => {
    const items = valueAt(settings, list)
    return Array.isArray(items)
      ? textAt(
          items.find((item) => textAt(item, 'id') === id),
          'name',
        ) || undefined
      : undefined
  })
  // Of the account too, and no setting of the schema.
  const pathWords = (path: readonly string[]): string =>
    path.join('.') === 'retention.months' ? privacy('months') : settingWords(path)
  const say = useValueWords(root)
  const { data, error, isPending, refetch } = useQuery(changesQuery(tenantId, integrationId))
  if (isPending) return <Loading />
  if (!data) return <Failed error={error} onRetry={() => void refetch()} />
  if (data.items.length === 0) return <Empty title={t('empty')} />
  return (
    <Stack>
      {data.items.map((change, index) => (
        <section key={index} className="item" data-testid="change">
          <Text fw={600}>
            {t.has(`what.${change.what}`) ? t(`what.${change.what}`) : change.what}{' '}
            <time dateTime={change.at} title={full(change.at)} className="quiet">
              {clock(change.at)}
            </time>
            {change.by !== null && (
              <span className="quiet">
                {' · '}
                {change.by.name === anybody ? audit('anybody') : t('by', { name: change.by.name })}
              </span>
            )}
          </Text>
          {change.fields.length > 0 && (
            <div className="scroll-x">
              <table className="table is-wide">
                <thead>
                  <tr>
                    <th scope="col">{t('setting')}</th>
                    <th scope="col">{t('from')}</th>
                    <th scope="col">{t('to')}</th>
                  </tr>
                </thead>
                <tbody>
                  {change.fields
                    .map(({ path, from, to }) => ({ path, was: say(from, path), is: say(to, path) }))
                    // Nothing and an empty list are the same to people.
                    .filter(({ was, is }) => was !== is)
                    .map(({ path, was, is }) => (
                      <tr key={path.join('.')}>
                        <th scope="row">{pathWords(path)}</th>
                        <td className="as-written whole" data-label={t('from')}>
                          {was}
                        </td>
                        <td className="as-written" data-label={t('to')}>
                          {is}
                        </td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </div>
          )}
        </section>
      ))}
    </Stack>
  )
}
