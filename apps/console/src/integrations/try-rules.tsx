import { Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import type { operations } from '@connector/api-client'
import { useTenant } from '../app/tenant.ts'
import { ask, client } from '../api/client.ts'
import { useForm } from '../fields/form.ts'
import { usePickList } from '../fields/picks.ts'
import { TryBox } from './try-box.tsx'

type Rules = NonNullable<
  NonNullable<operations['previewRulesOnRecent']['requestBody']>['content']['application/json']['rules']
>

/** So many are told one by one; all of them are counted. */
const shown = 30

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
    mutationFn: () =>
      ask(
        client.POST('/api/tenants/{tenantId}/integrations/{integrationId}/rules/preview-recent', {
          params: { path: { tenantId, integrationId } },
          body: { rules: (values['rules'] ?? []) as Rules },
        }),
      ),
  })
  const counts = data ? [...data.rules, { id: '', name: t('none'), caught: data.none }] : []
  return (
    <TryBox text={t('rules')} isBusy={isPending} error={error} onTry={() => mutate()}>
      {data?.tried === 0 && <Text c="dimmed">{t('noConversations')}</Text>}
      {data && data.tried > 0 && (
        <>
          <ul className="plain-list" data-testid="caught">
            {counts.map(({ id, name, caught }) => (
              <li key={id}>
                <strong>{name}</strong>: {t('caught', { n: caught, all: data.tried })}
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
                {data.conversations.slice(0, shown).map(({ threadId, subject, rule, queueId, categoryId, tags }) => (
                  <tr key={threadId}>
                    <td>{subject === '' ? talk('noSubject') : subject}</td>
                    <td>{rule ?? t('none')}</td>
                    <td>
                      {nameOf(queues, queueId)}, {nameOf(categories, categoryId)}
                      {tags.length > 0 && ` (${tags.join(', ')})`}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {data.conversations.length > shown && (
            <Text size="sm" c="dimmed">
              {t('shownOf', { n: shown, all: data.conversations.length })}
            </Text>
          )}
        </>
      )}
    </TryBox>
  )
}
