import type { Author } from '../words/authors.ts'
import type { BothLanguages } from '../words/both-languages.ts'
import { kindOf, topicReason, type ThreadKind } from '../words/mirakl.ts'
import { conditionNames, type ConditionName, type Conditions, type Contact } from '../settings/rules.ts'
import { orderStateWords } from '../words/order-states.ts'
import { findWords } from '../text/find-words.ts'

/** What rules look at: a conversation at the moment its ticket is opened, or one that a person made up. */
export interface RoutingFacts {
  kind: ThreadKind
  topic: { type: string; value: string; label?: string | undefined }
  /** Plain text of the message that opens the ticket. */
  text: string
  author: Author
  /** Of all orders, as far as they could be had in time. */
  orderStates: readonly string[]
  /** Undefined without a buyer. */
  contact?: Contact | undefined
}

export interface ConditionFinding {
  condition: ConditionName
  holds: boolean
  why: BothLanguages
}

type Finding = Omit<ConditionFinding, 'condition'>

const authorWords: Record<Author, BothLanguages> = {
  customer: { pl: 'klient', en: 'the buyer' },
  seller: { pl: 'obsługa', en: 'the shop' },
  operator: { pl: 'operator', en: 'the operator' },
  unknown: { pl: 'nieznany nadawca', en: 'an unknown sender' },
}
const kindWords: Record<ThreadKind, BothLanguages> = {
  order: { pl: 'o zamówieniu', en: 'about an order' },
  offer: { pl: 'o ofercie', en: 'about an offer' },
  operator: { pl: 'z operatorem', en: 'with the operator' },
}
const contactWords: Record<Contact, BothLanguages> = {
  first: { pl: 'pierwszy', en: 'the first' },
  'follow-up': { pl: 'kolejny', en: 'a later one' },
}

const asIs = (value: string): BothLanguages => ({ pl: `„${value}”`, en: `"${value}"` })

const inOne = (all: readonly BothLanguages[]): BothLanguages => ({
  pl: all.map(({ pl }) => pl).join(', '),
  en: all.map(({ en }) => en).join(', '),
})

const given = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value])

/** Codes are opaque, but a person may have typed them in small letters. */
const same = (one: string, other: string): boolean => one.toUpperCase() === other.toUpperCase()

/**
 * @param what in both languages, as the beginning of a sentence
 * @param actual any of them will do; where none does, all are named
 */
function oneOf<T extends string>(
  what: BothLanguages,
  actual: readonly T[],
  wanted: readonly T[],
  words: (value: T) => BothLanguages,
  none: BothLanguages,
): Finding {
  const fitting = actual.find((one) => wanted.some((value) => same(value, one)))
  const holds = fitting !== undefined
  const is = actual.length === 0 ? none : inOne((holds ? [fitting] : actual).map(words))
  const wants = wanted.map(words)
  return {
    holds,
    why: {
      pl: `${what.pl}: ${is.pl}${holds ? '' : `; reguła wymaga: ${wants.map(({ pl }) => pl).join(', ')}`}.`,
      en: `${what.en}: ${is.en}${holds ? '' : `; the rule wants: ${wants.map(({ en }) => en).join(', ')}`}.`,
    },
  }
}

function anyWord(where: BothLanguages, texts: readonly string[], wanted: readonly string[]): Finding {
  const found = texts.map((text) => findWords(text, wanted)).find((entry) => entry !== undefined)
  if (found !== undefined)
    return { holds: true, why: { pl: `${where.pl} zawiera „${found}”.`, en: `${where.en} contains "${found}".` } }
  const words = wanted.map(asIs)
  return {
    holds: false,
    why: {
      pl: `${where.pl} nie zawiera żadnego z: ${words.map(({ pl }) => pl).join(', ')}.`,
      en: `${where.en} contains none of: ${words.map(({ en }) => en).join(', ')}.`,
    },
  }
}

const nothing: BothLanguages = { pl: 'brak', en: 'none' }

const checks: { [N in ConditionName]: (wanted: NonNullable<Conditions[N]>, facts: RoutingFacts) => Finding } = {
  reasonCodes: (wanted, { topic }) =>
    oneOf({ pl: 'Kod tematu', en: 'Topic code' }, given(topicReason(topic)), wanted, asIs, nothing),
  topicWords: (wanted, { topic }) =>
    anyWord({ pl: 'Temat', en: 'The topic' }, [topic.value, topic.label ?? ''], wanted),
  textWords: (wanted, { text }) => anyWord({ pl: 'Treść', en: 'The text' }, [text], wanted),
  orderStates: (wanted, { orderStates }) =>
    oneOf({ pl: 'Stan zamówienia', en: 'Order state' }, orderStates, wanted, orderStateWords, {
      pl: 'nieznany (nie ma zamówienia albo nie udało się go pobrać)',
      en: 'unknown (there is no order, or it could not be fetched)',
    }),
  entityTypes: (wanted, { kind }) =>
    oneOf(
      { pl: 'Rodzaj konwersacji', en: 'Kind of conversation' },
      [kind],
      wanted.map(kindOf),
      (value) => kindWords[value],
      nothing,
    ),
  authors: (wanted, { author }) =>
    oneOf({ pl: 'Autor', en: 'Author' }, [author], wanted, (value) => authorWords[value], nothing),
  contact: (wanted, { contact }) =>
    oneOf(
      { pl: 'Kontakt klienta', en: 'Contact of the buyer' },
      given(contact),
      [wanted],
      (value) => contactWords[value],
      {
        pl: 'w konwersacji nie ma klienta',
        en: 'there is no buyer in the conversation',
      },
    ),
}

function check<N extends ConditionName>(
  name: N,
  when: Conditions,
  facts: RoutingFacts,
): (Finding & { condition: N })[] {
  const wanted = when[name]
  // A list that a person has emptied asks for nothing.
  if (wanted === undefined || wanted.length === 0) return []
  return [{ condition: name, ...checks[name](wanted, facts) }]
}

/** One finding for each condition that is given; all of them must hold. */
export const checkConditions = (when: Conditions, facts: RoutingFacts): ConditionFinding[] =>
  conditionNames.flatMap((name) => check(name, when, facts))
