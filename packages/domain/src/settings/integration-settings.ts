import { z } from 'zod'
import { inBoth } from '../words/both-languages.ts'
import { linkTemplateProblem, type LinkPlaceholder } from './panel-links.ts'
import { autoReplies } from './auto-replies.ts'
import { businessHours, holidays } from './business-hours.ts'
import { labelled } from './labelled.ts'
import { replies } from './replies.ts'
import { rules } from './rules.ts'

const text = (longest: number) => z.string().trim().min(1).max(longest)
const id = z.number().int().positive()
const fieldName = text(200).optional()

/** File endings that EmpikPlace takes for order documents (docs/outside/empikplace.md: replies); for messages no list is published. */
const attachmentTypes = 'csv doc xls xlsx ppt pdf odt ods odp txt rtf png jpg gif zpl mov mp4'.split(' ')

const threads = z.strictObject({
  orders: labelled(
    z.boolean().default(true),
    ['O zamówieniach', 'Konwersacje dotyczące zamówienia.'],
    ['About orders', 'Conversations about an order.'],
  ),
  offers: labelled(
    z.boolean().default(true),
    ['O ofertach', 'Pytania o produkt przed zakupem.'],
    ['About offers', 'Questions about a product before buying.'],
  ),
  operator: labelled(
    z.boolean().default(true),
    ['Z operatorem', 'Konwersacje sklepu z operatorem (Empikiem), bez klienta.'],
    ['With the operator', 'Conversations of the shop with Empik, without a buyer.'],
  ),
  shopOnly: labelled(
    z.boolean().default(false),
    [
      'Tylko wiadomości sklepu',
      'Zgłoszenia także z konwersacji, w których są wyłącznie automatyczne wiadomości sklepu.',
    ],
    ['Only the shop’s messages', 'Tickets also for conversations with nothing but the shop’s own automatic mails.'],
  ),
})

const ticketFields = z.strictObject({
  customerId: labelled(
    fieldName,
    ['ID klienta', 'Pole zgłoszenia na ID klienta EmpikPlace.'],
    ['Customer id', 'Ticket field for the EmpikPlace customer id.'],
    'Empik ID klienta',
  ),
  orderLink: labelled(
    fieldName,
    ['Link do zamówienia', 'Pole zgłoszenia na adres zamówienia.'],
    ['Link to the order', 'Ticket field for the address of the order.'],
    'Empik link',
  ),
  orderState: labelled(
    fieldName,
    ['Stan zamówienia', 'Pole zgłoszenia na stan zamówienia.'],
    ['Order state', 'Ticket field for the state of the order.'],
    'Empik stan',
  ),
  products: labelled(
    fieldName,
    ['Produkty', 'Pole zgłoszenia na listę produktów.'],
    ['Products', 'Ticket field for the list of products.'],
    'Empik produkty',
  ),
  conversationLink: labelled(
    fieldName,
    ['Link do konwersacji', 'Pole zgłoszenia na adres konwersacji w EmpikPlace.'],
    ['Link to the conversation', 'Ticket field for the address of the conversation in EmpikPlace.'],
    'Empik konwersacja',
  ),
})

const linkTemplate = (allowed: readonly LinkPlaceholder[]) =>
  text(500)
    .superRefine((template, context) => {
      const problem = linkTemplateProblem(template, allowed)
      if (problem !== undefined) context.addIssue({ code: 'custom', ...inBoth(problem) })
    })
    .optional()

const links = z.strictObject({
  order: labelled(
    linkTemplate(['base', 'order_id', 'shop_id']),
    ['Adres zamówienia', 'Szablon z {base}, {order_id}, {shop_id}.'],
    ['Address of an order', 'A template with {base}, {order_id}, {shop_id}.'],
    '{base}/mmp/shop/order/{order_id}',
  ),
  conversation: labelled(
    linkTemplate(['base', 'thread_id', 'order_id', 'shop_id']),
    ['Adres konwersacji', 'Szablon z {base}, {thread_id}, {order_id}, {shop_id}. Domyślnie strona zamówienia.'],
    [
      'Address of a conversation',
      'A template with {base}, {thread_id}, {order_id}, {shop_id}. The page of the order by default.',
    ],
    '{base}/mmp/shop/order/{order_id}',
  ),
})

