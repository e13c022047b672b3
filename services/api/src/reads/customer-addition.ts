import { customerIdentity, isOutsideCrm, requestCustomerAddition } from '@connector/domain/buyers'
import type { ConversationState } from '@connector/domain/conversation'
import { effectKey } from '@connector/domain/effects'
import type { ConversationRef } from '@connector/domain/words'
import type { Cause, Repository } from '@connector/repository'
import type { Directory } from './directory.ts'

/** Where the addition of a buyer stands. */
export type AdditionView =
  | { status: 'offered'; surname: string; name: string; customerId: string; field: string; system: string }
  | { status: 'requested' }
  | { status: 'in-crm'; thuliumCustomerId: number }
  | { status: 'not-outside' }

interface AdditionReads {
  directory: Pick<Directory, 'tenant' | 'integration'>
  repository: Pick<Repository, 'conversation'>
}

async function viewOf(
  { directory }: Pick<AdditionReads, 'directory'>,
  ref: ConversationRef,
  state: ConversationState,
): Promise<AdditionView> {
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
export const additionOf = async (deps: AdditionReads, ref: ConversationRef): Promise<AdditionView> =>
  viewOf(deps, ref, (await deps.repository.conversation(ref)).state)

/** Asks for the buyer to be added, once however often it is called. @throws {CommandRefused} where there is nobody to add */
export async function requestAddition(
  deps: AdditionReads & { repository: Pick<Repository, 'changeConversation'> },
  ref: ConversationRef,
  requestedBy: string,
  causedBy: Cause,
): Promise<AdditionView> {
  await deps.repository.changeConversation(ref, causedBy, (state) => requestCustomerAddition(ref, state, requestedBy))
  return additionOf(deps, ref)
}
