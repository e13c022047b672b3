import type { Side } from '@connector/domain/events'
import { acceptAuthentication, rejectAuthentication, type RejectionPolicy } from '@connector/domain/integration'
import type { IntegrationRef } from '@connector/domain/words'
import type { Failure } from '@connector/outbound-http'
import type { Repository } from '@connector/repository'
import type { Connection, Connections } from './connections.ts'

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
  /** The credentials were rejected. Enough of that stops the integration; they are read anew for the next call. */
  rejected(ref: IntegrationRef, use: Use, failure: Pick<Failure, 'message' | 'status'>): Promise<void>
}

export function createAcceptance(deps: {
  repository: Repository
  connections: Connections
  rejections: RejectionPolicy
  now: () => Date
}): Acceptance {
  const { repository, connections, rejections, now } = deps
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
      await repository.changeIntegration(ref, causedBy, (state) =>
        rejectAuthentication(state, { side, operation, message, status }, now(), rejections),
      )
    },
  }
}
