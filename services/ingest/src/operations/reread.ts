import { NotConnected } from '@connector/connections'
import type { Finding, OperationContext, OperationHandler, Step } from '@connector/operations'
import { goesOn, nextIntegration } from './at-work.ts'
import { createRecorder, type Recorder } from './recorder.ts'
import { listTickets, readThreads, readTicket, type Came, type RereadDeps } from './reread-calls.ts'
import { atRest, findingsOf, news, notConnected, notRead, unreadable } from './reread-findings.ts'
import { beginning, failedAt, movedTo, place, type Current, type Place } from './reread-place.ts'

/** One call. @returns what it came to, or why there is nobody to call */
async function go(
  deps: RereadDeps,
  context: OperationContext,
  current: Current,
  recorder: Recorder,
): Promise<Came | string> {
  try {
    const connection = await deps.connections.get(current)
    if (current.part === 'threads') return await readThreads(deps, connection, context, current, recorder)
    if (current.part === 'list') return await listTickets(deps, connection, context, current)
    return await readTicket(deps, connection, context, current, recorder)
  } catch (error) {
    if (error instanceof NotConnected) return error.message
    throw error
  }
}

async function begin({ store }: RereadDeps, context: OperationContext, at: Place): Promise<Step> {
  const next = await nextIntegration(store, context, at.after)
  const done = at.threads + at.tickets
  if (next) return { cursor: { ...at, current: { ...next, part: 'threads', tickets: [] } }, done }
  const { threads, tickets: read, recorded, notRead: missed } = at
  const result = { threads, tickets: read, [context.dryRun ? 'wouldRecord' : 'recorded']: recorded, notRead: missed }
  return { cursor: at, done, total: done, end: result }
}

/** Looks again at both outsides and records what the log lacks. A dry run asks them just the same, and records nothing. */
export function createReread(deps: RereadDeps): OperationHandler {
  const { log, store, repository, now } = deps

  return {
    async step(context, cursor) {
      const at = cursor === undefined ? beginning : place.parse(cursor)
      const { current } = at
      if (!current) return begin(deps, context, at)
      if (!(await goesOn(store, current)))
        return {
          cursor: { ...movedTo(at, current, undefined), notRead: at.notRead + 1 },
          findings: [notRead(current, 'integration', atRest)],
        }
      const recorder = createRecorder(repository, context.causedBy, context.dryRun)
      const came = await go(deps, context, current, recorder)
      // What was recorded is told, whatever became of the rest of the call.
      const found: Finding[] = await findingsOf(log, context, recorder)
      const broken = recorder.takeUnreadable()
      if (broken > 0) found.push(unreadable(current, broken))
      return async (db) => {
        const fresh = await news(db, context, found)
        const recorded = fresh.filter(({ what }) => what === 'recorded' || what === 'would-record').length
        const counted = { ...at, recorded: at.recorded + recorded }
        if (typeof came === 'string')
          return {
            cursor: { ...movedTo(counted, current, undefined), notRead: at.notRead + 1 },
            findings: [...fresh, notRead(current, 'integration', notConnected(came))],
          }
        if ('failure' in came) {
          const step = failedAt(counted, current, came.failure, now())
          return { ...step, findings: [...fresh, ...(step.findings ?? [])] }
        }
        const next = movedTo(counted, current, came.next)
        const threads = next.threads + (came.threads ?? 0)
        const read = next.tickets + (came.tickets ?? 0)
        return { cursor: { ...next, threads, tickets: read }, done: threads + read, findings: fresh }
      }
    },
  }
}
