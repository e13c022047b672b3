import {
  both,
  conversationStream,
  type BothLanguages,
  type ConversationRef,
  type IntegrationRef,
} from '@connector/domain/words'
import type { EventLog } from '@connector/event-log'
import type { Finding, OperationContext } from '@connector/operations'
import type { Failure, FailureClass } from '@connector/outbound-http'
import type { Query } from '@connector/store'
import type { Recorder } from './recorder.ts'

interface SaidEvent {
  type: string
  data: Record<string, unknown>
}

/** What tells an event from others of its conversation, and when it happened; no text of a buyer. */
const told = ['messageId', 'thuliumMessageId', 'orderId', 'ticketId', 'sentAt', 'writtenAt'] as const

function findingOf(
  { tenantId, integrationId, threadId }: ConversationRef,
  { type, data }: SaidEvent,
  dryRun: boolean,
): Finding {
  const known = told.flatMap((name) => {
    const value = data[name]
    return typeof value === 'string' || typeof value === 'number' ? [[name, value] as const] : []
  })
  return {
    what: dryRun ? 'would-record' : 'recorded',
    ofTenant: tenantId,
    integrationId,
    threadId,
    subject: [type, ...known.slice(0, 1).map(([, value]) => value)].join(' '),
    detail: dryRun
      ? both(`W dzienniku brakuje tego zdarzenia: ${type}.`, `The log lacks this ${type}.`)
      : both(
          `W dzienniku brakowało tego zdarzenia: ${type}; teraz już je ma.`,
          `The log lacked this ${type}; it has it now.`,
        ),
    evidence: Object.fromEntries(known),
    ...(dryRun ? { cure: both('reread', 'reread') } : {}),
  }
}

/** What a failed call means; what the other side itself said follows, as it said it. */
const meanings: Readonly<Record<FailureClass, BothLanguages>> = {
  'credentials-rejected': both('Odrzucono dane logowania', 'The credentials were rejected'),
  unreachable: both('Druga strona nie odpowiedziała', 'The other side did not answer'),
  'rate-limited': both('Druga strona prosi o rzadsze zapytania', 'The other side asks for fewer requests'),
  refused: both('Druga strona odmówiła odpowiedzi', 'The other side refused the request'),
  'too-large': both('Odpowiedź jest większa, niż łącznik przyjmuje', 'The answer is larger than the connector takes'),
  internal: both('Łącznik ma własną usterkę', 'The connector has a fault of its own'),
  'not-connected': both('Brakuje danych do połączenia', 'Data to connect with are missing'),
}

function inWords({ class: kind, message }: Failure): BothLanguages {
  const { pl, en } = meanings[kind]
  return both(`${pl}: ${message}`, `${en}: ${message}`)
}

export const atRest = both(
  'W tym czasie zatrzymano integrację albo wstrzymano konto.',
  'The integration was stopped, or the account paused, meanwhile.',
)

/** @param message of the error, in English */
export const notConnected = (message: string): BothLanguages =>
  both('Brakuje klucza API EmpikPlace albo danych konta Thulium.', message)

export const notRead = (
  { tenantId, integrationId }: IntegrationRef,
  subject: string,
  failure: Failure | BothLanguages,
): Finding => ({
  what: 'not-read',
  ofTenant: tenantId,
  integrationId,
  subject,
  detail: 'class' in failure ? inWords(failure) : failure,
  evidence: 'class' in failure ? { class: failure.class, status: failure.status ?? null } : {},
  cure: both('wykonaj odczyt (reread) ponownie później', 'reread again later'),
})

export const unreadable = ({ tenantId, integrationId }: IntegrationRef, count: number): Finding => ({
  what: 'unreadable',
  ofTenant: tenantId,
  integrationId,
  subject: `${count} inputs`,
  detail: both(
    'Nie da się odczytać tego, co przysłano; zachowano to tak, jak przyszło.',
    'What was sent cannot be read; it is kept as it came.',
  ),
  evidence: { inputs: count },
  cure: both(
    'zobacz w stanie integracji, czego nie da się odczytać',
    'see what is unreadable in the status of the integration',
  ),
})

/**
 * What a step has recorded, or would. One that was cut short has recorded already: the log says which events this operation
 * has led to.
 */
export async function findingsOf(log: EventLog, context: OperationContext, recorder: Recorder): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { ref, events } of recorder.take()) {
    findings.push(...events.map((event) => findingOf(ref, event, context.dryRun)))
    if (events.length > 0 || context.dryRun) continue
    const stream = await log.readStream(conversationStream(ref))
    const ours = stream.filter(({ metadata }) => metadata.causationId === context.causedBy)
    findings.push(...ours.map((event) => findingOf(ref, event, false)))
  }
  return findings
}

/** Those that were not told by an earlier step. */
export async function news(
  db: Query,
  { operationId }: OperationContext,
  findings: readonly Finding[],
): Promise<Finding[]> {
  if (findings.length === 0) return []
  const rows = await db
    .selectFrom('operation_findings')
    .select(['thread_id', 'subject'])
    .where('operation_id', '=', operationId)
    .where('subject', 'in', [...new Set(findings.map(({ subject }) => subject))])
    .execute()
  const known = new Set(rows.map((row) => `${row.thread_id ?? ''} ${row.subject}`))
  return findings.filter(({ threadId, subject }) => {
    const name = `${threadId ?? ''} ${subject}`
    if (known.has(name)) return false
    known.add(name)
    return true
  })
}
