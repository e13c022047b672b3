import { Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import type { operations } from '@connector/api-client'
import { useTenant } from '../app/tenant.ts'
import { ask, client } from '../api/client.ts'
import { useForm } from '../fields/form.ts'
import { useTimes } from '../texts/times.ts'
import { recentConversations } from './recent.ts'
import { TryBox } from './try-box.tsx'

export type PreviewBody = NonNullable<operations['previewAutoReplies']['requestBody']>['content']['application/json']

/** The settings of automatic answers as they stand on the page, saved or not. */
export const draftsOf = (values: Record<string, unknown>) =>
  ({
    autoReplies: values['autoReplies'] ?? [],
    businessHours: values['businessHours'],
    holidays: values['holidays'],
  }) as Pick<PreviewBody, 'autoReplies' | 'businessHours' | 'holidays'>

export function TryAutoReplies({ integrationId }: { integrationId: string }) {
  const t = useTranslations('integrations.try')
  const talk = useTranslations('conversations')
  const language = useLocale()
  const { tenantId } = useTenant()
  const { values } = useForm()
  const { clock } = useTimes()
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: async () => {
      const recent = await recentConversations(tenantId, integrationId)
      return Promise.all(
        recent.map(async (row) => ({
          row,
          ...(await ask(
            client.POST('/api/tenants/{tenantId}/integrations/{integrationId}/auto-replies/preview', {
              params: { path: { tenantId, integrationId } },
              body: { threadId: row.threadId, ...draftsOf(values) },
            }),
          )),
        })),
      )
    },
  })
  return (
    <TryBox text={t('replies')} isBusy={isPending} error={error} onTry={() => mutate()}>
      {data?.length === 0 && <Text c="dimmed">{t('noConversations')}</Text>}
      {data && data.length > 0 && (
        <div className="scroll-x">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('conversation')}</th>
                <th scope="col">{t('wouldGet')}</th>
              </tr>
            </thead>
            <tbody>
              {data.map(({ row, reply, silence, autoReplies }) => (
                <tr key={row.threadId}>
                  <td>{row.subject === '' ? talk('noSubject') : row.subject}</td>
                  <td className="as-written">
                    {reply
                      ? `${reply.name} (${clock(reply.sendAt)}): ${reply.text}`
                      : t('nothing', { why: silence?.why[language] ?? autoReplies[0]?.why[language] ?? '' })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </TryBox>
  )
}
