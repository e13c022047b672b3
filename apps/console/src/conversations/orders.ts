import type { ConversationDetail, TimelineEvent } from '../api/queries.ts'
import { isRecord, listOf, numberOf, records } from './facts.ts'

type Data = TimelineEvent['data']

/** All orders that a conversation is about, each as the log told of it last; undefined until the log tells of it. */
export const ordersOf = ({ orderIds, events }: Pick<ConversationDetail, 'orderIds' | 'events'>) =>
  orderIds.map((orderId) => ({
    orderId,
    order: events.findLast(
      ({ type, data }) => type === 'OrderRecorded' && isRecord(data) && data['orderId'] === orderId,
    )?.data,
  }))

/** Half a grosz: sums of decimal fractions are not exact. */
const rounding = 0.005

/** What could not be read of an order or of one of its lines: the number in its place means nothing. */
export const isUnknown = (data: Data, name: 'total' | 'quantity'): boolean =>
  data['totalUnknown'] === true || listOf(data['unknown']).includes(name)

/** What a total is more than the products cost; undefined where it is not, or nothing is known of the products. */
export function deliveryPart(order: Data): number | undefined {
  const lines = records(order['lines']).map((line) => (isUnknown(line, 'total') ? NaN : (numberOf(line['total']) ?? 0)))
  const products = lines.reduce((sum, one) => sum + one, 0)
  const more = (isUnknown(order, 'total') ? NaN : (numberOf(order['total']) ?? 0)) - products
  return lines.length > 0 && more > rounding ? more : undefined
}

/** As in the ticket: a total that is more than the products cost has the delivery in it. */
export const totalWord = (order: Data): 'total' | 'totalWithDelivery' =>
  deliveryPart(order) === undefined ? 'total' : 'totalWithDelivery'

/** What a line of the list says of the orders: the first, and how many more there are. */
export function ordersInShort([first, ...others]: readonly string[]) {
  if (first === undefined) return undefined
  return { key: others.length === 0 ? 'order' : 'orders', values: { n: first, more: others.length } } as const
}
