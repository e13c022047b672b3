import type { RecipientChoice, ReplyRequested } from '../events/conversation-events.ts'
import { addressLines, readersOf, toReaders, type Readers } from '../words/readers.ts'

const why: Readonly<Record<RecipientChoice, (readers: Readers | undefined) => string>> = {
  'waiting-buyer': () => 'ostatni pisał operator, a klient wciąż czeka na odpowiedź',
  'last-writer': (readers) =>
    readers === 'operator' ? 'ostatni pisał operator, i nie do klienta' : 'ostatni pisał operator, także do klienta',
  setting: () => 'tak wybrano w ustawieniach integracji',
}

/** Who gets the files, where that is not who gets the text. */
function filesText(filesTo: ReplyRequested['to']): string {
  if (filesTo === undefined) return ''
  const readers = readersOf(filesTo)
  return readers === undefined
    ? ' Załączników nie wysłano do nikogo, bo odpowiedź nie wskazuje, kto ma je dostać.'
    : ` Załączniki idą tylko ${toReaders(readers).pl}.`
}

/**
 * Tells an agent to whom a reply goes whose readers he did not name.
 * @param quote beginning of the reply
 */
export function recipientsText(quote: string, { to, filesTo, chosenBy }: ReplyRequested): string | undefined {
  if (chosenBy === undefined) return undefined
  const readers = readersOf(to)
  const notToBuyer = readers === 'operator' ? ', klient jej nie zobaczy' : ''
  return (
    `Odpowiedź „${quote}” idzie ${toReaders(readers).pl}${notToBuyer}: ${why[chosenBy](readers)}.${filesText(filesTo)} ` +
    `Adresata można wskazać w pierwszym wierszu odpowiedzi: ${addressLines}.`
  )
}
