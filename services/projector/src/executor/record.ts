import type { Connection } from '@connector/connections'
import { recordOutcome } from '@connector/domain/conversation'
import type { TicketLost } from '@connector/domain/events'
import { observeField } from '@connector/domain/integration'
import { loseTicket } from '@connector/domain/looks'
import type { Result } from '../effects/handler.ts'
import { recordAcceptance, recordRejection } from './authentication.ts'
import type { ExecutorDeps, Task } from './deps.ts'

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
    await recordAcceptance(deps, task, connection)
  } else if (result.missingField) {
    const { missingField } = result
    await deps.repository.changeIntegration(ref, effect.effectKey, (integration) =>
      observeField(integration, missingField, false),
    )
  } else if ('failure' in result && result.failure.failureClass === 'credentials-rejected') {
    await recordRejection(deps, task, result.failure.message)
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
