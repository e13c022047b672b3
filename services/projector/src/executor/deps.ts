import type { Acceptance, Connections } from '@connector/connections'
import type { EffectKind, EffectTiming } from '@connector/domain/effects'
import type { ConversationRef } from '@connector/domain/words'
import type { Repository } from '@connector/repository'
import type { Log } from '@connector/service-kit'
import type { Lease } from '@connector/store'
import type { EffectHandler } from '../effects/handler.ts'
import type { ClaimedEffect } from '../claimed-effect.ts'
import type { Ledger } from '../ledger.ts'
import type { LastTaken } from './last-taken.ts'

/** What the steps of an effect share. */
export interface ExecutorDeps {
  repository: Repository
  connections: Connections
  ledger: Ledger
  handlers: Record<EffectKind, EffectHandler>
  timing: EffectTiming
  acceptance: Acceptance
  lastTaken: LastTaken
  log: Log
  now: () => Date
  random: () => number
}

/** One effect under way: which conversation it belongs to, and the lease under which it was claimed. */
export interface Task {
  ref: ConversationRef
  effect: ClaimedEffect
  lease: Lease
  /** Whether the next one of the lane is wanted, too, once this one is done. */
  goOn: boolean
}
