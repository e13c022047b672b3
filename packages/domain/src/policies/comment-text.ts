import type { ConversationState } from '../conversation/state.ts'
import { replyLimits, replyText } from '../text/reply-text.ts'

const quote = (state: ConversationState, thuliumMessageId: number): string => {
  const reply = state.replies.find((known) => known.thuliumMessageId === thuliumMessageId)
  const text = reply ? replyText(reply.body).replace(/\s+/g, ' ') : ''
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}

/**
 * The internal comment that tells an agent why a reply has not reached the buyer.
 * @param subject `refused:{thulium message id}` or `parked:{effect key}:{attempts}`, as planned
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
  const key = rest.slice(0, -1).join(':')
  const parked = state.parked.get(key)
  const id = Number(key.split(':').at(-1))
  const text = quote(state, id)
  if (!parked && text === '') return undefined
  return (
    `Odpowiedź „${text}” nie dotarła do klienta w EmpikPlace${parked ? `: ${parked.message}` : ''}. ` +
    'Sprawdź konwersację w EmpikPlace i wyślij odpowiedź ponownie albo odpowiedz w panelu EmpikPlace.'
  )
}