const attachments = z.strictObject({
  conversationLimitBytes: labelled(
    z
      .number()
      .int()
      .min(0)
      .max(100 * 1024 * 1024)
      .default(10 * 1024 * 1024),
    ['Limit załączników (bajty)', 'Dla całej konwersacji, w obu kierunkach. Domyślnie 10 MB.'],
    ['Limit of attachments (bytes)', 'For the whole conversation, both directions. 10 MB by default.'],
  ),
  allowedTypes: labelled(
    z
      .array(z.string().regex(/^[a-z0-9]{1,10}$/))
      .max(100)
      .default(attachmentTypes),
    ['Rodzaje plików do klienta', 'Rozszerzenia, które przyjmuje EmpikPlace.'],
    ['File types to the buyer', 'Endings that EmpikPlace takes.'],
  ),
  filesInLaterMessages: labelled(
    z.boolean().default(false),
    [
      'Pliki w kolejnych wiadomościach',
      'Włącz, jeśli Thulium zapisuje pliki dołączane do kolejnych wiadomości klienta; inaczej zgłoszenie dostaje linki.',
    ],
    [
      'Files in later messages',
      'Switch on if your Thulium keeps files sent with later messages of a buyer; otherwise the ticket gets links.',
    ],
  ),
  linkDays: labelled(
    z.number().int().min(1).max(365).default(30),
    ['Ważność linków (dni)', 'Jak długo działa link do pliku w zgłoszeniu.'],
    ['Life of links (days)', 'How long the link to a file in a ticket works.'],
  ),
})

/** EmpikPlace wants incidents answered within 24 hours on working days (docs/outside/empikplace.md: orders). */
export const defaultReplyDueHours = 24

