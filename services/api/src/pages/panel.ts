import { megabytes, shorten } from '@connector/domain/text'
import type { PanelView } from '../reads/panel.ts'
import { html, type Html } from './html.ts'
import { moreOf, ordersTitle, ordersText } from './panel-orders.ts'
import type { Language, Page, Words } from './page.ts'
import { clock } from './warsaw-clock.ts'

const texts = {
  pl: {
    clock: 'Czas na odpowiedź',
    noClock: 'Nikt nie czeka na odpowiedź.',
    since: 'EmpikPlace czeka od',
    both: 'Klient i EmpikPlace czekają od',
    unanswered: 'Bez odpowiedzi człowieka od',
    due: 'Odpowiedz do',
    late: 'Termin minął',
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
    noClock: 'Nobody waits for an answer.',
    since: 'EmpikPlace has waited since',
    both: 'The customer and EmpikPlace have waited since',
    unanswered: 'Without an answer of a person since',
    due: 'Answer by',
    late: 'Overdue since',
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

const isPast = (due: string | null, now: Date): boolean => due !== null && Date.parse(due) < now.getTime()

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

/** The page stays under 40 kB, whatever a conversation holds; what is beyond is counted. */
const mostFiles = 20
const longestName = 80

function words(view: PanelView, language: Language, addLink: string, now: Date): Words {
  const says = texts[language]
  const { conversation, orders, files, moments, others } = view
  const { replyNeededSince, replyDueAt, unansweredSince, unansweredDueAt } = conversation
  // Each is late by its own date: an automatic answer stops the clock of EmpikPlace and not that of people.
  const areOne =
    clock(replyNeededSince, language) === clock(unansweredSince, language) &&
    clock(replyDueAt, language) === clock(unansweredDueAt, language)
  const clocks = [
    { words: areOne ? says.both : says.since, since: replyNeededSince, due: replyDueAt },
    { words: says.unanswered, since: areOne ? null : unansweredSince, due: unansweredDueAt },
  ].flatMap(({ words, since, due }) =>
    since === null
      ? []
      : [
          html`<p>
            ${words} ${clock(since, language)}.<br /><strong
              >${isPast(due, now) ? says.late : says.due} ${clock(due, language)}</strong
            >
          </p>`,
        ],
  )
  const whoOf = (author: string): string =>
    Object.hasOwn(says.who, author) ? says.who[author as keyof typeof says.who] : says.who.unknown
  return {
    title: conversation.subject === '' ? says.noSubject : conversation.subject,
    text: html`${section(says.clock, clocks.length === 0 ? html`<p>${says.noClock}</p>` : html`${clocks}`)}
      ${section(ordersTitle(orders, language), ordersText(orders, language))}
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
            ({ at, author, delivery }) =>
              html`<li>${clock(at, language)} · ${whoOf(author)} · ${says.delivered[delivery]}</li>`,
          ),
          '—',
        ),
      )}
      ${section(
        says.files,
        html`<p>${megabytes(files.usedBytes, language)} ${says.of} ${megabytes(files.limitBytes, language)} MB</p>
          ${list(
            [
              ...files.names.slice(0, mostFiles).map((name) => html`<li>${shorten(name, longestName)}</li>`),
              ...(files.names.length > mostFiles
                ? [html`<li>${moreOf(files.names.length - mostFiles, language)}</li>`]
                : []),
            ],
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
                ${clock(changedAt, language)}
              </li>`,
          ),
          says.noOthers,
        ),
      )}
      <p><small>${says.asOf} ${clock(now.toISOString(), language)} (Europe/Warsaw)</small></p>`,
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
