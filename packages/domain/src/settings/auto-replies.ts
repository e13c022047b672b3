import { z } from 'zod'
import { both, inBoth } from '../words/both-languages.ts'
import { labelled } from './labelled.ts'
import { parseTemplate } from './template.ts'
import { uniqueIds } from './unique-ids.ts'

const word = z.string().trim().min(1).max(200)

const template = z
  .string()
  .trim()
  .min(3)
  .max(10_000)
  .superRefine((text, context) => {
    for (const fault of parseTemplate(text).faults) context.addIssue({ code: 'custom', ...inBoth(fault) })
  })

export const autoReplyOccasions = ['first-message', 'outside-hours', 'holiday', 'category'] as const
export const autoReplyPeriods = ['conversation', 'day', 'week'] as const

const shape = z.strictObject({
  id: labelled(
    word,
    ['Identyfikator', 'Stały i niepowtarzalny; widać go w historii zmian.'],
    ['Id', 'Lasting and unique; shown in the list of changes.'],
    'poza-godzinami',
  ),
  name: labelled(
    word,
    ['Nazwa', 'Dla ludzi, także w zgłoszeniu.'],
    ['Name', 'For people, in the ticket too.'],
    'Poza godzinami',
  ),
  enabled: labelled(
    z.boolean().default(true),
    ['Włączona', 'Wyłączona odpowiedź nie jest wysyłana, także ta już zaplanowana.'],
    ['Enabled', 'An answer that is switched off is not sent, one that is planned already included.'],
  ),
  occasion: labelled(
    z.enum(autoReplyOccasions),
    ['Okazja', 'Pierwsza wiadomość, poza godzinami pracy, w dni wolne albo według kategorii zgłoszenia.'],
    ['Occasion', 'The first message, outside business hours, on days off, or by the category of the ticket.'],
  ),
  categoryIds: labelled(
    z.array(z.number().int().positive()).max(50).default([]),
    ['Kategorie', 'Dla okazji „kategoria”; dla innych zawężają odpowiedź, gdy nie są puste.'],
    ['Categories', 'For the occasion "category"; they narrow the others down when not empty.'],
  ),
  delayMinutes: labelled(
    z.number().int().min(0).max(1440).default(0),
    ['Opóźnienie (minuty)', 'Od wiadomości klienta. Odpowiedź nie wychodzi, jeśli w tym czasie odpisze człowiek.'],
    ['Delay (minutes)', 'After the buyer’s message. The answer is not sent when a person answers in that time.'],
  ),
  period: labelled(
    z.enum(autoReplyPeriods).default('conversation'),
    ['Najwyżej raz na', 'Konwersację, dobę lub tydzień (w ramach jednej konwersacji).'],
    ['At most once per', 'Conversation, day or week (within one conversation).'],
  ),
  template: labelled(
    template,
    [
      'Treść',
      'Zwykły tekst; zmienne: {numer_zamowienia}, {imie}, {sklep}. Zmienna bez wartości znika razem ze zbędną spacją i przecinkiem.',
    ],
    [
      'Text',
      'Plain text; variables: {numer_zamowienia} (order number), {imie} (first name), {sklep} (shop). A variable without a value vanishes with the blank and the comma around it.',
    ],
    'Dzień dobry, odpowiemy w godzinach pracy.',
  ),
  mirrorAs: labelled(
    z.enum(['reply', 'comment']).default('comment'),
    ['W zgłoszeniu jako', 'Odpowiedź liczy się w statystykach Thulium i może zmienić status; komentarz nie.'],
    ['In the ticket as', 'A reply counts in the statistics of Thulium and may change the status; a comment does not.'],
  ),
})

/** One automatic answer. They are tried in order; each message of a buyer gets the first one that fits, or none. */
export const autoReply = shape.refine(
  ({ occasion, categoryIds }) => occasion !== 'category' || categoryIds.length > 0,
  {
    path: ['categoryIds'],
    ...inBoth(
      both(
        'okazja „kategoria” wymaga co najmniej jednej kategorii',
        'The occasion "category" needs at least one category',
      ),
    ),
  },
)

export const autoReplies = z
  .array(autoReply)
  .max(20)
  .refine(
    uniqueIds,
    inBoth(
      both(
        'każda automatyczna odpowiedź musi mieć własny identyfikator',
        'Each automatic reply needs an id of its own',
      ),
    ),
  )

export type AutoReply = z.infer<typeof autoReply>
