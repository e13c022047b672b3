import type { Connection } from '@connector/connections'
import { reconcile, reconcileType, type ReconcileFinding } from '@connector/domain/reconcile'
import { both, type BothLanguages, type ConversationRef } from '@connector/domain/words'
import type { Thread } from '@connector/empikplace'
import type { Finding } from '@connector/operations'
import type { Failure } from '@connector/outbound-http'
import { isFinal, restAfter, tries } from './failed-call.ts'
import { gather, type GatherDeps } from './gather.ts'
import type { Place } from './reconcile-place.ts'
import { notRead } from './reread-findings.ts'

/** A conversation in which something happens while it is looked at is looked at again after 1 s, as often as an outside that fails. */
const busyRestMs = 1_000
/** Read models that are behind for so long are left out of the comparison. */
export const patience = 10

export interface LookDeps extends GatherDeps {
  now: () => Date
}

const alwaysBusy = both(
  'Za każdym razem, gdy ją czytano, coś w niej dopisywano.',
  'Something was recorded each time that it was looked at.',
)
const unreadableLog = both('Ta wersja nie umie odczytać jej dziennika.', 'This version cannot read its log.')

const toFinding = (ref: ConversationRef, { what, subject, evidence }: ReconcileFinding): Finding => {
  const { title, cure } = reconcileType(what)
  const { tenantId: ofTenant, integrationId, threadId } = ref
  return {
    what,
    ofTenant,
    integrationId,
    threadId,
    subject,
    detail: both(`${title.pl}.`, `${title.en}.`),
    evidence,
    cure,
  }
}

/** What one conversation came to. */
export type Looked =
  | { kind: 'compared'; findings: readonly ReconcileFinding[]; told: Finding[] }
  | { kind: 'again'; restMs: number }
  | { kind: 'passed'; why: Failure | BothLanguages }

/** Compares one conversation with both outsides. */
export async function look(
  deps: LookDeps,
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
      return failures < tries ? { kind: 'again', restMs: busyRestMs } : { kind: 'passed', why: alwaysBusy }
    case 'unreadable':
      return { kind: 'passed', why: unreadableLog }
    case 'failed': {
      const { failure } = gathered
      if (isFinal(failure) || failures >= tries) return { kind: 'passed', why: failure }
      return { kind: 'again', restMs: restAfter(failure, deps.now()) }
    }
  }
}
