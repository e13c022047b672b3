import type { Connection, Use } from '@connector/connections'
import { recordOutcome } from '@connector/domain/conversation'
import { sideOf } from '@connector/domain/effects'
import type { TicketLost } from '@connector/domain/events'
import { observeField } from '@connector/domain/integration'
import { loseTicket } from '@connector/domain/looks'
import type { Result } from '../effects/handler.ts'
import type { ExecutorDeps, Task } from './deps.ts'

const useOf = ({ effectKey, kind }: Task['effect']): Use => ({
  side: sideOf(kind),
  operation: kind,
  causedBy: effectKey,
})

/** Appends what a try or a look-up taught us, before the ledger moves. */
export async function recordResult(
  deps: ExecutorDeps,
  task: Task,
  result: Result,
  connection: Connection,
): Promise<void> {
  const { ref, effect } = task
  if (result.kind === 'done') {
    const { event } = result
    await deps.repository.changeConversation(ref, effect.effectKey, (current) => recordOutcome(current, event))
    await deps.acceptance.accepted(connection, useOf(effect))
  } else if (result.missingField) {
    const { missingField } = result
    await deps.repository.changeIntegration(ref, effect.effectKey, (integration) =>
      observeField(integration, missingField, false),
    )
  } else if ('failure' in result && result.failure.failureClass === 'credentials-rejected') {
    await deps.acceptance.rejected(ref, useOf(effect), result.failure)
  }
}

/** Records that the ticket of a conversation is gone. */
export async function recordLoss(
  { repository, log }: ExecutorDeps,
  { ref, effect }: Task,
  lost: TicketLost,
): Promise<void> {
  const events = await repository.changeConversation(ref, effect.effectKey, (current) => loseTicket(current, lost))
  if (events.length > 0)
    log.warn({ ...ref, ticketId: lost.ticketId, reason: lost.reason }, 'The ticket of a conversation is gone')
}
