import { both } from '../words/index.ts'
import { effectKey } from '../effects/effect-key.ts'
import type { ConversationEvent } from '../events/event-types.ts'
import type { ConversationRef } from '../words/ids.ts'
import { CommandRefused } from '../integration/decide.ts'
import { isOutsideCrm } from './customer.ts'
import { resolveEffect } from '../conversation/outcomes.ts'
import type { ConversationState } from '../conversation/state.ts'

/** Somebody wants a buyer who was left outside the CRM in it. Asking twice is asking once; asking again after it failed tries again. */
export function requestCustomerAddition(
  ref: ConversationRef,
  state: ConversationState,
  requestedBy: string,
): ConversationEvent[] {
  if (state.thuliumCustomerId !== undefined) return []
  if (!isOutsideCrm(state))
    throw new CommandRefused(
      'customer.not_outside',
      both(
        'Klient tej konwersacji nie został poza CRM, więc nie ma kogo dodać.',
        'The buyer of this conversation was not left outside the CRM, so there is nobody to add.',
      ),
    )
  if (state.additionRequested)
    return resolveEffect(state, effectKey('customer:add', ref.integrationId, ref.threadId), 'retry')
  return [{ type: 'CustomerAdditionRequested', data: { requestedBy } }]
}
