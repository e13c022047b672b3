import { NotConnected, type Connection, type Connections } from '@connector/connections'
import { resolveEffect } from '@connector/domain/conversation'
import { reconcile, reconcileType, type ReconcileFinding } from '@connector/domain/reconcile'
import type { ConversationRef, IntegrationRef } from '@connector/domain/words'
import type { Thread } from '@connector/empikplace'
import type { Finding, OperationContext, OperationHandler, Step } from '@connector/operations'
import type { Failure } from '@connector/outbound-http'
import type { Repository } from '@connector/repository'
import type { Tally } from '@connector/service-kit'
import { gather, type GatherDeps } from './gather.ts'
import { createRecorder } from './recorder.ts'
import { beginning, counted, place, resultOf, type Current, type Place, type ToRepair } from './reconcile-place.ts'
import { countKnown, nextIntegration, nextKnown } from './reconcile-scope.ts'
import { rereadConversation, type RereadConversationDeps } from './reread-conversation.ts'
import { notRead } from './reread-findings.ts'

export interface ReconcileDeps extends GatherDeps, RereadConversationDeps {
  repository: Repository
  connections: Connections
  /** Where it is counted what was found. */
  tally?: Tally | undefined
}

/** Threads in one call of the list. */
const threadsAtOnce = 25

/** A share of the nights looks only this far back for conversations that the log does not know at all; whoever asks, as far as he says. */
const listedBackMs = 2 * 24 * 3_600_000

/** An outside that fails is asked again this often, 15 s apart; a conversation in which something happens meanwhile, 1 s apart. */
const tries = 20
const restMs = 15_000
const busyRestMs = 1_000
/** Read models that are behind for so long are left out of the comparison. */
const patience = 10

const isFinal = ({ class: kind }: Failure): boolean =>
  kind === 'credentials-rejected' || kind === 'refused' || kind === 'too-large'

const toFinding = (ref: ConversationRef, { what, subject, evidence }: ReconcileFinding): Finding => {
  const { title, cure } = reconcileType(what)
  const { tenantId: ofTenant, integrationId, threadId } = ref
  return { what, ofTenant, integrationId, threadId, subject, detail: `${title.en}.`, evidence, cure: cure.en }
}

function repairOf(threadId: string, findings: readonly ReconcileFinding[]): ToRepair[] {
  const of = (repair: 'reread' | 'retry') => findings.filter(({ what }) => reconcileType(what).repair === repair)
  const retry = of('retry').flatMap(({ effectKey = [] }) => effectKey)
  const reread = of('reread').length > 0
  return reread || retry.length > 0 ? [{ threadId, reread, retry }] : []
}

/** What one conversation came to. */
type Looked =
  | { kind: 'compared'; findings: readonly ReconcileFinding[]; told: Finding[] }
  | { kind: 'again'; failure: Failure | undefined; restMs: number }
  | { kind: 'passed'; why: Failure | string }

