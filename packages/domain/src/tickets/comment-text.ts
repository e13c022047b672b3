import { unavailableComment } from '../attachments/comment.ts'
import { replyFile } from '../attachments/subject.ts'
import { textToSend, type ConversationState, type Reply } from '../conversation/state.ts'
import { parseCommentSubject, type CommentSubject } from '../effects/comment-subject.ts'
import { parseEffectKey } from '../effects/effect-key.ts'
import { shownFileName } from '../text/file-name.ts'
import { longestName } from '../buyers/customer.ts'
import { shorten } from '../text/shorten.ts'
import type { Author } from '../words/authors.ts'
import type { ConversationRef } from '../words/ids.ts'
import { readersOf, toReaders } from '../words/readers.ts'
import { orderText } from './order-text.ts'
import { leftOutText } from './left-out-text.ts'
import { recipientsText } from './recipients-text.ts'
import { refusalText } from './refusal-text.ts'
import { leftOutNote } from './ticket.ts'

type About = CommentSubject['about']
type SubjectOf<A extends About> = Extract<CommentSubject, { about: A }>

/** The conversation as its log tells it. */
interface Told {
  ref: ConversationRef
  state: ConversationState
}

const replyOf = (state: ConversationState, thuliumMessageId: number): Reply | undefined =>
  state.replies.find((known) => known.thuliumMessageId === thuliumMessageId)

/** `do klienta i operatora` */
const whither = (reply: Reply | undefined): string => toReaders(readersOf(reply?.to)).pl

const quote = (state: ConversationState, thuliumMessageId: number): string => {
  const reply = replyOf(state, thuliumMessageId)
  const text = reply ? reply.text.replace(/\s+/g, ' ') : ''
  return shorten(text, 120)
}

/** Files follow the text, so without it they stay too. */
const filesToo = (state: ConversationState, thuliumMessageId: number): string => {
  const reply = replyOf(state, thuliumMessageId)
  const names = (reply?.attachmentNames ?? []).map((name) => shownFileName(name) || 'plik bez nazwy')
  return names.length === 0 ? '' : ` Razem z nią nie wysłano załączników: ${names.join(', ')}.`
}

function parkedText({ effectKey, attempts }: SubjectOf<'parked'>, { ref, state }: Told): string | undefined {
  const parking = state.parkings.find((known) => known.effectKey === effectKey && known.attempts === attempts)
  const effect = parseEffectKey(ref, effectKey)
  if (!parking || !effect) return undefined
  const file = effect.kind === 'attachment:send' ? replyFile(state, effect.subject) : undefined
  if (file)
    return (
      `Załącznik „${file.name}” mógł nie dotrzeć ${toReaders(readersOf(file.reply.filesTo ?? file.reply.to)).pl} w EmpikPlace: ${parking.message}. ` +
      'Sprawdź konwersację w EmpikPlace i w razie potrzeby wyślij go w panelu EmpikPlace.'
    )
  const id = Number(effect.subject)
  const to = whither(replyOf(state, id))
  if (parking.code === 'effect.ambiguous')
    return (
      `Nie wiadomo, czy odpowiedź „${quote(state, id)}” dotarła ${to} w EmpikPlace: EmpikPlace nie potwierdził żadnej z prób ` +
      'wysłania, a w konwersacji nie widać jej w tej postaci. Sprawdź konwersację w EmpikPlace i tylko jeśli odpowiedzi tam nie ma, ' +
      `wyślij ją w panelu EmpikPlace.${filesToo(state, id)}`
    )
  if (parking.code === 'effect.own_fault')
    return (
      `Odpowiedź „${quote(state, id)}” najpewniej nie dotarła ${to} w EmpikPlace z powodu usterki łącznika, nie EmpikPlace. ` +
      'Operator łącznika jest powiadamiany. Sprawdź konwersację w EmpikPlace i jeśli odpowiedzi tam nie ma, wyślij ją w panelu ' +
      `EmpikPlace.${filesToo(state, id)}`
    )
  if (parking.code === 'effect.gateway_refused')
    return (
      `Odpowiedź „${quote(state, id)}” najpewniej nie dotarła ${to} w EmpikPlace: odrzucał ją serwer po drodze (zapora albo brama), ` +
      `a nie EmpikPlace (${parking.message}). Sprawdź konwersację w EmpikPlace i jeśli odpowiedzi tam nie ma, wyślij ją w panelu ` +
      `EmpikPlace albo napisz innymi słowami.${filesToo(state, id)}`
    )
  return (
    `Odpowiedź „${quote(state, id)}” nie dotarła ${to} w EmpikPlace: ${parking.message}. ` +
    `Sprawdź konwersację w EmpikPlace i wyślij odpowiedź ponownie albo odpowiedz w panelu EmpikPlace.${filesToo(state, id)}`
  )
}

