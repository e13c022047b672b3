import { unavailableComment } from '../attachments/comment.ts'
import { replyFile } from '../attachments/subject.ts'
import type { ConversationState } from '../conversation/state.ts'
import { shorten } from '../text/shorten.ts'
import { orderText } from './order-text.ts'
import { refusalText } from './refusal-text.ts'

const quote = (state: ConversationState, thuliumMessageId: number): string => {
  const reply = state.replies.find((known) => known.thuliumMessageId === thuliumMessageId)
  const text = reply ? reply.text.replace(/\s+/g, ' ') : ''
  return shorten(text, 120)
}

/** Files follow the text, so without it they stay too. */
const filesToo = (state: ConversationState, thuliumMessageId: number): string => {
  const reply = state.replies.find((known) => known.thuliumMessageId === thuliumMessageId)
  const names = (reply?.attachmentNames ?? []).map((name) => (name === '' ? 'plik bez nazwy' : name))
  return names.length === 0 ? '' : ` Razem z nią nie wysłano załączników: ${names.join(', ')}.`
}

function crmText({ crmRecord }: ConversationState, what: 'customer-added' | 'customer-hits'): string | undefined {
  if (!crmRecord) return undefined
  const { customerId, thuliumCustomerId, hits } = crmRecord
  return what === 'customer-added'
    ? `Klient jest w CRM: rekord ${thuliumCustomerId}, ID klienta EmpikPlace ${customerId}. Jego kolejne zgłoszenia będą powiązane z tym ` +
        'rekordem. API Thulium nie zmienia klienta w istniejącym zgłoszeniu, więc to zgłoszenie przypnij do rekordu w panelu.'
    : `Liczba rekordów CRM z ID klienta EmpikPlace ${customerId}: ${hits}. Zgłoszenia tego klienta są wiązane z rekordem o najniższym ` +
        `numerze: ${thuliumCustomerId}. Pozostaw ID w jednym rekordzie, a w pozostałych wyczyść pole.`
}

/**
 * The internal comment that tells an agent what of a reply has not reached the buyer, and why. The same subject always gives the same
 * text, whatever a person decided in between: it is how a comment is looked up.
 * @param subject `refused:{thulium message id}`, `unavailable:{effect key}` or `parked:{effect key}:{attempts}`,
 *   as planned
 * @returns undefined when the conversation knows of no such failure
 */
export function commentText(state: ConversationState, subject: string): string | undefined {
  const [what, ...rest] = subject.split(':')
  if (what === 'customer-added' || what === 'customer-hits') return crmText(state, what)
  if (what === 'order') {
    const order = state.orders[Number(rest[0]) - 1]
    return order && orderText(order).join('\n')
  }
  if (what === 'closed')
    return (
      'Klient napisał w zamkniętym zgłoszeniu, a Thulium go nie otworzyło. Otwórz zgłoszenie i odpowiedz. ' +
      'Aby działo się to samo, wybierz „Status po wiadomości klienta” w ustawieniach integracji.'
    )
  if (what === 'refused') {
    const id = Number(rest[0])
    const refusal = state.refusals.find((known) => known.thuliumMessageId === id)
    return refusal && refusalText(refusal.reason, refusal.length) + filesToo(state, id)
  }
  if (what === 'unavailable') return unavailableComment(state, rest.join(':'))
  const key = rest.slice(0, -1).join(':')
  const attempts = Number(rest.at(-1))
  const parking = state.parkings.find((known) => known.effectKey === key && known.attempts === attempts)
  if (!parking) return undefined
  const about = key.split(':').at(-1) ?? ''
  const file = key.startsWith('attachment:send:') ? replyFile(state, about) : undefined
  if (file)
    return (
      `Załącznik „${file.name}” mógł nie dotrzeć do klienta w EmpikPlace: ${parking.message}. ` +
      'Sprawdź konwersację w EmpikPlace i w razie potrzeby wyślij go w panelu EmpikPlace.'
    )
  const text = quote(state, Number(about))
  if (parking.code === 'effect.ambiguous')
    return (
      `Nie wiadomo, czy odpowiedź „${text}” dotarła do klienta w EmpikPlace: EmpikPlace nie potwierdził żadnej z prób wysłania, ` +
      'a w konwersacji nie widać jej w tej postaci. Sprawdź konwersację w EmpikPlace i tylko jeśli odpowiedzi tam nie ma, ' +
      `wyślij ją w panelu EmpikPlace.${filesToo(state, Number(about))}`
    )
  return (
    `Odpowiedź „${text}” nie dotarła do klienta w EmpikPlace: ${parking.message}. ` +
    'Sprawdź konwersację w EmpikPlace i wyślij odpowiedź ponownie albo odpowiedz w panelu EmpikPlace.' +
    filesToo(state, Number(about))
  )
}
