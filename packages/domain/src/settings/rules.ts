import { z } from 'zod'
import { authors } from '../events/authors.ts'
import { labelled } from './labelled.ts'

const word = z.string().trim().min(1).max(200)
const words = z.array(word).max(100).optional()
const id = z.number().int().positive()

export const entityTypes = ['MMP_ORDER', 'MMP_OFFER', 'SELLER_OPERATOR'] as const
export const contacts = ['first', 'follow-up'] as const
export const priorities = ['low', 'normal', 'high'] as const

/** What must be true of a conversation; every condition given must hold, and within one any of its values. */
const conditions = z.strictObject({
  reasonCodes: labelled(
    words,
    ['Kod tematu', 'Kody powodów EmpikPlace (RE01), np. „PRODUCT_DAMAGED”.'],
    ['Topic code', 'Reason codes of EmpikPlace (RE01), e.g. "PRODUCT_DAMAGED".'],
  ),
  topicWords: labelled(
    words,
    [
      'Słowa w temacie',
      'Wystarczy jedno z nich w temacie lub etykiecie kodu; wielkość liter i polskie znaki bez znaczenia.',
    ],
    [
      'Words in the topic',
      'One of them in the topic or in the label of its code is enough; case and Polish letters do not matter.',
    ],
  ),
  textWords: labelled(
    words,
    ['Słowa w treści', 'Wystarczy jedno z nich w wiadomości, która zakłada zgłoszenie.'],
    ['Words in the text', 'One of them in the message that opens the ticket is enough.'],
  ),
  orderStates: labelled(
    words,
    ['Stan zamówienia', 'Stany EmpikPlace, np. „SHIPPED”.'],
    ['Order state', 'States of EmpikPlace, e.g. "SHIPPED".'],
  ),
  entityTypes: labelled(
    z.array(z.enum(entityTypes)).max(3).optional(),
    ['Rodzaj konwersacji', 'O zamówieniu, o ofercie albo z operatorem.'],
    ['Kind of conversation', 'About an order, about an offer, or with the operator.'],
  ),
  authors: labelled(
    z.array(z.enum(authors)).max(4).optional(),
    ['Autor', 'Kto napisał wiadomość, która zakłada zgłoszenie.'],
    ['Author', 'Who wrote the message that opens the ticket.'],
  ),
  contact: labelled(
    z.enum(contacts).optional(),
    ['Kontakt', 'Pierwszy kontakt klienta ze sklepem albo kolejny.'],
    ['Contact', 'The first contact of the buyer with the shop, or a later one.'],
  ),
})

const outcome = z.strictObject({
  queueId: labelled(
    id.optional(),
    ['Kolejka', 'Zamiast kolejki integracji.'],
    ['Queue', 'Instead of the integration’s queue.'],
  ),
  categoryId: labelled(
    id.optional(),
    ['Kategoria', 'Zamiast kategorii integracji.'],
    ['Category', 'Instead of the integration’s category.'],
  ),
  tags: labelled(
    z.array(word).max(20).optional(),
    ['Tagi', 'Dodawane do tagu „EmpikPlace”.'],
    ['Tags', 'Added to the tag "EmpikPlace".'],
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

/** One line of the list of rules; the first enabled rule whose conditions hold decides. */
export const rule = z.strictObject({
  id: word,
  name: word,
  enabled: z.boolean().default(true),
  when: conditions,
  then: outcome,
})

export type Rule = z.infer<typeof rule>
