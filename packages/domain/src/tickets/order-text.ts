import type { OrderRecorded } from '../events/conversation-events.ts'
import { orderStateWords } from '../words/order-states.ts'
import { oneLine } from '../text/one-line.ts'
import { shorten } from '../text/shorten.ts'
import { warsawTime } from '../text/warsaw-time.ts'

/** A comment of 100 lines is read by nobody; the rest is a click away. */
const mostLines = 30

/** Whether a Thulium text field is cut or refused beyond some length is not documented; 255 is the commonest limit. */
const longestField = 250

/** `12 345,90 zł`, with plain blanks: Thulium's search knows no others. */
function money(amount: number, currency: string): string {
  const style = /^[A-Z]{3}$/.test(currency) ? ({ style: 'currency', currency } as const) : {}
  const format = new Intl.NumberFormat('pl-PL', { minimumFractionDigits: 2, maximumFractionDigits: 2, ...style })
  return format.format(amount).replace(/[\u00a0\u202f]/g, ' ')
}

type Line = OrderRecorded['lines'][number]

const unknownAmount = 'kwota nieznana'

/** Whether these amounts of a line could be read. */
export const isKnown = ({ unknown = [] }: Pick<Line, 'unknown'>, ...names: NonNullable<Line['unknown']>): boolean =>
  names.every((name) => !unknown.includes(name))

function lineText(line: Line, currency: string): string {
  const { title, sku, quantity, unitPrice, total } = line
  const amount = (name: 'unitPrice' | 'total', value: number): string =>
    isKnown(line, name) ? money(value, currency) : unknownAmount
  const ofOne = isKnown(line, 'quantity') && quantity === 1
  const isUnpriced = !isKnown(line, 'unitPrice') && !isKnown(line, 'total')
  const price =
    ofOne || isUnpriced
      ? amount('total', total)
      : `${amount('unitPrice', unitPrice)} za sztukę, razem ${amount('total', total)}`
  return `${isKnown(line, 'quantity') ? quantity : '?'} × ${oneLine(title) || '(produkt bez nazwy)'} – ${price}${sku === '' ? '' : ` (SKU ${sku})`}`
}

function deliveryText({ label, company, tracking, trackingUrl }: OrderRecorded['delivery']): string {
  const parts = [label, company, tracking === '' ? '' : `przesyłka ${tracking}`, trackingUrl]
  return parts.filter((part) => part !== '').join(', ')
}

/** `… i 3 kolejne`, `… i 70 kolejnych`. */
export function andMore(count: number): string {
  const few = count % 10 >= 2 && count % 10 <= 4 && (count % 100 < 12 || count % 100 > 14)
  return `… i ${count} ${count === 1 ? 'kolejny' : few ? 'kolejne' : 'kolejnych'}`
}

/** Half a grosz: sums of decimal fractions are not exact. */
const rounding = 0.005

/** Whether a total is more than the products cost, so that it has the delivery in it. */
export const isWithDelivery = ({
  total,
  totalUnknown,
  lines,
}: Pick<OrderRecorded, 'total' | 'totalUnknown' | 'lines'>): boolean =>
  totalUnknown !== true &&
  lines.length > 0 &&
  lines.every((line) => isKnown(line, 'total')) &&
  total - lines.reduce((sum, line) => sum + line.total, 0) > rounding

/** An order as an agent wants to see it: number, state, what was bought, what it cost, how it travels. */
export function orderText(order: OrderRecorded): string[] {
  const { orderId, commercialId, state, createdAt, lines, currency } = order
  const purchase = commercialId !== '' && commercialId !== orderId ? ` (zakup ${commercialId})` : ''
  const placed = createdAt === undefined ? '' : `, złożone ${warsawTime(createdAt)}`
  const delivery = deliveryText(order.delivery)
  return [
    `Zamówienie: ${orderId}${purchase}`,
    `Stan: ${orderStateWords(state).pl}${placed}`,
    ...(lines.length === 0 ? [] : ['Produkty:']),
    ...lines.slice(0, mostLines).map((line) => `• ${lineText(line, currency)}`),
    ...(lines.length > mostLines ? [andMore(lines.length - mostLines)] : []),
    `${isWithDelivery(order) ? 'Razem z dostawą' : 'Razem'}: ${order.totalUnknown === true ? unknownAmount : money(order.total, currency)}`,
    ...(delivery === '' ? [] : [`Dostawa: ${delivery}`]),
  ]
}

/** As many as there is room for in a custom field, at least one, and how many more there are. */
function inField(items: readonly string[]): string {
  const all = items.join('; ')
  if (all.length <= longestField) return all
  for (let kept = items.length - 1; kept > 0; kept--) {
    const text = `${items.slice(0, kept).join('; ')} ${andMore(items.length - kept)}`
    if (text.length <= longestField) return text
  }
  const more = items.length > 1 ? ` ${andMore(items.length - 1)}` : ''
  return shorten(items[0] ?? '', longestField - more.length) + more
}

const isAlone = (orders: readonly OrderRecorded[]): boolean => orders.length === 1

/** The products of all orders in one line, for a custom field; the whole list stands in the ticket's comment. */
export const productsField = (orders: readonly OrderRecorded[]): string =>
  inField(
    orders.flatMap(({ orderId, lines, currency }) =>
      lines.map((line) => `${isAlone(orders) ? '' : `${orderId}: `}${lineText(line, currency)}`),
    ),
  )

/** The states of all orders, for a custom field. */
export const statesField = (orders: readonly OrderRecorded[]): string =>
  inField(orders.map(({ orderId, state }) => `${isAlone(orders) ? '' : `${orderId}: `}${orderStateWords(state).pl}`))

/** Numbers or addresses of all orders, for a custom field. */
export const listField = (values: readonly string[]): string => inField(values)