/** How what was written in the console begins in the ticket; the name of the access key follows. */
const answerHeading = '[Odpowiedź z konsoli]'
const commentHeading = '[Komentarz z konsoli]'
/** Where nobody signs in, nobody has a name. */
const named = (name: string, then: string): string => (name === '' ? '' : `${name}${then}`)

const closedWords: Readonly<Record<Author, string>> = {
  customer: 'Klient napisał w zamkniętym zgłoszeniu',
  operator: 'Operator napisał w zamkniętym zgłoszeniu',
  // A message of the shop asks for nothing, so these are of somebody we do not know.
  seller: 'W zamkniętym zgłoszeniu jest nowa wiadomość',
  unknown: 'W zamkniętym zgłoszeniu jest nowa wiadomość',
}

/** What each kind of comment says; undefined when the conversation knows of no such thing. */
const texts: { [A in About]: (subject: SubjectOf<A>, told: Told) => string | undefined } = {
  'customer-added': (_, { state: { crmRecord } }) =>
    crmRecord &&
    `Klient jest w CRM: rekord ${crmRecord.thuliumCustomerId}, ID klienta EmpikPlace ${crmRecord.customerId}. Jego kolejne ` +
      'zgłoszenia będą powiązane z tym rekordem. API Thulium nie zmienia klienta w istniejącym zgłoszeniu, więc to zgłoszenie ' +
      'przypnij do rekordu w panelu.',
  'customer-hits': (_, { state: { crmRecord } }) =>
    crmRecord &&
    `Liczba rekordów CRM z ID klienta EmpikPlace ${crmRecord.customerId}: ${crmRecord.hits}. Zgłoszenia tego klienta są wiązane ` +
      `z rekordem o najniższym numerze: ${crmRecord.thuliumCustomerId}. Pozostaw ID w jednym rekordzie, a w pozostałych wyczyść pole.`,
  'customer-shortened': (_, { state: { crmRecord } }) =>
    crmRecord &&
    `Nazwa klienta jest dłuższa niż pole w CRM: rekord ${crmRecord.thuliumCustomerId} ma jej pierwsze ${longestName} znaków. ` +
      'Całość jest w zamówieniu w EmpikPlace.',
  order: ({ recording }, { state }) => {
    const order = state.orders[recording - 1]
    return order && orderText(order).join('\n')
  },
  'fields-missing': ({ effectKey }, { state }) => {
    const told = state.fieldsTold.find((known) => known.effectKey === effectKey)
    return told && leftOutNote(told.names).join('\n')
  },
  closed: ({ entryId }, { state }) =>
    `${closedWords[state.reopenings.find((known) => known.entryId === entryId)?.author ?? 'customer']}, a Thulium go nie otworzyło. ` +
    'Otwórz zgłoszenie i odpowiedz. Aby działo się to samo, wybierz „Status po wiadomości klienta” w ustawieniach integracji.',
  refused: ({ thuliumMessageId }, { state }) => {
    const refusal = state.refusals.find((known) => known.thuliumMessageId === thuliumMessageId)
    return (
      refusal &&
      refusalText(refusal.reason, refusal.length, readersOf(replyOf(state, thuliumMessageId)?.to)) +
        filesToo(state, thuliumMessageId)
    )
  },
  'left-out': ({ thuliumMessageId }, { state }) => {
    const reply = replyOf(state, thuliumMessageId)
    return reply?.leftOut && leftOutText(quote(state, thuliumMessageId), reply.leftOut, readersOf(reply.to))
  },
  recipients: ({ thuliumMessageId }, { state }) => {
    const reply = replyOf(state, thuliumMessageId)
    return reply && recipientsText(quote(state, thuliumMessageId), reply)
  },
  unavailable: ({ effectKey }, { ref, state }) => unavailableComment(ref, state, effectKey),
  parked: parkedText,
  answered: ({ thuliumMessageId }, { state }) => {
    const reply = replyOf(state, thuliumMessageId)
    return (
      reply && `${answerHeading} ${named(reply.agentLogin, ', ')}wysłana ${whither(reply)}:\n\n${textToSend(reply)}`
    )
  },
  written: ({ commentId }, { state }) => {
    const comment = state.comments.find((known) => known.commentId === commentId)
    return comment && `${commentHeading} ${named(comment.writtenBy, ':')}\n\n${comment.text}`
  },
}

/**
 * The internal comment that tells an agent what he would not see otherwise, such as what of a reply has not reached the buyer,
 * and why. The same subject always gives the same text, whatever a person decided in between: it is how a comment is looked up.
 * @param subject as planned
 * @returns undefined when the conversation knows of no such thing
 */
export function commentText(ref: ConversationRef, state: ConversationState, subject: string): string | undefined {
  const parsed = parseCommentSubject(subject)
  if (!parsed) return undefined
  // Each row takes the subjects of its own kind, which TypeScript does not follow through the table.
  const text = texts[parsed.about] as (subject: CommentSubject, told: Told) => string | undefined
  return text(parsed, { ref, state })
}
