import { customerIdentity, isOutsideCrm, requestCustomerAddition } from '@connector/domain/buyers'
import type { ConversationState } from '@connector/domain/conversation'
import { effectKey } from '@connector/domain/effects'
import type { ConversationRef } from '@connector/domain/words'
import type { RouteDeps } from '../deps.ts'
import type { AdditionView } from '../pages/add-to-crm.ts'

async function viewOf({ directory }: RouteDeps, ref: ConversationRef, state: ConversationState): Promise<AdditionView> {
  if (state.thuliumCustomerId !== undefined) return { status: 'in-crm', thuliumCustomerId: state.thuliumCustomerId }
  if (!isOutsideCrm(state)) return { status: 'not-outside' }
  const failed = state.parked.has(effectKey('customer:add', ref.integrationId, ref.threadId))
  if (state.additionRequested && !failed) return { status: 'requested' }
  const { system } = await directory.tenant(ref.tenantId)
  const { settings } = await directory.integration(ref)
  const { id, name = '', surname } = customerIdentity(ref.threadId, state)
  return { status: 'offered', name, surname, customerId: id, field: settings.customerField, system }
}

/** Where it stands, and what would be created. */
export const additionOf = async (deps: RouteDeps, ref: ConversationRef): Promise<AdditionView> =>
  viewOf(deps, ref, (await deps.repository.conversation(ref)).state)

/** Asks for the buyer to be added, once however often it is called. @throws {CommandRefused} where there is nobody to add */
export async function requestAddition(
  deps: RouteDeps,
  ref: ConversationRef,
  requestedBy: string,
  causedBy: string,
): Promise<AdditionView> {
  await deps.repository.changeConversation(ref, causedBy, (state) => requestCustomerAddition(ref, state, requestedBy))
  return additionOf(deps, ref)
}
