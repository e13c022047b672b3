import type { Connection } from '@connector/connections'
import { resolveEffect } from '@connector/domain/conversation'
import type { OperationContext, Step } from '@connector/operations'
import type { Repository } from '@connector/repository'
import { createRecorder } from './recorder.ts'
import type { Current, Place, ToRepair } from './reconcile-place.ts'
import { failedAt, refOf } from './reconcile-steps.ts'
import { rereadConversation, type RereadConversationDeps } from './reread-conversation.ts'

interface RepairDeps extends RereadConversationDeps {
  repository: Repository
  now: () => Date
}

/** Reads a conversation again, or asks for its parked writes once more. Both may be done twice. */
export async function repair(
  deps: RepairDeps,
  connection: Connection,
  { causedBy, signal }: OperationContext,
  at: Place,
  current: Current,
  [first, ...rest]: readonly ToRepair[],
): Promise<Step> {
  const { repository } = deps
  const next: Current = { ...current, repairs: rest }
  if (!first) return { cursor: { ...at, current: next } }
  const ref = { ...refOf(current), threadId: first.threadId }
  if (first.reread) {
    const recorder = createRecorder(repository, causedBy, false)
    const failed = await rereadConversation(deps, recorder.repository, connection, ref, signal)
    if (failed) {
      const step = failedAt(at, current, next, first.threadId, failed, deps.now())
      return { ...step, findings: step.findings?.map((one) => ({ ...one, threadId: first.threadId })) }
    }
  }
  for (const key of first.retry)
    await repository.changeConversation(ref, causedBy, (state) => resolveEffect(state, key, 'retry'))
  const counts = { reread: at.reread + (first.reread ? 1 : 0), retried: at.retried + first.retry.length }
  return { cursor: { ...at, ...counts, current: next, failures: 0 } }
}
