import type { EffectTiming } from '@connector/domain/effects'
import type { Repository } from '@connector/repository'
import type { WorkerStore } from '@connector/store'
import { createContacts } from '../empikplace/contacts.ts'
import { createOrders } from '../empikplace/orders.ts'
import { createReasonMemory } from '../empikplace/reasons.ts'
import type { RecordDeps } from '../empikplace/record-page.ts'
import { createThreadMemory } from '../empikplace/thread-memory.ts'
import { createIllItems } from '../ill-items.ts'
import { recordUnreadables } from '../unreadable.ts'

interface RecordingOptions {
  orderFreshMs: number
  timing: EffectTiming
  store: WorkerStore
  now: () => Date
}

/** What recording threads needs, with memories of its own: for an operation nothing counts as seen before. */
export function createRecording({ orderFreshMs, timing, store, now }: RecordingOptions) {
  const reasons = createReasonMemory()
  return (repository: Repository): RecordDeps => ({
    repository,
    reasons,
    memory: createThreadMemory(now),
    contacts: createContacts(store),
    ill: createIllItems(timing, now, Math.random),
    orders: createOrders({
      freshMs: orderFreshMs,
      timing,
      tell: (ref, items) => recordUnreadables(repository, ref, { side: 'empikplace', operation: 'OR11' }, items),
      now,
      random: Math.random,
    }),
    now,
  })
}
