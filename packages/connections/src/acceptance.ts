import type { Side } from '@connector/domain/events'
import { acceptAuthentication, rejectAuthentication, type RejectionPolicy } from '@connector/domain/integration'
import type { IntegrationRef } from '@connector/domain/words'
import type { Repository } from '@connector/repository'
import type { Connection, Connections } from './connections.ts'
import type { EverybodyRejected } from './everybody-rejected.ts'

/** What was done with the credentials: a run of rejections is of one operation. */
export interface Use {
  side: Side
  operation: string
  /** What the events are caused by. */
  causedBy: string
}

/** What calls tell of the credentials of an integration. */
export interface Acceptance {
  /** A call was answered: that ends a run of rejections of the same operation. */
  accepted(connection: Connection, use: Use): Promise<void>
  /**
   * The credentials were rejected; they are read anew for the next call. Enough of that stops the integration, but for what
   * most accounts meet at the same time, which says nothing about this one.
   */
  rejected(
    ref: IntegrationRef,
    use: Use,
    failure: { message: string; status?: number | undefined },
  ): Promise<'counted' | 'everybody'>
}

export function createAcceptance(deps: {
  repository: Repository
  connections: Connections
  rejections: RejectionPolicy
  everybodyRejected: EverybodyRejected
  now: () => Date
}): Acceptance {
  const { repository, connections, rejections, everybodyRejected, now } = deps
  return {
    async accepted({ ref, integration, account, settings }, { side, operation, causedBy }) {
      // Nearly always there is nothing to end, and then nothing is read.
      if (integration.rejections[side].count === 0) return
      const accountName = side === 'thulium' ? account.system : settings.shopId
      await repository.changeIntegration(ref, causedBy, (state) =>
        acceptAuthentication(state, { side, accountName, clockOffsetMs: state.clockOffsetMs }, operation),
      )
    },
    async rejected(ref, { side, operation, causedBy }, { message, status }) {
      connections.forget(ref)
      if (await everybodyRejected(side)) return 'everybody'
      await repository.changeIntegration(ref, causedBy, (state) =>
        rejectAuthentication(state, { side, operation, message, status }, now(), rejections),
      )
      return 'counted'
    },
  }
}
