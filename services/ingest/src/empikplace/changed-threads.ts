import type { Connection } from '@connector/connections'
import type { ConversationState } from '@connector/domain/conversation'
import type { SeenMessage } from '@connector/domain/events'
import { isKindOn, isTaken, threadKind } from '@connector/domain/routing'
import type { ConversationRef } from '@connector/domain/words'
import type { Thread } from '@connector/empikplace'
import type { Failure } from '@connector/outbound-http'
import type { Repository } from '@connector/repository'
import type { IllItems } from '../ill-items.ts'
import { readEach } from '../tolerance.ts'
import { unlessSetAside } from '../unless-set-aside.ts'
import type { WalkedPage } from './page-walk.ts'
import { keyOfThread, lookOf, type ThreadMemory } from './thread-memory.ts'
import { threadFacts, toMessages } from './to-message.ts'
import { recordUnreadables } from '../unreadable.ts'
import { isLasting, missingOf, wholeThread } from './whole-thread.ts'

/** A thread with something to record. */
export interface ChangedThread {
  ref: ConversationRef
  thread: Thread
  messages: readonly SeenMessage[]
  /** As the log tells it. */
  state: ConversationState
  /** What it looked like in the list. */
  look: string
  /** Messages are missing that could not be read; it was told. */
  isInPart: boolean
}

export interface SelectDeps {
  repository: Repository
  memory: ThreadMemory
  ill: IllItems
}

/**
 * `leftOut` is why some could not be read; `failure` ends the look; `setAside` counts those whose log this version cannot
 * read: they must be looked at again.
 */
export interface Selected {
  changed: readonly ChangedThread[]
  leftOut: Failure | undefined
  failure: Failure | undefined
  setAside: number
}

/** M11 has just been answered, so only a failure of the budget is certain to come again for the next thread. */
const concernsEveryCall = (failure: Failure): boolean => failure.class === 'rate-limited'

/** Threads of a page that have something to record, with all their messages. */
export async function selectChanged(
  { repository, memory, ill }: SelectDeps,
  connection: Connection,
  { threads, isBare }: Pick<WalkedPage, 'threads' | 'isBare'>,
  startedAt: Date,
  signal: AbortSignal,
): Promise<Selected> {
  const candidates = threads
    .map((thread) => ({ ref: { ...connection.ref, threadId: thread.id }, thread, look: lookOf(thread) }))
    .filter(({ ref, look }) => !memory.isAsBefore(ref, look))
  const loaded = await Promise.all(candidates.map(({ ref }) => unlessSetAside(repository.conversation(ref))))
  const wanted = candidates.flatMap((candidate, index) => {
    const { ref, thread, look } = candidate
    const state = loaded[index]?.state
    if (!state) return []
    const messageDates = [...thread.messages.map(({ dateCreated }) => dateCreated), ...lastDate(thread)]
    const kindIsOn = isKindOn(threadKind(threadFacts(thread), toMessages(thread)), connection.settings)
    if (isTaken({ known: state.messages.length > 0, kindIsOn, startedAt, messageDates }))
      return [{ ...candidate, state }]
    // Kinds may be switched on before the thread changes again.
    if (kindIsOn) memory.recorded(ref, look)
    return []
  })

  const changed: ChangedThread[] = []
  let leftOut: Failure | undefined
  const failure = await readEach(
    wanted,
    {
      ill,
      keyOf: ({ ref }) => keyOfThread(ref),
      concernsAll: concernsEveryCall,
      leftOut: (_, why) => (leftOut = why),
    },
    async ({ ref, thread, look, state }) => {
      const isKnownInPart = memory.isInPart(ref)
      const whole = await wholeThread(connection, thread, isBare || isKnownInPart, state, signal)
      if (!whole.ok) {
        const before = isKnownInPart ? whole.failure : ill.before(keyOfThread(ref))
        if (!isLasting(whole.failure, before)) return whole.failure
        const told = { raw: { threadId: thread.id, look }, reason: missingOf(thread, whole.failure) }
        await recordUnreadables(repository, connection.ref, { side: 'empikplace', operation: 'M10' }, [told])
      }
      const shown = whole.ok ? whole.value : thread
      changed.push({ ref, thread: shown, messages: toMessages(shown), state, look, isInPart: !whole.ok })
      return undefined
    },
  )
  return { changed, leftOut, failure, setAside: loaded.filter((one) => one === undefined).length }
}

const lastDate = (thread: Thread): Date[] => (thread.lastMessageDate ? [thread.lastMessageDate] : [])
