import { Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import type { operations } from '@connector/api-client'
import { useTenant } from '../app/tenant.ts'
import { ask, client } from '../api/client.ts'
import { useForm } from '../fields/form.ts'
import { usePickList } from '../fields/picks.ts'
import { recentConversations } from './recent.ts'
import { TryBox } from './try-box.tsx'

type Rules = NonNullable<NonNullable<operations['previewRules']['requestBody']>['content']['application/json']['rules']>

/** Which rule would have decided on the last conversations, by the very code that decides. */
export function TryRules({ integrationId }: { integrationId: string }) {
  const t = useTranslations('integrations.try')
  const talk = useTranslations('conversations')
  const { tenantId } = useTenant()
  const { values } = useForm()
  const queues = usePickList('queues').data?.items ?? []
  const categories = usePickList('categories').data?.items ?? []
  const nameOf = (items: { value: string; label: string }[], id: number): string =>
    items.find(({ value }) => value === String(id))?.label ?? String(id)
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: async () => {
      const rules = (values['rules'] ?? []) as Rules
      const recent = await recentConversations(tenantId, integrationId)
      return Promise.all(
        recent.map(async (row) => ({
          row,
          ...(await ask(
            client.POST('/api/tenants/{tenantId}/integrations/{integrationId}/rules/preview', {
              params: { path: { tenantId, integrationId } },
              body: { threadId: row.threadId, rules },
            }),
          )),
        })),
      )
    },
  })
  const counts = new Map<string, number>()
  for (const { decision } of data ?? []) {
    const name = decision.rule?.name ?? t('none')
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return (
    <TryBox text={t('rules')} isBusy={isPending} error={error} onTry={() => mutate()}>
      {data?.length === 0 && <Text c="dimmed">{t('noConversations')}</Text>}
      {data && data.length > 0 && (
        <>
          <ul className="plain-list" data-testid="caught">
            {[...counts].map(([name, n]) => (
              <li key={name}>
                <strong>{name}</strong>: {t('caught', { n, all: data.length })}
              </li>
            ))}
          </ul>
          <div className="scroll-x">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('conversation')}</th>
                  <th scope="col">{t('decides')}</th>
                  <th scope="col">{t('goesTo')}</th>
                </tr>
              </thead>
              <tbody>
                {data.map(({ row, decision }) => (
                  <tr key={row.threadId}>
                    <td>{row.subject === '' ? talk('noSubject') : row.subject}</td>
                    <td>{decision.rule?.name ?? t('none')}</td>
                    <td>
                      {nameOf(queues, decision.queueId)}, {nameOf(categories, decision.categoryId)}
                      {decision.tags.length > 0 && ` (${decision.tags.join(', ')})`}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </TryBox>
  )
}
