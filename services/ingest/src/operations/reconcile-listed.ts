import type { Connection } from '@connector/connections'
import type { Finding, OperationContext, Step } from '@connector/operations'
import type { Repository } from '@connector/repository'
import { behindPage, inSmallerPages, leftList, pageOf } from './list-place.ts'
import { look, patience, type LookDeps } from './reconcile-look.ts'
import { place, type Current, type Place } from './reconcile-place.ts'
import { behind, failedAt, repairs } from './reconcile-steps.ts'

/** A share of the nights looks only this far back for conversations that the log does not know at all; whoever asks, as far as he says. */
const listedBackMs = 2 * 24 * 3_600_000

interface ListedDeps extends LookDeps {
  repository: Repository
}

/** One page of what EmpikPlace lists: of what the log does not know, that which it should. */
export async function listed(
  deps: ListedDeps,
  connection: Connection,
  context: OperationContext,
  at: Place,
  current: Current,
): Promise<Step> {
  const { repository, now } = deps
  const { scope, signal } = context
  const known: Current = { ...current, ...leftList, part: 'known' }
  const since = scope.since ?? (scope.share === undefined ? undefined : new Date(now().getTime() - listedBackMs))
  const page = await connection.empikplace.threads(
    {
      ...(since === undefined ? {} : { updatedSince: new Date(since) }),
      ...{ withMessages: true, ...pageOf(current) },
    },
    signal,
  )
  if (!page.ok) {
    const smaller = inSmallerPages(current, page.failure)
    if (smaller) return { cursor: { ...at, current: smaller, failures: 0 } }
    return failedAt(at, current, known, 'list', page.failure, now())
  }
  const { threads, nextPageToken } = page.value
  const next = nextPageToken === undefined ? known : behindPage(current, nextPageToken)
  if ('class' in next) return failedAt(at, current, known, 'list', next, now())
  let step: Step = {
    cursor: {
      ...at,
      current: next,
      failures: 0,
    },
  }
  const findings: Finding[] = []
  for (const thread of threads) {
    if (scope.until !== undefined && thread.dateUpdated >= new Date(scope.until)) continue
    const ref = { ...connection.ref, threadId: thread.id }
    if ((await repository.conversation(ref)).revision >= 0) continue
    const cursor = place.parse(step.cursor)
    // All that the list shows of it; what is older is seen when it is read again.
    const looked = await look(deps, connection, ref, { ...cursor, failures: patience }, signal, thread)
    if (looked.kind === 'again') return { ...step, cursor: { ...at, failures: at.failures + 1 }, restMs: looked.restMs }
    // One that nobody wants to have taken is none of ours.
    if (looked.kind === 'compared' && looked.findings.length === 0) continue
    step = behind(cursor, cursor.current ?? known, ref, looked, repairs(context))
    findings.push(...(step.findings ?? []))
  }
  return { ...step, findings, restMs: undefined }
}
