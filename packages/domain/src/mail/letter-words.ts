import type { Line } from './lines.ts'

/** Longer lines are prose with more to say. */
const maxLength = 400

const answersBelow =
  /(?:odpowied|odpisuj|odpisał|komentarz|uwagi|dopisał|answers?|replies|antwort).{0,60}(?:poniżej|niżej|w treści|w tekście|pod pytani|pod pan|czerwon|niebiesk|innym kolor|na kolorowo|below|inline|unten)|(?:poniżej|niżej|w treści|w tekście|na czerwono|see below).{0,60}(?:odpowied|odpisuj|komentarz|uwagi|answers?|replies)/i

/** The first words of the end of a letter. */
export const courtesy =
  /^(?:z poważaniem|pozdrawia|pozdrowienia|dziękuj|serdeczn|z wyrazami|miłego|regards|best|kind|thank|mit freundlichen|viele grüße)/i

/** An address, a page, a number to call, an office: the sender of a letter. */
export const contact =
  /[\w.+-]@[\w-]+\.\p{L}|\bhttps?:|\bwww\.|^\+\d|(?:^|[\s|,])(?:tel|telefon|phone|mob|kom|fax|faks|infolinia|e-?mail|nip|krs|regon|ul|al|pl)[.:\s]|^(?:sklep|zespół|dział|biuro|bok|obsługa|serwis|centrum|doradca|specjalist|kierownik|konsultant|twój|your|team|customer|support|head of|dein|ihr|команда|магазин)/iu

/** Words that point at what stands below, without a colon: "Adres zwrotu poniżej." */
export const pointsDown =
  /(?<!\p{L})(?:poniżej|niżej|następujący|pod spodem|below|unten|folgende|нижче|ниже|níže|nižšie)(?:\p{L}{0,3})(?!\p{L})[^.!?]{0,40}[.!?]?$/iu

/** Whether an agent's own lines end by pointing at what follows: answers written into the old text, or a text passed on. */
export function pointsBelow(own: readonly Line[]): boolean {
  const texts = own.map(({ text }) => text).filter((text) => text !== '')
  const last = texts.at(-1)
  if (last?.endsWith(':') === true) return true
  const beforeCourtesy = texts[texts.findLastIndex((text) => courtesy.test(text)) - 1]
  return [last, beforeCourtesy].some(
    (text) => text !== undefined && text.length <= maxLength && answersBelow.test(text),
  )
}

const greetingAlone =
  /^(?:(?:[Dd]zień|[Dd]obry) (?:dobry|wieczór)|[Ww]itam|[Ww]itaj|[Cc]ześć|[Hh]ej|[Ss]zanown\p{Ll}{1,2}|[Hh]ello|Hi|[Gg]uten Tag|[Hh]allo)(?:,? \p{Lu}\p{L}+){0,3} ?[,!.]?$/u

export const isGreetingAlone = (text: string): boolean => greetingAlone.test(text)
