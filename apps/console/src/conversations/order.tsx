import { Anchor, Text, Title } from '@mantine/core'
import { useFormatter, useTranslations } from 'use-intl'
import type { ConversationDetail } from '../api/queries.ts'
import { panelLink } from '../page-settings.ts'
import { useTimes } from '../texts/times.ts'
import { isRecord, numberOf, records, words } from './facts.ts'
import { orderOf } from './messages.ts'

function useMoney(): (amount: unknown, currency: unknown) => string {
  const format = useFormatter()
  return (amount, currency) => {
    const value = numberOf(amount)
    if (value === undefined) return ''
    const code = words(currency)
    // A currency that the browser does not know would throw.
    return /^[A-Z]{3}$/.test(code) ? format.number(value, { style: 'currency', currency: code }) : format.number(value)
  }
}

/** EmpikPlace's own word for a state; one that is not known here is shown as it came. */
function useOrderState(): (state: string) => string {
  const t = useTranslations('conversations.orderStates')
  return (state) => (t.has(state as 'SHIPPED') ? t(state as 'SHIPPED') : state)
}

function OrderFacts({ order }: { order: Record<string, unknown> }) {
  const t = useTranslations('conversations')
  const money = useMoney()
  const stateOf = useOrderState()
  const { clock } = useTimes()
  const delivery = isRecord(order['delivery']) ? order['delivery'] : {}
  const placed = words(order['createdAt'])
  const currency = order['currency']
  const facts: [string, string][] = [
    [t('orderState'), stateOf(words(order['state']))],
    [t('placed'), placed === '' ? '' : clock(placed)],
    [t('total'), money(order['total'], currency)],
    [t('delivery'), [words(delivery['label']), words(delivery['company'])].filter((part) => part !== '').join(', ')],
    [t('tracking'), words(delivery['tracking'])],
  ]
  return (
    <>
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <Title order={4} size="h6" mt="sm" mb={4}>
        {t('products')}
      </Title>
      <ul className="plain-list products">
        {records(order['lines']).map((line, index) => (
          <li key={index}>
            <div>{t('product', { n: words(line['quantity']), title: words(line['title']) })}</div>
            <Text size="sm" c="dimmed">
              {[words(line['sku']) && t('sku', { sku: words(line['sku']) }), money(line['total'], currency)]
                .filter((part) => part !== '')
                .join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The order that a conversation is about, with the way to it in EmpikPlace. */
export function Order({ detail }: { detail: ConversationDetail }) {
  const t = useTranslations('conversations')
  const { orderId, threadId } = detail
  const order = orderOf(detail.events)
  return (
    <section>
      <Title order={3} size="h5">
        {t('orderTitle')}
      </Title>
      {orderId === null ? (
        <Text c="dimmed">{t('noOrder')}</Text>
      ) : (
        <Anchor href={panelLink('order', { order_id: orderId, thread_id: threadId })} target="_blank" rel="noreferrer">
          {orderId}
        </Anchor>
      )}
      {orderId !== null && !order && <Text c="dimmed">{t('noOrderYet')}</Text>}
      {order && <OrderFacts order={order} />}
    </section>
  )
}
