import type { ConversationState } from '../conversation/state.ts'
import { replyLimits } from '../text/reply-text.ts'
import { shorten } from '../text/shorten.ts'

const quote = (state: ConversationState, thuliumMessageId: number): string => {
  const reply = state.replies.find((known) => known.thuliumMessageId === thuliumMessageId)
  const text = reply ? reply.text.replace(/\s+/g, ' ') : ''
  return shorten(text, 120)
}

/**
 * The internal comment that tells an agent what of a reply has not reached the buyer, and why. The same subject always gives the same
 * text, whatever a person decided in between: it is how a comment is looked up.
 * @param subject `refused:{thulium message id}`, `attachments:{thulium message id}` or `parked:{effect key}:{attempts}`,
 *   as planned
 * @returns undefined when the conversation knows of no such failure
 */
export function commentText(state: ConversationState, subject: string): string | undefined {
  const [what, ...rest] = subject.split(':')
  if (what === 'refused') {
    const id = Number(rest[0])
    const refusal = state.refusals.find((known) => known.thuliumMessageId === id)
    if (!refusal) return undefined
    const why =
      refusal.reason === 'too-short'
        ? `EmpikPlace wymaga co najmniej ${replyLimits.min} znaków, odpowiedź ma ich ${refusal.length}`
        : `EmpikPlace przyjmuje najwyżej ${replyLimits.max} znaków, odpowiedź ma ich ${refusal.length}`
    return `Odpowiedź nie została wysłana do klienta: ${why}. Popraw treść i wyślij odpowiedź ponownie.`
  }
  if (what === 'attachments') {
    const reply = state.replies.find((known) => String(known.thuliumMessageId) === rest[0])
    if (!reply) return undefined
    const names = reply.attachmentNames.map((name) => (name === '' ? 'plik bez nazwy' : name)).join(', ')
    return `Załączniki odpowiedzi nie zostały przekazane do klienta (${names}). Wyślij je w panelu EmpikPlace.`
  }
  const key = rest.slice(0, -1).join(':')
  const attempts = Number(rest.at(-1))
  const parking = state.parkings.find((known) => known.effectKey === key && known.attempts === attempts)
  if (!parking) return undefined
  const text = quote(state, Number(key.split(':').at(-1)))
  return (
    `Odpowiedź „${text}” nie dotarła do klienta w EmpikPlace: ${parking.message}. ` +
    'Sprawdź konwersację w EmpikPlace i wyślij odpowiedź ponownie albo odpowiedz w panelu EmpikPlace.'
  )
}
