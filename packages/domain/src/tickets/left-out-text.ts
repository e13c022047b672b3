import { replyLimits, type LeftOutKind } from '../mail/reply-text.ts'
import { toReaders, type Readers } from '../words/readers.ts'

const words: Readonly<Record<LeftOutKind, string>> = {
  short: `tekstu krótszego niż ${replyLimits.min} znaki`,
  quotation: 'cytowanej korespondencji',
  signature: 'podpisu',
  picture: 'obrazków wstawionych w treść',
  link: 'adresów plików, które ma tylko nadawca (np. z jego dysku)',
  hidden: 'tekstu, który był ukryty',
  struck: 'tekstu przekreślonego',
  'too-deep': 'układu treści (zbyt wiele w niej poziomów albo elementów: zostały same słowa)',
  'too-long': 'dalszej części (treść jest zbyt długa)',
}

const isKnown = (kind: string): kind is LeftOutKind => Object.hasOwn(words, kind)

/**
 * Tells an agent what of a reply the buyer does not get. Written when the reply is on its way, so it says nothing of its arrival.
 * @param quote beginning of the reply, '' where only its files go
 * @param readers who gets the rest
 */
export function leftOutText(
  quote: string,
  leftOut: readonly { kind: string; begins?: string | undefined }[],
  readers: Readers | undefined,
): string {
  const parts = leftOut.map(({ kind, begins }) => {
    const word = isKnown(kind) ? words[kind] : kind
    return begins === undefined ? word : `${word} („${begins}”)`
  })
  return (
    `Odpowiedź ${quote === '' ? 'z samymi plikami' : `„${quote}”`} idzie ${toReaders(readers).pl} bez: ${parts.join(', ')}. ` +
    'Jeśli powinno to tam trafić, wyślij to w osobnej odpowiedzi.'
  )
}
