import type { ThuliumConnection } from '@connector/domain/events'
import type { IntegrationSettings } from '@connector/domain/settings'
import type { BothLanguages } from '@connector/domain/words'
import type { Failure } from '@connector/outbound-http'
import type { ThuliumClient } from '@connector/thulium'
import { texts } from './texts.ts'

/** The name that Thulium's own integration shows, and that an API user may or may not be allowed to give. */
const wanted = 'EmpikPlace'
/** The documented source that fits best. */
const safe = 'www'

/** What Thulium did with a source of our own. */
export const sourceOutcomes = ['kept', 'changed', 'refused'] as const
type SourceOutcome = (typeof sourceOutcomes)[number]

export type SourceProbe =
  | { outcome: SourceOutcome; ticketSource: string; ticketId: number; message: BothLanguages }
  | { outcome: 'failed'; failure: Failure }

/** Tickets made after this long ago are looked through for the test ticket. */
const lookBackMs = 5 * 60_000

const saysOf = (outcome: SourceOutcome, ticketId: number): BothLanguages => {
  switch (outcome) {
    case 'kept':
      return texts.sourceKept(wanted, ticketId)
    case 'changed':
      return texts.sourceChanged(wanted, safe, ticketId)
    case 'refused':
      return texts.sourceRefused(wanted, safe, ticketId)
  }
}

/**
 * Finds out, by one test ticket, whether Thulium keeps a source of our own: nothing says so (docs/outside/thulium.md: tickets). The
 * ticket lacks the field that marks ours, so nothing happens to it.
 */
export async function probeSource(
  client: ThuliumClient,
  account: ThuliumConnection,
  settings: IntegrationSettings,
  now: Date,
  signal: AbortSignal,
): Promise<SourceProbe> {
  const create = (source: string) =>
    client.createTicket(
      {
        to: account.mailbox,
        from: `empik-test@${account.sinkDomain}`,
        subject: 'EmpikPlace: zgłoszenie próbne, można je usunąć',
        body: 'To zgłoszenie sprawdza, czy Thulium zachowuje źródło „EmpikPlace”. Można je usunąć.',
        bodyType: 'PLAIN',
        source,
        direction: 'in_behalf_of',
        tags: [wanted],
        queueId: settings.queueId,
        categoryId: settings.categoryId,
      },
      signal,
    )
  const probed = (outcome: SourceOutcome, ticketId: number): SourceProbe => ({
    outcome,
    ticketSource: outcome === 'kept' ? wanted : safe,
    ticketId,
    message: saysOf(outcome, ticketId),
  })

  const made = await create(wanted)
  if (made.outcome !== 'done') {
    if (made.outcome === 'unknown' || made.failure.class !== 'refused')
      return { outcome: 'failed', failure: made.failure }
    // Only if the same ticket is taken under a documented source was it the source that was refused.
    const other = await create(safe)
    return other.outcome === 'done'
      ? probed('refused', other.value.ticketId)
      : { outcome: 'failed', failure: other.failure }
  }

  const { ticketId } = made.value
  // Only rows of lists are known to show the source. A rule of the account may have put it into another queue at once.
  const createDateFrom = new Date(now.getTime() - lookBackMs)
  const list = await client.tickets({ createDateFrom, limit: 100, offset: 0 }, signal)
  if (!list.ok) return { outcome: 'failed', failure: list.failure }
  const row = list.value.tickets.find(({ id }) => id === ticketId)
  return probed(row?.source === wanted ? 'kept' : 'changed', ticketId)
}
