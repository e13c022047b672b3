import { orderIdsOf, ordersOf } from '../conversation/known-orders.ts'
import type { ConversationState } from '../conversation/state.ts'
import { shorten } from '../text/shorten.ts'
import { warsawTime } from '../text/warsaw-time.ts'
import { customerIdentity, isOutsideCrm } from '../buyers/customer.ts'
import { orderText } from './order-text.ts'
import { conversationLink, fillLink, type PanelLinks } from '../settings/panel-links.ts'
import { entityText, topicText } from './topic-text.ts'

/** Thulium shows the subject in one line of a list. */
const maxSubject = 150

export function ticketSubject(state: ConversationState): string {
  const orderIds = orderIdsOf(state)
  const topic = topicText(state)
  const about =
    orderIds.length === 0
      ? entityText(state)?.short
      : `${orderIds.length === 1 ? 'zamówienie' : 'zamówienia'} ${orderIds.join(', ')}`
  const parts = [topic === '' ? 'wiadomość' : topic, ...(about === undefined ? [] : [about])]
  // A list of tickets shows neither tags nor comments.
  const outside = isOutsideCrm(state) ? ' [spoza CRM]' : ''
  return shorten(`EmpikPlace${outside}: ${parts.join(' – ')}`, maxSubject)
}

/** What the first comment of a ticket says before anything else when it takes the place of one that is gone. */
export function continuationNote({ lostTickets }: ConversationState): string[] {
  const before = lostTickets.at(-1)
  if (before === undefined) return []
  return [
    `To zgłoszenie jest dalszym ciągiem zgłoszenia nr ${before}, które usunięto albo połączono z innym. ` +
      'Wcześniejsze wiadomości tej konwersacji są w tamtym zgłoszeniu i w EmpikPlace.',
  ]
}

/** What the first comment of a ticket is made from. */
export interface TicketFacts {
  threadId: string
  shopId: string
  state: ConversationState
  links: PanelLinks
  /** For a buyer outside the CRM: the page that offers to add him. */
  addToCrmLink?: string | undefined
  /** The small page beside the ticket. */
  panelLink?: string | undefined
}

/** The values of placeholders in addresses, as far as this conversation has them; of several orders the first is taken. */
export const linkValues = ({ threadId, shopId, state, links }: TicketFacts) => {
  const [orderId] = orderIdsOf(state)
  return {
    base: links.base,
    thread_id: threadId,
    shop_id: shopId,
    ...(orderId === undefined ? {} : { order_id: orderId }),
  }
}

/** The address of one of the orders. */
export const orderLink = (facts: TicketFacts, orderId: string): string | undefined =>
  fillLink(facts.links.order, { ...linkValues(facts), order_id: orderId })

/** Links with one address become one: where the page of the order shows the conversation, or one page all orders. */
function linkLines(facts: TicketFacts): string[] {
  const conversation = conversationLink(facts.links, linkValues(facts))
  const orderIds = orderIdsOf(facts.state)
  const named = (ids: readonly string[]): string =>
    orderIds.length === 1 ? 'Zamówienie' : `${ids.length === 1 ? 'Zamówienie' : 'Zamówienia'} ${ids.join(', ')}`
  const addresses = new Map<string, string[]>()
  for (const id of orderIds) {
    const address = orderLink(facts, id)
    if (address !== undefined) addresses.set(address, [...(addresses.get(address) ?? []), id])
  }
  return [
    ...[...addresses].map(
      ([address, ids]) => `${named(ids)}${address === conversation ? ' i konwersacja' : ''} w EmpikPlace: ${address}`,
    ),
    ...(addresses.has(conversation) ? [] : [`Konwersacja w EmpikPlace: ${conversation}`]),
  ]
}

/** All orders, also those of which nothing but the number is known. */
function orderLines(state: ConversationState): string[] {
  const known = new Map(ordersOf(state).map((order) => [order.orderId, order] as const))
  return orderIdsOf(state).flatMap((id) => {
    const order = known.get(id)
    return order
      ? orderText(order)
      : [`Zamówienie: ${id} (danych jeszcze nie udało się pobrać; gdy się uda, będą w osobnym komentarzu)`]
  })
}

