import { NotConnected, type Connection, type Connections } from '@connector/connections'
import { sides, type Side, type Verified } from '@connector/domain/events'
import { acceptStored } from '@connector/domain/integration'
import type { IntegrationRef } from '@connector/domain/words'
import type { Repository } from '@connector/repository'
import { startLoop, type Log, type Loop } from '@connector/service-kit'
import { heldBy, type Leases, type WorkerStore } from '@connector/store'
import { sql } from 'kysely'

export interface SecondChancesDeps {
  leases: Leases
  store: WorkerStore
  connections: Connections
  repository: Repository
  /** How long between two tries with credentials that were rejected. */
  everyMs: number
  log: Log
  now: () => Date
  random: () => number
}

/** How often it is looked who waits. */
const restMs = 1_000

/** Many that were stopped at once are not tried at once. */
const spread = 0.2

const nameOf = ({ tenantId, integrationId }: IntegrationRef): string => `${tenantId}/${integrationId}`

/** The cheapest call of the kind that every look begins with. */
const ask = ({ empikplace, thulium }: Connection, side: Side, signal: AbortSignal) =>
  side === 'empikplace' ? empikplace.threads({ limit: 1 }, signal) : thulium.tickets({ limit: 1, offset: 0 }, signal)

/**
 * Tries the stored credentials of integrations that rejections stopped again and again: a key may be valid again without
 * anybody doing anything here, and the stop itself may have been a mistake of the other side. What is accepted runs again.
 */
export function startSecondChances(deps: SecondChancesDeps): Loop {
  const { leases, store, connections, repository, everyMs, log, now, random } = deps
  /** When each of those that are stopped is due; whoever takes over a tenant begins to wait anew. */
  let due = new Map<string, number>()

  const nextTry = (): number => now().getTime() + everyMs * (1 - spread + 2 * spread * random())

  async function stopped(): Promise<IntegrationRef[]> {
    const { rows } = await sql<{ tenant_id: string; integration_id: string }>`
      select i.tenant_id, i.integration_id
      from integrations i
      where i.status = 'credentials-rejected'
        and (select true from leases l where l.tenant_id = i.tenant_id and ${heldBy('ingest', leases.owner)})
        and not exists (select from tenant_rests r where r.tenant_id = i.tenant_id and r.state <> 'working')
    `.execute(store.db)
    return rows.map((row) => ({ tenantId: row.tenant_id, integrationId: row.integration_id }))
  }

  async function accepted(connection: Connection, signal: AbortSignal): Promise<Verified[]> {
    const { ref, integration, account, settings } = connection
    const found: Verified[] = []
    for (const side of sides.filter((side) => !integration.authenticated[side])) {
      const answer = await ask(connection, side, signal)
      if (answer.ok) {
        const accountName = side === 'thulium' ? account.system : settings.shopId
        found.push({ side, accountName, clockOffsetMs: integration.clockOffsetMs })
      } else {
        const { class: failureClass, message: reason } = answer.failure
        log.info({ ...ref, operation: side, failureClass, reason }, 'The stored credentials are not accepted yet')
      }
    }
    return found
  }

  async function tryAgain(ref: IntegrationRef): Promise<void> {
    const lease = leases.get(ref.tenantId)
    if (!lease) return
    connections.forget(ref)
    const verified = await accepted(await connections.get(ref), lease.signal)
    if (verified.length === 0 || lease.signal.aborted) return
    const events = await repository.changeIntegration(ref, 'poll:second-chance', (state) =>
      acceptStored(state, verified),
    )
    if (events.some(({ type }) => type === 'IntegrationStarted'))
      log.info({ ...ref }, 'The stored credentials are accepted again, and the integration runs')
  }

  async function step(): Promise<number> {
    const waiting = await stopped()
    due = new Map(waiting.map((ref) => [nameOf(ref), due.get(nameOf(ref)) ?? nextTry()]))
    for (const ref of waiting) {
      if ((due.get(nameOf(ref)) ?? Infinity) > now().getTime()) continue
      due.set(nameOf(ref), nextTry())
      try {
        await tryAgain(ref)
      } catch (error) {
        if (!(error instanceof NotConnected))
          log.error({ ...ref, operation: 'second-chance', error }, 'The stored credentials could not be tried')
      }
    }
    return restMs
  }

  return startLoop({ log, operation: 'second-chances', step })
}
