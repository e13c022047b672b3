import { z } from 'zod'
import { both, inBoth } from '../words/both-languages.ts'
import { authors } from '../words/authors.ts'
import { entityTypes } from '../words/mirakl.ts'
import { hasWord } from '../text/find-words.ts'
import { labelled } from './labelled.ts'
import { uniqueIds } from './unique-ids.ts'

const word = z.string().trim().min(1).max(200)
const codes = z.array(word).max(100).optional()
const words = z
  .array(word.refine(hasWord, inBoth(both('co najmniej jedna litera albo cyfra', 'At least one letter or digit'))))
  .max(100)
  .optional()
const id = z.number().int().positive()

export const contacts = ['first', 'follow-up'] as const
export const priorities = ['low', 'normal', 'high'] as const
export type Contact = (typeof contacts)[number]
export type Priority = (typeof priorities)[number]

/** What must be true of a conversation: every condition given must hold, and within one any of its values. */
const conditions = z.strictObject({
  reasonCodes: labelled(
    codes,
    ['Kod tematu', 'Kody powodów EmpikPlace (RE01), np. „28”.'],
    ['Topic code', 'Reason codes of EmpikPlace (RE01), e.g. "28".'],
    ['28'],
  ),
  topicWords: labelled(
    words,
    [
      'Słowa w temacie',
      'Wystarczy jedno z nich w temacie lub w etykiecie jego kodu. Wielkość liter i polskie znaki są bez znaczenia; słowo od 4 liter to początek wyrazu („reklamacj” pasuje do „reklamację”), krótsze musi wystąpić w całości. Etykieta może być niedostępna, pewniejszy jest kod tematu.',
    ],
    [
      'Words in the topic',
      'One of them in the topic or in the label of its code is enough. Case and Polish letters do not matter; a word of 4 letters or more is the beginning of one ("reklamacj" fits "reklamację"), a shorter one must stand as it is. A label may be unavailable, the code of the topic is surer.',
    ],
    ['reklamacj'],
  ),
  textWords: labelled(
    words,
    [
      'Słowa w treści',
      'Wystarczy jedno z nich w wiadomości, która zakłada zgłoszenie; dopasowanie jak w temacie, kilka słów musi stać obok siebie.',
    ],
    [
      'Words in the text',
      'One of them in the message that opens the ticket is enough; matched as in the topic, several words must stand side by side.',
    ],
    ['uszkodzon'],
  ),
  orderStates: labelled(
    codes,
    [
      'Stan zamówienia',
      'Stany EmpikPlace, np. „SHIPPED”, z chwili założenia zgłoszenia; z kilku zamówień wystarczy jedno.',
    ],
    [
      'Order state',
      'States of EmpikPlace, e.g. "SHIPPED", at the moment the ticket is opened; of several orders one is enough.',
    ],
    ['SHIPPED'],
  ),
  entityTypes: labelled(
    z.array(z.enum(entityTypes)).max(3).optional(),
    ['Rodzaj konwersacji', 'O zamówieniu, o ofercie (także inne pytania klientów) albo z operatorem.'],
    ['Kind of conversation', 'About an order, about an offer (or another question of a buyer), or with the operator.'],
  ),
  authors: labelled(
    z.array(z.enum(authors)).max(4).optional(),
    ['Autor', 'Kto napisał wiadomość, która zakłada zgłoszenie.'],
    ['Author', 'Who wrote the message that opens the ticket.'],
  ),
  contact: labelled(
    z.enum(contacts).optional(),
    [
      'Kontakt',
      'Pierwszy kontakt klienta albo kolejny: klient miał już zgłoszenie z innej konwersacji, w którymkolwiek sklepie konta Thulium.',
    ],
    [
      'Contact',
      'The first contact of the buyer, or a later one: the buyer has had a ticket from another conversation, with any shop of the Thulium account.',
    ],
  ),
})

export const conditionNames = conditions.keyof().options
export type Conditions = z.infer<typeof conditions>
export type ConditionName = keyof Conditions

const outcome = z.strictObject({
  queueId: labelled(
    id.optional(),
    ['Kolejka', 'Zamiast kolejki integracji.'],
    ['Queue', 'Instead of the integration’s queue.'],
    7,
  ),
  categoryId: labelled(
    id.optional(),
    ['Kategoria', 'Zamiast kategorii integracji.'],
    ['Category', 'Instead of the integration’s category.'],
    12,
  ),
  tags: labelled(
    z.array(word).max(20).optional(),
    ['Tagi', 'Dodawane do tagu „EmpikPlace”.'],
    ['Tags', 'Added to the tag "EmpikPlace".'],
    ['reklamacja'],
  ),
  priority: labelled(
    z.enum(priorities).optional(),
    [
      'Priorytet',
      'API Thulium nie przyjmuje priorytetu, więc zgłoszenie dostaje tag „priorytet: wysoki” lub „priorytet: niski”.',
    ],
    [
      'Priority',
      'Thulium’s API takes no priority, so the ticket gets a tag: "priorytet: wysoki" (high) or "priorytet: niski" (low).',
    ],
  ),
})

/** One line of the list of rules; the first enabled one whose conditions all hold decides, one without conditions always. */
export const rule = z.strictObject({
  id: labelled(
    word,
    ['Identyfikator', 'Stały i niepowtarzalny; widać go w historii zmian.'],
    ['Id', 'Lasting and unique; shown in the list of changes.'],
    'reklamacje',
  ),
  name: labelled(word, ['Nazwa', 'Dla ludzi.'], ['Name', 'For people.'], 'Reklamacje'),
  enabled: labelled(
    z.boolean().default(true),
    ['Włączona', 'Wyłączona reguła jest pomijana.'],
    ['Enabled', 'A rule that is switched off is passed over.'],
  ),
  when: labelled(
    conditions,
    ['Warunki', 'Muszą być spełnione wszystkie podane; bez warunków reguła pasuje zawsze.'],
    ['Conditions', 'All that are given must hold; without any the rule always matches.'],
  ),
  then: labelled(
    outcome,
    ['Skutek', 'Czego nie podano, pozostaje jak w integracji.'],
    ['Outcome', 'What is not given stays as the integration has it.'],
  ),
})

export const rules = z
  .array(rule)
  .max(100)
  .refine(uniqueIds, inBoth(both('każda reguła musi mieć własny identyfikator', 'Each rule needs an id of its own')))

export type Rule = z.infer<typeof rule>
