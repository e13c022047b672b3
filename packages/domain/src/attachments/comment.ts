import type { ConversationState } from '../conversation/state.ts'
import type { AttachmentUnavailable } from '../events/conversation-events.ts'
import { shownFileName } from '../text/file-name.ts'
import { fileSize } from '../text/file-size.ts'
import { warsawTime } from '../text/warsaw-time.ts'
import { parseEffectKey } from '../effects/effect-key.ts'
import type { ConversationRef } from '../words/ids.ts'
import { addressLines, readersOf, toReaders } from '../words/readers.ts'
import { mostAttachments } from './limit.ts'
import { fileType } from './name.ts'
import { replyFile } from './subject.ts'

const called = (name: string): string => {
  const shown = shownFileName(name)
  return shown === '' ? 'bez nazwy' : `„${shown}”`
}

/** The comment that leads to a file of a message which the ticket does not carry itself. */
export const linkComment = (name: string, bytes: number, link: string, until: Date): string =>
  `Załącznik ${called(name)} (${fileSize(bytes)}) do pobrania: ${link} (link działa do ${warsawTime(until.toISOString())}).`

const inBrackets = (message: string | undefined): string => (message === undefined ? '' : ` (${message})`)

const limit = ({ limitBytes, overBytes }: AttachmentUnavailable): string =>
  `przekroczyłby limit załączników całej konwersacji (${fileSize(limitBytes ?? 0)}) o ${fileSize(overBytes ?? 0)}`

function whyNotInTicket(file: AttachmentUnavailable): string {
  switch (file.reason) {
    case 'gone':
      return 'EmpikPlace już go nie udostępnia (został usunięty albo zanonimizowany).'
    case 'over-limit':
      return `${limit(file)}. Otwórz go w panelu EmpikPlace.`
    default:
      return `EmpikPlace go nie wydał${inBrackets(file.message)}. Otwórz go w panelu EmpikPlace.`
  }
}

function whyNotSent(file: AttachmentUnavailable, to: string): string {
  const inPanel = 'wyślij go w panelu EmpikPlace'
  switch (file.reason) {
    case 'over-limit':
      return `${limit(file)}. Wyślij mniejszy plik albo ${inPanel}.`
    case 'too-many':
      return `EmpikPlace przyjmuje najwyżej ${mostAttachments} załączników w zamówieniu.`
    case 'type-not-allowed': {
      const type = fileType(file.name)
      const what = type === '' ? 'plików bez rozszerzenia' : `plików .${type}`
      return `EmpikPlace nie przyjmuje ${what}. Wyślij go w innym formacie, na przykład PDF.`
    }
    case 'unnamed':
      return (
        `odpowiedź poszła ${to}, a nie wskazano w niej, kto ma dostać plik. ` +
        `Wyślij go ponownie z pierwszym wierszem ${addressLines}.`
      )
    case 'gone':
      return `pliku z konsoli już tu nie ma. Dołącz go ponownie albo ${inPanel}.`
    case 'refused':
      return `EmpikPlace go odrzucił${inBrackets(file.message)}. Sprawdź plik albo ${inPanel}.`
    default:
      return `Thulium nie udostępnia tego pliku integracji${inBrackets(file.message)}. W razie potrzeby ${inPanel}.`
  }
}

/**
 * What an agent is told of a file that did not get through.
 * @param key of the effect that gave it up
 */
export function unavailableComment(ref: ConversationRef, state: ConversationState, key: string): string | undefined {
  const file = state.attachmentsUnavailable.find(({ effectKey }) => effectKey === key)
  if (!file) return undefined
  if (file.direction === 'to-thulium')
    return `Załącznik ${called(file.name)} nie trafił do zgłoszenia: ${whyNotInTicket(file)}`
  const reply = replyFile(state, parseEffectKey(ref, key)?.subject ?? '')?.reply
  const textTo = toReaders(readersOf(reply?.to)).pl
  const to = file.reason === 'unnamed' ? 'do nikogo' : toReaders(readersOf(reply?.filesTo ?? reply?.to)).pl
  // A reply of files alone had no text that could have gone out.
  const textToo = reply?.text === '' ? '' : ' Treść odpowiedzi została wysłana.'
  return `Załącznik ${called(file.name)} nie został wysłany ${to}: ${whyNotSent(file, textTo)}${textToo}`
}