/** The fields of the screen in which an administrator connects a shop, then what may be left as it is. */
const shape = {
  name: labelled(
    text(200),
    ['Nazwa integracji', 'Nazwa wewnętrzna danej integracji EmpikPlace.'],
    ['Name', 'Internal name of this integration.'],
    'Sklep Pokazowy',
  ),
  shopId: labelled(
    z.string().regex(/^\d{1,18}$/, 'The number of a shop'),
    ['Identyfikator sklepu', 'Widoczny na głównym widoku Panelu Sprzedawcy EmpikPlace.'],
    ['Shop id', 'Shown on the main view of the EmpikPlace seller panel.'],
    '37001',
  ),
  customerField: labelled(
    text(200),
    ['Identyfikator klienta', 'Pole specjalne typu tekst (CRM) do przechowywania ID klienta.'],
    ['Customer field', 'CRM custom field of type text that keeps the customer id.'],
    'Empik ID',
  ),
  queueId: labelled(
    id,
    ['Kolejka zgłoszeń', 'Kolejka, do której będą wpływać wiadomości.'],
    ['Ticket queue', 'The queue that messages go to.'],
    7,
  ),
  categoryId: labelled(
    id,
    ['Kategoria zgłoszeń', 'Kategoria zgłoszeń powstałych z wiadomości EmpikPlace.'],
    ['Ticket category', 'The category of tickets made from EmpikPlace messages.'],
    12,
  ),
  newCustomers: labelled(
    z.enum(['create', 'leave-outside']).default('create'),
    [
      'Nowi klienci',
      'Dodaj do CRM od razu albo zostaw poza CRM; wtedy zgłoszenie nosi ID klienta i link „dodaj do CRM”.',
    ],
    [
      'New customers',
      'Add to the CRM at once, or leave outside; then the ticket carries the customer id and a link "add to CRM".',
    ],
  ),
  threads: labelled(
    threads.prefault({}),
    ['Rodzaje konwersacji', 'Z których powstają zgłoszenia.'],
    ['Kinds of conversations', 'Which of them become tickets.'],
  ),
  ticketSource: labelled(
    text(50).default('www'),
    [
      'Źródło zgłoszenia',
      '„EmpikPlace”, jeśli Thulium je zachowuje (sprawdza to zgłoszenie próbne, na żądanie), inaczej „www”.',
    ],
    ['Source of tickets', '"EmpikPlace" if Thulium keeps it (a test ticket finds out, on request), "www" otherwise.'],
  ),
  ticketFields: labelled(
    ticketFields.prefault({}),
    ['Pola zgłoszenia', 'Dodatkowe pola specjalne zgłoszeń.'],
    ['Ticket fields', 'Further custom fields of tickets.'],
  ),
  links: labelled(
    links.prefault({}),
    ['Linki do EmpikPlace', 'Szablony adresów w panelu sprzedawcy.'],
    ['Links to EmpikPlace', 'Templates of addresses in the seller panel.'],
  ),
  rules: labelled(
    rules.default([]),
    [
      'Reguły kategoryzacji',
      'Pierwsza pasująca decyduje o kolejce, kategorii, tagach i priorytecie nowego zgłoszenia; późniejsze wiadomości nic nie zmieniają.',
    ],
    [
      'Rules',
      'The first that matches decides on queue, category, tags and priority of a new ticket; later messages change nothing.',
    ],
  ),
  businessHours: labelled(
    businessHours.prefault({}),
    ['Godziny pracy', 'Czas polski (Europe/Warsaw).'],
    ['Business hours', 'Polish time (Europe/Warsaw).'],
  ),
  holidays: labelled(
    holidays.prefault({}),
    ['Dni wolne', 'Liczą się jako czas poza godzinami pracy.'],
    ['Days off', 'They count as outside business hours.'],
  ),
  autoReplies: labelled(
    autoReplies.default([]),
    [
      'Automatyczne odpowiedzi',
      'Pierwsza pasująca odpowiada na wiadomość klienta. EmpikPlace liczy ją jak każdą odpowiedź sklepu.',
    ],
    [
      'Automatic replies',
      'The first that fits answers a message of a buyer. EmpikPlace counts it like any answer of the shop.',
    ],
  ),
  operatorMessages: labelled(
    z.enum(['message', 'comment']).default('message'),
    ['Wiadomości operatora', 'Jako wiadomość (zgłoszenie staje się nowe) albo jako komentarz.'],
    ['Messages of the operator', 'As a message (the ticket becomes new) or as a comment.'],
  ),
  replies: labelled(
    replies.prefault({}),
    ['Odpowiedzi', 'Jak odpowiedzi agentów trafiają do EmpikPlace.'],
    ['Replies', 'How agents’ replies reach EmpikPlace.'],
  ),
  attachments: labelled(
    attachments.prefault({}),
    ['Załączniki', 'Limity i sposób przekazywania.'],
    ['Attachments', 'Limits and the way they are passed on.'],
  ),
  reopenStatusId: labelled(
    id.optional(),
    [
      'Status po wiadomości klienta',
      'Ustawiany, gdy klient pisze w zamkniętym zgłoszeniu, a Thulium samo go nie otwiera. Bez niego zgłoszenie dostaje komentarz.',
    ],
    [
      'Status after a buyer’s message',
      'Set when a buyer writes in a closed ticket and Thulium does not reopen it by itself. Without it the ticket gets a comment.',
    ],
    3,
  ),
  mergedStatus: labelled(
    text(100).default('Połączone'),
    [
      'Nazwa statusu „Połączone”',
      'Po niej poznajemy zgłoszenie połączone z innym. Zmień, jeśli w Thulium ten status ma inną nazwę.',
    ],
    [
      'Name of the status "Połączone" (merged)',
      'Tells a ticket that was merged into another. Change it if the status has another name in your Thulium.',
    ],
  ),
  replyDueHours: labelled(
    z.number().int().min(1).max(720).default(defaultReplyDueHours),
    [
      'Czas na odpowiedź (godziny)',
      'Po tym czasie konwersacja jest oznaczona jako spóźniona: gdy czeka EmpikPlace albo gdy nie odpowiedział jeszcze człowiek.',
    ],
    [
      'Time to reply (hours)',
      'After that a conversation is marked as overdue: while EmpikPlace waits, or while no person has answered.',
    ],
  ),
  nightlyReconcilePercent: labelled(
    z.number().int().min(0).max(100).optional(),
    [
      'Nocne uzgadnianie (% konwersacji)',
      'Jaką część konwersacji każdej nocy porównujemy z EmpikPlace i Thulium, po trzy zapytania na konwersację; 0: żadnej. Puste: tyle, ile ustalił operator łącznika.',
    ],
    [
      'Nightly reconciliation (% of conversations)',
      'How many conversations are compared with EmpikPlace and Thulium each night, at three calls each; 0: none. Empty: as many as the operator of the connector has set.',
    ],
    3,
  ),
}

/** What an administrator chooses for one shop, as the log keeps it: unknown fields of newer versions survive. */
export const integrationSettings = z.looseObject(shape)

/** The same as it comes from a person: a field that is not known is a mistake. */
export const integrationSettingsInput = z.strictObject(shape)

export type IntegrationSettings = z.infer<typeof integrationSettings>
export type IntegrationSettingsInput = z.input<typeof integrationSettingsInput>
