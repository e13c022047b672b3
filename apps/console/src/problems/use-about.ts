import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ask, client } from '../api/client.ts'
import type { Conversation } from '../api/queries.ts'
import { useTenant } from '../app/tenant.ts'
import { isOfOperator } from '../conversations/of-operator.ts'
import type { Parked } from './groups.ts'

/** As many as a page of the API has; of what is beyond only the ticket is named. */
const atOnce = 200

const keyOf = ({ integrationId, threadId }: Pick<Conversation, 'integrationId' | 'threadId'>): string =>
  `${integrationId}/${threadId}`

/** For whom something was meant: the customer and what he wrote about, for whoever may read that. */
export function useAbout(): (item: Parked) => string | undefined {
  const t = useTranslations('conversations')
  const { tenantId, may } = useTenant()
  const { data } = useQuery({
    queryKey: ['conversations', 'parked', tenantId],
    enabled: may('conversations:read'),
    queryFn: () =>
      ask(
        client.GET('/api/tenants/{tenantId}/conversations', {
          params: { path: { tenantId }, query: { parked: 'true', limit: atOnce } },
        }),
      ),
  })
  const rows = new Map(data?.items.map((row) => [keyOf(row), row]))
  return (item) => {
    const row = rows.get(keyOf(item))
    return (
      row &&
      `${row.customerName ?? t(isOfOperator(row) ? 'who.operator' : 'noName')} · ${row.subject === '' ? t('noSubject') : row.subject}`
    )
  }
}
