import { orderStateName } from '@connector/domain/words'
import type { PanelView } from '../reads/panel.ts'
import { html, type Html } from './html.ts'
import type { Language, Page, Words } from './page.ts'

const texts = {
  pl: {
    clock: 'Czas na odpowiedź',
    noClock: 'EmpikPlace nie czeka na odpowiedź.',
    since: 'EmpikPlace czeka od',
    due: 'Odpowiedz do',
    late: 'Termin minął',
    order: 'Zamówienie',
    noOrder: 'Konwersacja nie dotyczy zamówienia albo jego danych jeszcze nie ma.',
    tracking: 'Numer przesyłki',
    delivery: 'Dostawa',
    client: 'Klient',
    noName: 'Klient bez nazwiska',
    id: 'ID klienta EmpikPlace',
    outside: 'Klient spoza CRM.',
    add: 'Dodaj do CRM',
    files: 'Pliki konwersacji',
    noFiles: 'Klient nie przysłał plików.',
    of: 'z',
    last: 'Ostatnie wiadomości',
    who: { customer: 'Klient', seller: 'Obsługa', operator: 'Operator', unknown: 'Nieznany nadawca' },
    delivered: {
      'in-ticket': 'w zgłoszeniu',
      'to-ticket': 'w drodze do zgłoszenia',
      sent: 'dotarła do EmpikPlace',
      waiting: 'czeka na wysłanie',
      refused: 'nie wysłano',
      withdrawn: 'cofnięta',
    },
    others: 'Inne konwersacje tego klienta',
    noOthers: 'Nie ma innych.',
    noSubject: '(bez tematu)',
    asOf: 'Stan na',
  },
  en: {
    clock: 'Time to answer',
    noClock: 'EmpikPlace does not wait for an answer.',
    since: 'EmpikPlace has waited since',
    due: 'Answer by',
    late: 'Overdue since',
    order: 'Order',
    noOrder: 'The conversation is about no order, or its data are not there yet.',
    tracking: 'Parcel number',
    delivery: 'Delivery',
    client: 'Customer',
    noName: 'Customer without a name',
    id: 'EmpikPlace customer id',
    outside: 'The customer is not in the CRM.',
    add: 'Add to CRM',
    files: 'Files of the conversation',
    noFiles: 'The customer has sent no files.',
    of: 'of',
    last: 'Last messages',
    who: { customer: 'Customer', seller: 'Shop', operator: 'Operator', unknown: 'Unknown sender' },
    delivered: {
      'in-ticket': 'in the ticket',
      'to-ticket': 'on its way to the ticket',
      sent: 'reached EmpikPlace',
      waiting: 'waits to be sent',
      refused: 'not sent',
      withdrawn: 'taken back',
    },
    others: 'Other conversations of this customer',
    noOthers: 'There are none.',
    noSubject: '(no subject)',
    asOf: 'As of',
  },
} as const

const warsaw = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw', dateStyle: 'short', timeStyle: 'short' })
const clock = (at: string | null): string =>
  at === null || Number.isNaN(Date.parse(at)) ? '—' : warsaw.format(new Date(at))

const megabytes = (bytes: number, language: Language): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(bytes / 1_048_576)

const section = (title: string, content: Html): Html =>
  html`<section>
    <h2>${title}</h2>
    ${content}
  </section>`

const list = (items: readonly Html[], otherwise: string): Html =>
  items.length === 0
    ? html`<p>${otherwise}</p>`
    : html`<ul>
        ${items}
      </ul>`

function words(view: PanelView, language: Language, addLink: string, now: Date): Words {
  const says = texts[language]
  const { conversation, orders, files, moments, others } = view
  const { replyNeededSince, replyDueAt, overdue } = conversation
  const money = (amount: number, currency: string): string =>
    new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount)
  const waiting =
    replyNeededSince === null
      ? html`<p>${says.noClock}</p>`
      : html`<p>
          ${says.since} ${clock(replyNeededSince)}.<br /><strong
            >${overdue ? says.late : says.due} ${clock(replyDueAt)}</strong
          >
        </p>`
  const order = orders.map(
    ({ orderId, state, lines, currency, total, delivery }) =>
      html`<p><strong>${orderId}</strong> · ${orderStateName(state)[language]} · ${money(total, currency)}</p>
        <ul>
          ${lines.map(({ quantity, title, total: sum }) => html`<li>${quantity} × ${title} (${money(sum, currency)})</li>`)}
        </ul>
        <p>${says.delivery}: ${delivery.label === '' ? '—' : delivery.label}</p>
        ${delivery.tracking === '' ? '' : html`<p>${says.tracking}: ${delivery.tracking}</p>`}`,
  )
  const whoOf = (author: string): string =>
    Object.hasOwn(says.who, author) ? says.who[author as keyof typeof says.who] : says.who.unknown
  return {
    title: conversation.subject === '' ? says.noSubject : conversation.subject,
    text: html`${section(says.clock, waiting)}
      ${section(says.order, order.length === 0 ? html`<p>${says.noOrder}</p>` : html`<div>${order}</div>`)}
      ${section(
        says.client,
        html`<p>${conversation.customerName ?? says.noName}</p>
          ${conversation.customerId === null ? '' : html`<p>${says.id}: ${conversation.customerId}</p>`}
          ${view.isOutside ? html`<p>${says.outside} <a href="${addLink}">${says.add}</a></p>` : ''}`,
      )}
      ${section(
        says.last,
        list(
          moments.map(
            ({ at, author, delivery }) => html`<li>${clock(at)} · ${whoOf(author)} · ${says.delivered[delivery]}</li>`,
          ),
          '—',
        ),
      )}
      ${section(
        says.files,
        html`<p>${megabytes(files.usedBytes, language)} ${says.of} ${megabytes(files.limitBytes, language)} MB</p>
          ${list(
            files.names.map((name) => html`<li>${name}</li>`),
            says.noFiles,
          )}`,
      )}
      ${section(
        says.others,
        list(
          others.map(
            ({ subject, ticketId, changedAt }) =>
              html`<li>
                ${subject === '' ? says.noSubject : subject}${ticketId === null ? '' : ` · #${ticketId}`} ·
                ${clock(changedAt)}
              </li>`,
          ),
          says.noOthers,
        ),
      )}
      <p><small>${says.asOf} ${clock(now.toISOString())} (Europe/Warsaw)</small></p>`,
  }
}

/** The small page that stands beside a ticket: read only, without any script. */
export const panelPage = (view: PanelView, addLink: string, now: Date): Page => ({
  status: 200,
  pl: words(view, 'pl', addLink, now),
  en: words(view, 'en', addLink, now),
})

const gone = {
  pl: 'Otwórz konwersację w konsoli albo w panelu EmpikPlace. Nowy link dostaje każde nowe zgłoszenie.',
  en: 'Open the conversation in the console or in the panel of EmpikPlace. Every new ticket gets a new link.',
}

export const panelExpired: Page = {
  status: 410,
  pl: { title: 'Ten link wygasł', text: gone.pl },
  en: { title: 'This link has expired', text: gone.en },
}

export const panelGone: Page = {
  status: 410,
  pl: { title: 'Tej konwersacji już tu nie ma', text: gone.pl },
  en: { title: 'This conversation is no longer here', text: gone.en },
}
