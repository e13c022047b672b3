import { Anchor, Text, Title } from '@mantine/core'
import { useFormatter, useTranslations } from 'use-intl'
import type { ConversationDetail } from '../api/queries.ts'
import { CopyText } from '../parts/copy-text.tsx'
import { panelLink } from '../page-settings.ts'
import { useTimes } from '../texts/times.ts'
import { isRecord, numberOf, records, words } from './facts.ts'
import { deliveryPart, isUnknown, ordersOf, totalWord } from './orders.ts'

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

/** The number to be copied, and the way to the carrier where EmpikPlace names one. */
function Tracking({ number, address }: { number: string; address: string }) {
  const t = useTranslations('conversations')
  return (
    <div>
      <dt>{t('tracking')}</dt>
      <dd>
        <CopyText text={number} />
        {/^https?:\/\//i.test(address) && (
          <div>
            <Anchor href={address} target="_blank" rel="noreferrer" size="sm">
              {t('track')}
            </Anchor>
          </div>
        )}
      </dd>
    </div>
  )
}

function OrderFacts({ order }: { order: Record<string, unknown> }) {
  const t = useTranslations('conversations')
  const money = useMoney()
  const stateOf = useOrderState()
  const { clock } = useTimes()
  const delivery = isRecord(order['delivery']) ? order['delivery'] : {}
  const placed = words(order['createdAt'])
  const shipBy = words(order['shipBy'])
  const currency = order['currency']
  const total = isUnknown(order, 'total') ? t('unknownAmount') : money(order['total'], currency)
  const delivered = deliveryPart(order)
  const ofDelivery = delivered === undefined ? undefined : money(delivered, currency)
  const facts: [string, string][] = [
    [t('orderState'), stateOf(words(order['state']))],
    [t('placed'), placed === '' ? '' : clock(placed)],
    [t('shipBy'), shipBy === '' ? '' : clock(shipBy)],
    [t(totalWord(order)), ofDelivery === undefined ? total : t('deliveryIn', { total, delivery: ofDelivery })],
    [t('delivery'), [words(delivery['label']), words(delivery['company'])].filter((part) => part !== '').join(', ')],
  ]
  const tracking = words(delivery['tracking'])
  return (
    <>
      {order['incident'] === true && (
        <Text size="sm" className="is-bad">
          {t('incidentText')}
        </Text>
      )}
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {tracking !== '' && <Tracking number={tracking} address={words(delivery['trackingUrl'])} />}
      </dl>
      <Title order={4} size="h6" mt="sm" mb={4}>
        {t('products')}
      </Title>
      <ul className="plain-list products">
        {records(order['lines']).map((line, index) => (
          <li key={index}>
            <div>
              {t('product', {
                n: isUnknown(line, 'quantity') ? '?' : words(line['quantity']),
                title: words(line['title']),
              })}
            </div>
            <Text size="sm" c="dimmed">
              {[
                words(line['sku']) && t('sku', { sku: words(line['sku']) }),
                isUnknown(line, 'total') ? t('unknownAmount') : money(line['total'], currency),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The orders that a conversation is about, each with its own facts and the way to it in EmpikPlace. */
export function Order({ detail }: { detail: ConversationDetail }) {
  const t = useTranslations('conversations')
  const orders = ordersOf(detail)
  return (
    <section>
      <Title order={3} size="h5">
        {t('orderTitle')}
      </Title>
      {orders.length === 0 && <Text c="dimmed">{t('noOrder')}</Text>}
      {orders.map(({ orderId, order }) => (
        <div key={orderId} className="one-order">
          <Anchor
            href={panelLink('order', { order_id: orderId, thread_id: detail.threadId })}
            target="_blank"
            rel="noreferrer"
          >
            {orderId}
          </Anchor>
          {order ? <OrderFacts order={order} /> : <Text c="dimmed">{t('noOrderYet')}</Text>}
        </div>
      ))}
      {orders.some(({ order }) => order !== undefined) && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('addressText')}
        </Text>
      )}
    </section>
  )
}
