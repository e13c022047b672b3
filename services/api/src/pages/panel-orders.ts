import { shorten } from '@connector/domain/text'
import { andMore, isKnown, isWithDelivery } from '@connector/domain/tickets'
import { orderStateName } from '@connector/domain/words'
import type { PanelOrder } from '../reads/panel.ts'
import { html, type Html } from './html.ts'
import type { Language } from './page.ts'
import { clock } from './warsaw-clock.ts'

const texts = {
  pl: {
    order: 'Zamówienie',
    orders: 'Zamówienia',
    noOrder: 'Konwersacja nie dotyczy zamówienia.',
    noData: 'danych jeszcze nie ma',
    total: 'Razem',
    totalWithDelivery: 'Razem z dostawą',
    tracking: 'Numer przesyłki',
    incident: 'Klient zgłosił w EmpikPlace incydent do tego zamówienia.',
    shipBy: 'Wyślij do',
    delivery: 'Dostawa',
    more: andMore,
    unknownAmount: 'kwota nieznana',
  },
  en: {
    order: 'Order',
    orders: 'Orders',
    noOrder: 'The conversation is about no order.',
    noData: 'its data are not there yet',
    total: 'Total',
    totalWithDelivery: 'Total with delivery',
    tracking: 'Parcel number',
    incident: 'The customer has opened an incident about this order at EmpikPlace.',
    shipBy: 'Ship by',
    delivery: 'Delivery',
    unknownAmount: 'amount unknown',
    more: (count: number) => `… and ${count} more`,
  },
} as const

export const moreOf = (count: number, language: Language): string => texts[language].more(count)

export const ordersTitle = (orders: readonly PanelOrder[], language: Language): string =>
  orders.length > 1 ? texts[language].orders : texts[language].order

/** A bare number where an order names no currency, as in the ticket. */
const money = (amount: number, currency: string, language: Language): string =>
  new Intl.NumberFormat(
    language,
    /^[A-Z]{3}$/.test(currency)
      ? { style: 'currency', currency }
      : { minimumFractionDigits: 2, maximumFractionDigits: 2 },
  ).format(amount)

/** With these the page stays under 40 kB, whatever a conversation is about; what is beyond is counted. */
const mostOrders = 8
const mostNumbers = 20
const mostProducts = 20
const longestTitle = 80
const longestCode = 40

const named = (orderId: string, link: string | undefined): Html =>
  link === undefined ? html`<strong>${orderId}</strong>` : html`<a href="${link}"><strong>${orderId}</strong></a>`

/** @param room how many products there is room for */
function orderText({ orderId, order, link }: PanelOrder, room: number, language: Language): Html {
  const says = texts[language]
  if (!order) return html`<p>${named(orderId, link)} · ${says.noData}</p>`
  const { state, lines, currency, total, totalUnknown, delivery, incident, shipBy } = order
  const carrier = [delivery.label, delivery.company].filter((part) => part !== '').join(', ')
  const shown = lines.slice(0, room)
  return html`<p>${named(orderId, link)} · ${orderStateName(state)[language]}</p>
    ${incident === true ? html`<p><strong>${says.incident}</strong></p>` : ''}
    ${shipBy === undefined ? '' : html`<p>${says.shipBy} ${clock(shipBy, language)}</p>`}
    <ul>
      ${shown.map((line) => html`<li>${isKnown(line, 'quantity') ? line.quantity : '?'} × ${shorten(line.title, longestTitle)} (${isKnown(line, 'total') ? money(line.total, currency, language) : says.unknownAmount})${line.sku === '' ? '' : `, SKU ${shorten(line.sku, longestCode)}`}</li>`)}
      ${lines.length > shown.length ? html`<li>${moreOf(lines.length - shown.length, language)}</li>` : ''}
    </ul>
    <p>
      ${isWithDelivery(order) ? says.totalWithDelivery : says.total}:
      ${totalUnknown === true ? says.unknownAmount : money(total, currency, language)}
    </p>
    <p>${says.delivery}: ${carrier === '' ? '—' : shorten(carrier, longestTitle)}</p>
    ${delivery.tracking === '' ? '' : html`<p>${says.tracking}: ${shorten(delivery.tracking, longestCode)}</p>`}`
}

/** All orders of the conversation, the first ones with all that is known of them, further ones by their numbers. */
export function ordersText(orders: readonly PanelOrder[], language: Language): Html {
  const says = texts[language]
  if (orders.length === 0) return html`<p>${says.noOrder}</p>`
  const further = orders.slice(mostOrders, mostOrders + mostNumbers)
  const uncounted = orders.length - mostOrders - further.length
  let room = mostProducts
  const inFull = orders.slice(0, mostOrders).map((one) => {
    const text = orderText(one, room, language)
    room = Math.max(0, room - (one.order?.lines.length ?? 0))
    return text
  })
  return html`${inFull}
  ${further.length === 0 ? '' : html`<p>${further.map(({ orderId, link }) => html`${named(orderId, link)} `)}</p>`}
  ${uncounted > 0 ? html`<p>${moreOf(uncounted, language)}</p>` : ''}`
}
