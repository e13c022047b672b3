import type { ConversationState } from '../conversation/state.ts'
import { shorten } from '../text/shorten.ts'
import { warsawTime } from '../text/warsaw-time.ts'
import { customerIdentity, isOutsideCrm } from '../buyers/customer.ts'
import { orderText } from './order-text.ts'
import { conversationLink, fillLink, type PanelLinks } from '../settings/panel-links.ts'
import { isOrder } from '../words/mirakl.ts'
import { entityText, topicText } from './topic-text.ts'

/** Thulium shows the subject in one line of a list. */
const maxSubject = 150

export const orderIdOf = (state: ConversationState): string | undefined =>
  state.order?.orderId ?? state.thread?.entities.find(isOrder)?.id

export function ticketSubject(state: ConversationState): string {
  const orderId = orderIdOf(state)
  const topic = topicText(state)
  const about = orderId === undefined ? entityText(state)?.short : `zamówienie ${orderId}`
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
}

/** The values of placeholders in addresses, as far as this conversation has them. */
export const linkValues = ({ threadId, shopId, state, links }: TicketFacts) => {
  const orderId = orderIdOf(state)
  return {
    base: links.base,
    thread_id: threadId,
    shop_id: shopId,
    ...(orderId === undefined ? {} : { order_id: orderId }),
  }
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
  const { state, links } = facts
  const orderId = orderIdOf(state)
  const values = linkValues(facts)
  const orderAddress = orderId === undefined ? undefined : fillLink(links.order, values)
  const entity = entityText(state)
  const [first] = state.messages
  return [
    ...(entity ? [entity.long] : []),
    ...(state.order ? orderText(state.order) : orderId === undefined ? [] : [`Zamówienie: ${orderId}`]),
    ...(orderAddress === undefined ? [] : [`Zamówienie w EmpikPlace: ${orderAddress}`]),
    `Konwersacja w EmpikPlace: ${conversationLink(links, values)}`,
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
