import { useQuery } from '@tanstack/react-query'
import { Stack, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import { changesQuery } from '../api/queries.ts'
import { usePathWords, type Setting } from '../fields/schema.ts'
import { Empty, Failed, Loading } from '../parts/states.tsx'
import { useTimes } from '../texts/times.ts'
import { useValueWords } from './value-words.ts'

/** Who changed what and when, the newest first. Keys and passwords are in no event, so they are not here. */
export function History({ integrationId, schema }: { integrationId: string; schema: Setting }) {
  const t = useTranslations('integrations.history')
  const { tenantId } = useTenant()
  const { clock, full } = useTimes()
  const pathWords = usePathWords(schema)
  const say = useValueWords()
  const { data, error, isPending, refetch } = useQuery(changesQuery(tenantId, integrationId))
  if (isPending) return <Loading />
  if (!data) return <Failed error={error} onRetry={() => void refetch()} />
  if (data.items.length === 0) return <Empty title={t('empty')} />
  return (
    <Stack>
      {data.items.map((change, index) => (
        <section key={index} className="item">
          <Text fw={600}>
            {t.has(`what.${change.what}`) ? t(`what.${change.what}`) : change.what}{' '}
            <time dateTime={change.at} title={full(change.at)} className="quiet">
              {clock(change.at)}
            </time>
            {change.by !== null && <span className="quiet"> · {t('by', { name: change.by.name })}</span>}
          </Text>
          {change.fields.length > 0 && (
            <div className="scroll-x">
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{t('setting')}</th>
                    <th scope="col">{t('from')}</th>
                    <th scope="col">{t('to')}</th>
                  </tr>
                </thead>
                <tbody>
                  {change.fields.map(({ path, from, to }) => (
                    <tr key={path.join('.')}>
                      <th scope="row">{pathWords(path)}</th>
                      <td className="as-written">{say(from)}</td>
                      <td className="as-written">{say(to)}</td>
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
