import type { Proof } from '../schemas/proof.ts'
import { html, type Html } from './html.ts'
import type { Language, Page } from './page.ts'

const words = {
  pl: {
    title: 'Potwierdzenie obsługi konwersacji',
    made: 'Sporządzono',
    topic: 'Temat',
    order: 'Zamówienie',
    orders: 'Zamówienia',
    tickets: 'Zgłoszenia w Thulium',
    conversation: 'Konwersacja w EmpikPlace',
    messages: 'Wiadomości',
    replies: 'Odpowiedzi obsługi',
    author: 'Autor',
    agent: 'Agent',
    text: 'Treść',
    written: 'Napisano',
    recorded: 'Zapisano',
    inTicket: 'W zgłoszeniu',
    confirmed: 'Potwierdzono w EmpikPlace',
    ids: 'Numery',
    tries: 'Prób',
    not: 'nie',
    parked: 'Wstrzymano',
    status: { pending: 'w drodze', sent: 'wysłana', refused: 'odrzucona', withdrawn: 'cofnięta' },
    authors: { customer: 'klient', seller: 'obsługa', operator: 'EmpikPlace' },
  },
  en: {
    title: 'Proof of how a conversation was handled',
    made: 'Made',
    topic: 'Topic',
    order: 'Order',
    orders: 'Orders',
    tickets: 'Tickets in Thulium',
    conversation: 'Conversation at EmpikPlace',
    messages: 'Messages',
    replies: 'Replies of the shop',
    author: 'Author',
    agent: 'Agent',
    text: 'Text',
    written: 'Written',
    recorded: 'Recorded',
    inTicket: 'In the ticket',
    confirmed: 'Confirmed at EmpikPlace',
    ids: 'Numbers',
    tries: 'Tries',
    not: 'not',
    parked: 'Held up',
    status: { pending: 'on its way', sent: 'sent', refused: 'refused', withdrawn: 'taken back' },
    authors: { customer: 'buyer', seller: 'shop', operator: 'EmpikPlace' },
  },
} as const

const warsaw = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw', dateStyle: 'short', timeStyle: 'medium' })

/** By the clocks of the people who read it; the zone is said. */
const shown = (at: string | null): string => {
  const time = at === null ? NaN : Date.parse(at)
  return Number.isNaN(time) ? '—' : `${warsaw.format(time)} (Europe/Warsaw)`
}

const list = (pairs: readonly (readonly [string, string | number])[]): Html =>
  html`<dl>
    ${pairs.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`

function messageOf(message: Proof['messages'][number], language: Language): Html {
  const said = words[language]
  const authors: Record<string, string> = said.authors
  return list([
    [said.author, authors[message.author] ?? message.author],
    [said.written, shown(message.writtenAt)],
    [said.text, message.text],
    [said.recorded, shown(message.recordedAt)],
    [said.inTicket, message.inTicketAt === null ? said.not : shown(message.inTicketAt)],
    [said.ids, [`EmpikPlace ${message.messageId ?? '—'}`, `Thulium #${message.ticketId ?? '—'}`].join(', ')],
    [said.tries, message.attempts],
  ])
}

function replyOf(reply: Proof['replies'][number], language: Language): Html {
  const said = words[language]
  const confirmed = reply.confirmedAt === null ? said.not : shown(reply.confirmedAt)
  return list([
    [said.agent, reply.agentLogin],
    [said.written, shown(reply.writtenAt)],
    [said.text, reply.text],
    [said.recorded, shown(reply.recordedAt)],
    [said.confirmed, `${confirmed} (${said.status[reply.status]})`],
    [said.ids, `Thulium #${reply.ticketId}/${reply.thuliumMessageId}, EmpikPlace ${reply.messageId ?? '—'}`],
    [said.tries, reply.attempts],
    ...reply.parked.map(({ at, message }) => [said.parked, `${shown(at)}: ${message}`] as const),
  ])
}

function textOf(proof: Proof, language: Language): Html {
  const said = words[language]
  return html`${list([
      [said.made, shown(proof.madeAt)],
      [said.topic, proof.topic],
      [
        proof.orderIds.length > 1 ? said.orders : said.order,
        proof.orderIds.length === 0 ? '—' : proof.orderIds.join(', '),
      ],
      [said.conversation, proof.threadId],
      [said.tickets, proof.tickets.length === 0 ? '—' : proof.tickets.map((id) => `#${id}`).join(', ')],
    ])}
    <h2>${said.messages}</h2>
    ${proof.messages.map((message) => messageOf(message, language))}
    <h2>${said.replies}</h2>
    ${proof.replies.map((reply) => replyOf(reply, language))}`
}

/** To be printed, in the language of the browser. */
export const proofPage = (proof: Proof): Page => ({
  status: 200,
  pl: { title: words.pl.title, text: textOf(proof, 'pl') },
  en: { title: words.en.title, text: textOf(proof, 'en') },
})
