import { NotConnected, type Connection, type Connections } from '@connector/connections'
import type { BothLanguages } from '@connector/domain/words'
import type { OperationContext, OperationHandler, Step } from '@connector/operations'
import type { Repository } from '@connector/repository'
import type { Tally } from '@connector/service-kit'
import { goesOn, nextIntegration } from './at-work.ts'
import type { GatherDeps } from './gather.ts'
import { listed } from './reconcile-listed.ts'
import { look } from './reconcile-look.ts'
import { beginning, place, resultOf, type Current, type Place } from './reconcile-place.ts'
import { repair } from './reconcile-repair.ts'
import { countKnown, nextKnown } from './reconcile-scope.ts'
import { behind, refOf, repairs } from './reconcile-steps.ts'
import type { RereadConversationDeps } from './reread-conversation.ts'
import { atRest, notConnected, notRead } from './reread-findings.ts'

export interface ReconcileDeps extends GatherDeps, RereadConversationDeps {
  repository: Repository
  connections: Connections
  /** Where it is counted what was found. */
  tally?: Tally | undefined
}

/** The next conversation that the log knows. */
async function known(
  deps: ReconcileDeps,
  connection: Connection,
  context: OperationContext,
  at: Place,
  current: Current,
): Promise<Step> {
  const threadId = await nextKnown(deps.store, context, current, current.afterThread)
  if (threadId === undefined) return { cursor: { ...at, current: undefined, after: refOf(current), failures: 0 } }
  const ref = { ...refOf(current), threadId }
  const looked = await look(deps, connection, ref, at, context.signal)
  return behind(at, { ...current, afterThread: threadId }, ref, looked, repairs(context))
}

async function begin(
  { store, tally }: ReconcileDeps,
  context: OperationContext,
  at: Place,
  isFirst: boolean,
): Promise<Step> {
  const total = isFirst ? await countKnown(store, context) : undefined
  const next = await nextIntegration(store, context, at.after)
  if (next) {
    const part = context.scope.threadId === undefined ? ('listed' as const) : ('known' as const)
    return { cursor: { ...at, current: { ...next, part, afterThread: '', repairs: [] } }, total }
  }
  for (const [what, count] of Object.entries(at.found)) tally?.add('reconcile_findings_total', { what }, count)
  tally?.add('reconciled_conversations_total', {}, at.conversations)
  return { cursor: at, done: at.conversations, total: at.conversations, end: resultOf(at, repairs(context)) }
}

/** Puts log, EmpikPlace, Thulium and ledger side by side, one conversation after another, and tells what contradicts. */
export function createReconcile(deps: ReconcileDeps): OperationHandler {
  const { store, connections } = deps
  return {
    async step(context, cursor) {
      const at = cursor === undefined ? beginning : place.parse(cursor)
      const { current } = at
      if (!current) return begin(deps, context, at, cursor === undefined)
      const passedOver = (why: BothLanguages): Step => ({
        cursor: { ...at, current: undefined, after: refOf(current), failures: 0, notRead: at.notRead + 1 },
        findings: [notRead(current, 'integration', why)],
      })
      if (!(await goesOn(store, current))) return passedOver(atRest)
      try {
        const connection = await connections.get(refOf(current))
        if (current.repairs.length > 0) return await repair(deps, connection, context, at, current, current.repairs)
        return current.part === 'listed'
          ? await listed(deps, connection, context, at, current)
          : await known(deps, connection, context, at, current)
      } catch (error) {
        if (!(error instanceof NotConnected)) throw error
        return passedOver(notConnected(error.message))
      }
    },
  }
}