/** Puts log, EmpikPlace, Thulium and ledger side by side, one conversation after another, and tells what contradicts. */
export function createReconcile(deps: ReconcileDeps): OperationHandler {
  const { store, repository, connections, now } = deps

  async function look(
    connection: Connection,
    ref: ConversationRef,
    { failures }: Place,
    signal: AbortSignal,
    shown?: Thread,
  ): Promise<Looked> {
    const gathered = await gather(deps, connection, ref, { shown, patient: failures < patience, signal })
    switch (gathered.kind) {
      case 'facts': {
        const findings = reconcile(gathered.facts)
        const untold = gathered.untold.map((failure) => ({
          ...notRead(ref, ref.threadId, failure),
          threadId: ref.threadId,
        }))
        return { kind: 'compared', findings, told: [...findings.map((one) => toFinding(ref, one)), ...untold] }
      }
      case 'busy':
        return failures < tries
          ? { kind: 'again', failure: undefined, restMs: busyRestMs }
          : { kind: 'passed', why: 'Something was recorded each time that it was looked at.' }
      case 'unreadable':
        return { kind: 'passed', why: 'This version cannot read its log.' }
      case 'failed': {
        const { failure } = gathered
        if (isFinal(failure) || failures >= tries) return { kind: 'passed', why: failure }
        return {
          kind: 'again',
          failure,
          restMs: failure.retryAt ? failure.retryAt.getTime() - now().getTime() : restMs,
        }
      }
    }
  }

  /** The place behind one conversation. */
  function behind(at: Place, current: Current, ref: ConversationRef, looked: Looked, repairs: boolean): Step {
    if (looked.kind === 'again')
      return { cursor: { ...at, failures: at.failures + 1 }, restMs: Math.max(busyRestMs, looked.restMs) }
    const next: Place = { ...at, current, conversations: at.conversations + 1, failures: 0 }
    if (looked.kind === 'passed') {
      const finding: Finding = { ...notRead(ref, ref.threadId, looked.why), threadId: ref.threadId }
      return { cursor: { ...next, notRead: at.notRead + 1 }, done: next.conversations, findings: [finding] }
    }
    const { findings, told } = looked
    const cursor = counted(next, findings)
    const missed = told.length - findings.length
    const planned = repairs ? repairOf(ref.threadId, findings) : []
    return {
      cursor: {
        ...cursor,
        notRead: at.notRead + missed,
        current: { ...current, repairs: [...current.repairs, ...planned] },
      },
      done: cursor.conversations,
      findings: told,
    }
  }

  /** One page of what EmpikPlace lists: of what the log does not know, that which it should. */
  async function listed(connection: Connection, context: OperationContext, at: Place, current: Current): Promise<Step> {
    const { scope, signal, dryRun } = context
    const known: Current = { ...current, part: 'known', pageToken: undefined }
    const since = scope.since ?? (scope.share === undefined ? undefined : new Date(now().getTime() - listedBackMs))
    const page = await connection.empikplace.threads(
      {
        ...(since === undefined ? {} : { updatedSince: new Date(since) }),
        ...{ withMessages: true, limit: threadsAtOnce },
        ...(current.pageToken === undefined ? {} : { pageToken: current.pageToken }),
      },
      signal,
    )
    if (!page.ok) return failedAt(at, current, known, 'list', page.failure)
    const { threads, nextPageToken } = page.value
    let step: Step = {
      cursor: {
        ...at,
        current: nextPageToken === undefined ? known : { ...current, pageToken: nextPageToken },
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
      const looked = await look(connection, ref, { ...cursor, failures: patience }, signal, thread)
      if (looked.kind === 'again')
        return { ...step, cursor: { ...at, failures: at.failures + 1 }, restMs: looked.restMs }
      // One that nobody wants to have taken is none of ours.
      if (looked.kind === 'compared' && looked.findings.length === 0) continue
      step = behind(cursor, cursor.current ?? known, ref, looked, scope.repair === true && !dryRun)
      findings.push(...(step.findings ?? []))
    }
    return { ...step, findings, restMs: undefined }
  }

  function failedAt(at: Place, current: Current, next: Current | undefined, subject: string, failure: Failure): Step {
    if (!isFinal(failure) && at.failures < tries) {
      const wait = failure.retryAt ? failure.retryAt.getTime() - now().getTime() : restMs
      return { cursor: { ...at, failures: at.failures + 1 }, restMs: Math.max(busyRestMs, wait) }
    }
    const cursor = {
      ...at,
      current: next,
      failures: 0,
      notRead: at.notRead + 1,
      after: next ? at.after : refOf(current),
    }
    return { cursor, findings: [notRead(current, subject, failure)] }
  }

  const refOf = ({ tenantId, integrationId }: IntegrationRef): IntegrationRef => ({ tenantId, integrationId })

  async function known(connection: Connection, context: OperationContext, at: Place, current: Current): Promise<Step> {
    const threadId = await nextKnown(store, context, current, current.afterThread)
    if (threadId === undefined) return { cursor: { ...at, current: undefined, after: refOf(current), failures: 0 } }
    const ref = { ...refOf(current), threadId }
    const looked = await look(connection, ref, at, context.signal)
    const repairs = context.scope.repair === true && !context.dryRun
    return behind(at, { ...current, afterThread: threadId }, ref, looked, repairs)
  }

  /** Reads a conversation again, or asks for its parked writes once more. Both may be done twice. */
  async function repair(
    connection: Connection,
    { causedBy, signal }: OperationContext,
    at: Place,
    current: Current,
    [first, ...rest]: readonly ToRepair[],
  ): Promise<Step> {
    const next: Current = { ...current, repairs: rest }
    if (!first) return { cursor: { ...at, current: next } }
    const ref = { ...refOf(current), threadId: first.threadId }
    if (first.reread) {
      const recorder = createRecorder(repository, causedBy, false)
      const failed = await rereadConversation(deps, recorder.repository, connection, ref, signal)
      if (failed) {
        const step = failedAt(at, current, next, first.threadId, failed)
        return { ...step, findings: step.findings?.map((one) => ({ ...one, threadId: first.threadId })) }
      }
    }
    for (const key of first.retry)
      await repository.changeConversation(ref, causedBy, (state) => resolveEffect(state, key, 'retry'))
    const counts = { reread: at.reread + (first.reread ? 1 : 0), retried: at.retried + first.retry.length }
    return { cursor: { ...at, ...counts, current: next, failures: 0 } }
  }

  async function begin(context: OperationContext, at: Place, isFirst: boolean): Promise<Step> {
    const total = isFirst ? await countKnown(store, context) : undefined
    const next = await nextIntegration(store, context, at.after)
    if (next) {
      const part = context.scope.threadId === undefined ? ('listed' as const) : ('known' as const)
      return { cursor: { ...at, current: { ...next, part, afterThread: '', repairs: [] } }, total }
    }
    const repairs = context.scope.repair === true && !context.dryRun
    for (const [what, count] of Object.entries(at.found)) deps.tally?.add('reconcile_findings_total', { what }, count)
    deps.tally?.add('reconciled_conversations_total', {}, at.conversations)
    return { cursor: at, done: at.conversations, total: at.conversations, end: resultOf(at, repairs) }
  }

  return {
    async step(context, cursor) {
      const at = cursor === undefined ? beginning : place.parse(cursor)
      const { current } = at
      if (!current) return begin(context, at, cursor === undefined)
      try {
        const connection = await connections.get(refOf(current))
        if (current.repairs.length > 0) return await repair(connection, context, at, current, current.repairs)
        return current.part === 'listed'
          ? await listed(connection, context, at, current)
          : await known(connection, context, at, current)
      } catch (error) {
        if (!(error instanceof NotConnected)) throw error
        const passed = { ...at, current: undefined, after: refOf(current), failures: 0, notRead: at.notRead + 1 }
        return { cursor: passed, findings: [notRead(current, 'integration', error.message)] }
      }
    },
  }
}
