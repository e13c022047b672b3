import type { ConversationState } from '@connector/domain/conversation'
import { both, type ConversationRef } from '@connector/domain/words'
import type { Finding } from '@connector/operations'

const about = ({ tenantId, integrationId, threadId }: ConversationRef) => ({
  ofTenant: tenantId,
  integrationId,
  threadId,
  subject: threadId,
})

/** What we may not delete, for a person to delete it there. */
function leftOutside(ref: ConversationRef, state: ConversationState): Finding[] {
  const tickets = [...state.lostTickets, ...(state.ticketId === undefined ? [] : [state.ticketId])]
  const record = state.crmRecord?.thuliumCustomerId ?? state.thuliumCustomerId
  return [
    {
      ...about(ref),
      what: 'lies-at-empikplace',
      detail: both(
        'Konwersacja pozostaje w EmpikPlace, które samo usuwa dane klientów.',
        'The conversation lies at EmpikPlace, which deletes data of buyers itself.',
      ),
      evidence: { threadId: ref.threadId, customerId: state.thread?.customerId ?? null, orders: orderIds(state) },
      cure: both('zwróć się do EmpikPlace', 'ask EmpikPlace'),
    },
    ...(tickets.length === 0 && record === undefined
      ? []
      : [
          {
            ...about(ref),
            what: 'lies-in-thulium' as const,
            detail: both(
              'W Thulium pozostają zgłoszenia, a być może też rekord w CRM.',
              'Tickets, and maybe a record in the CRM, lie in Thulium.',
            ),
            evidence: { tickets, crmCustomer: record ?? null },
            cure: both('usuń je w panelu Thulium', 'delete them in the panel of Thulium'),
          },
        ]),
  ]
}

const orderIds = ({ orders }: ConversationState): string[] => [...new Set(orders.map(({ orderId }) => orderId))]

/** What an erasure did or would do. */
export function summary(
  ref: ConversationRef,
  state: ConversationState,
  stopped: readonly string[],
  dryRun: boolean,
): Finding[] {
  const evidence = {
    messages: state.messages.length,
    replies: state.replies.length,
    orders: orderIds(state).length,
    files: state.messages.reduce((count, { attachments }) => count + attachments.length, 0),
    stopped: stopped.length,
  }
  return [
    {
      ...about(ref),
      what: dryRun ? 'would-erase' : 'erased',
      detail: dryRun
        ? both('Imiona, nazwiska i teksty zostałyby usunięte.', 'Names and texts would be erased.')
        : both('Imiona, nazwiska i teksty usunięto.', 'Names and texts are erased.'),
      evidence,
    },
    ...stopped.map((effectKey) => ({
      ...about(ref),
      what: dryRun ? ('would-stop' as const) : ('stopped' as const),
      subject: effectKey,
      detail: dryRun
        ? both('Ten zapis nie zostałby wykonany.', 'This write would not be made.')
        : both(
            'Ten zapis nie zostanie wykonany; jeśli był w toku, mógł już zostać wykonany.',
            'This write is not made; if it was under way, it may have been.',
          ),
      evidence: { effectKey },
      cure: both(
        'sprawdź w EmpikPlace albo w Thulium, czy tam jest',
        'look in EmpikPlace or Thulium whether it is there',
      ),
    })),
    ...leftOutside(ref, state),
  ]
}

/** @param events that cannot be blanked */
export const notSealed = (ref: ConversationRef, events: number): Finding => ({
  ...about(ref),
  what: 'not-sealed',
  detail: both(
    'Zdarzenia tej konwersacji zapisano bez klucza i nie można ich zmienić.',
    'Events of this conversation were written without a key, and cannot be changed.',
  ),
  evidence: { events },
  cure: both(
    'brak: wszystkie usługi tej wersji szyfrują to, co zapisują',
    'none: all services of this version seal what they write',
  ),
})

export const notErased = (ref: ConversationRef): Finding => ({
  ...about(ref),
  what: 'not-erased',
  detail: both(
    'Ta wersja nie umie odczytać konwersacji, więc nic z niej nie usunięto.',
    'This version cannot read the conversation, so nothing of it was erased.',
  ),
  evidence: {},
  cure: both(
    'wdróż wersję, która ją zapisała, i usuń dane ponownie',
    'deploy the version that wrote it, then erase again',
  ),
})
