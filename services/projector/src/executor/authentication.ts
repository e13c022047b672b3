import type { Connection } from '@connector/connections'
import { sideOf } from '@connector/domain/effects'
import { acceptAuthentication, rejectAuthentication } from '@connector/domain/integration'
import type { ExecutorDeps, Task } from './deps.ts'

type Deps = Pick<ExecutorDeps, 'repository' | 'connections' | 'rejections' | 'now'>

/** A write that was taken ends a run of rejections. */
export async function recordAcceptance({ repository }: Deps, { ref, effect }: Task, connection: Connection) {
  const side = sideOf(effect.kind)
  const { clockOffsetMs, rejections } = connection.integration
  if (rejections[side].count === 0) return
  const accountName = side === 'thulium' ? connection.account.system : connection.settings.shopId
  await repository.changeIntegration(ref, effect.effectKey, (integration) =>
    acceptAuthentication(integration, { side, accountName, clockOffsetMs }, effect.kind),
  )
}

/** Counts a rejection of credentials; enough of them stop the integration. */
export async function recordRejection(deps: Deps, { ref, effect }: Task, message: string): Promise<void> {
  const { repository, connections, rejections, now } = deps
  connections.forget(ref)
  await repository.changeIntegration(ref, effect.effectKey, (integration) =>
    rejectAuthentication(
      integration,
      { side: sideOf(effect.kind), operation: effect.kind, message },
      now(),
      rejections,
    ),
  )
}