function customerLines({ threadId, state, addToCrmLink }: TicketFacts): string[] {
  const { id, isBuyer } = customerIdentity(threadId, state)
  if (!isBuyer) return []
  if (!isOutsideCrm(state)) return [`ID klienta EmpikPlace: ${id}`]
  return [
    `Klient spoza CRM, ID klienta EmpikPlace: ${id}`,
    ...(state.crmRefusal === undefined
      ? []
      : [`Uwaga: Thulium nie przyjęło rekordu klienta (${state.crmRefusal}), więc zgłoszenie jest bez klienta.`]),
    ...(addToCrmLink === undefined ? [] : [`Dodaj do CRM: ${addToCrmLink}`]),
  ]
}

/** The first comment of a ticket: what an agent wants beside the conversation. */
export function ticketComment(facts: TicketFacts): string {
  const { state } = facts
  const entity = entityText(state)
  const [first] = state.messages
  return [
    ...(entity ? [entity.long] : []),
    ...orderLines(state),
    ...linkLines(facts),
    ...(facts.panelLink === undefined ? [] : [`Podgląd konwersacji (30 dni): ${facts.panelLink}`]),
    ...customerLines(facts),
    ...(first ? [`Pierwsza wiadomość: ${warsawTime(first.sentAt)}`] : []),
  ].join('\n')
}

/** For the agent and whoever set the integration up: which of their fields the ticket lacks. */
export const leftOutNote = (fields: readonly string[]): string[] =>
  fields.map(
    (name) =>
      `Uwaga: Thulium nie ma pola zgłoszenia „${name}”, więc nie zostało wypełnione. Utwórz je albo popraw nazwę w ustawieniach integracji.`,
  )

/** What of a ticket Thulium refused, though the ticket itself it took. */
export type Refused =
  | { what: 'field'; name: string }
  | { what: 'source'; value: string; instead: string }
  | { what: 'tags'; values: readonly string[] }
  | { what: 'category'; id: number }
  | { what: 'queue'; id: number }
  | { what: 'customer'; id: number }

/** For the agent and whoever set the integration up: what the ticket lacks, since Thulium would not have it. */
export function refusedNote(refused: Refused): string {
  switch (refused.what) {
    case 'field':
      return `Uwaga: Thulium nie przyjęło wartości pola zgłoszenia „${refused.name}”, więc nie zostało wypełnione.`
    case 'source':
      return `Uwaga: Thulium nie przyjęło źródła „${refused.value}”, więc zgłoszenie ma źródło „${refused.instead}”. Popraw źródło w ustawieniach integracji.`
    case 'tags':
      return `Uwaga: Thulium nie przyjęło tagów (${refused.values.join(', ')}), więc zgłoszenie ich nie ma.`
    case 'category':
      return `Uwaga: Thulium nie przyjęło kategorii nr ${refused.id}, więc zgłoszenie jej nie ma. Popraw kategorię w ustawieniach integracji.`
    case 'queue':
      return `Uwaga: Thulium nie przyjęło kolejki nr ${refused.id}, więc zgłoszenie trafiło do kolejki skrzynki. Popraw kolejkę w ustawieniach integracji.`
    case 'customer':
      return `Uwaga: Thulium nie przyjęło klienta (rekord CRM nr ${refused.id}), więc zgłoszenie jest bez klienta. Przypnij je do rekordu w panelu.`
  }
}

/**
 * One sender address per conversation, on a domain that accepts and drops all mail: a ticket's answers are e-mailed
 * to its `from`, and must never reach a real person (docs/outside/thulium.md: tickets).
 */
export const sinkAddress = (threadId: string, domain: string): string =>
  `empik-${threadId
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '')
    .slice(0, 48)}@${domain}`
