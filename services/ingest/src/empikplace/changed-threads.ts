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
import { isAskedFor, isLasting, missingOf, wholeThread } from './whole-thread.ts'

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
  now: () => Date
}

/** `leftOut` is why some could not be read; `setAside` counts those whose log this version cannot read: they must be looked at again. */
export interface Selected {
  changed: readonly ChangedThread[]
  leftOut: Failure | undefined
  setAside: number
}

/** Threads of a page that have something to record, with all their messages. */
export async function selectChanged(
  { repository, memory, ill, now }: SelectDeps,
  connection: Connection,
  { threads, isBare }: Pick<WalkedPage, 'threads' | 'isBare'>,
  startedAt: Date,
  signal: AbortSignal,
): Promise<Selected> {
  const isWanted = (thread: Thread): boolean =>
    isKindOn(threadKind(threadFacts(thread), toMessages(thread)), connection.settings)
  const isToBeTaken = (thread: Thread, { messages }: ConversationState): boolean =>
    isTaken({
      known: messages.length > 0,
      kindIsOn: isWanted(thread),
      startedAt,
      messageDates: [...thread.messages.map(({ dateCreated }) => dateCreated), ...latestDate(thread)],
    })
  const candidates = threads
    .map((thread) => ({ ref: { ...connection.ref, threadId: thread.id }, thread, look: lookOf(thread) }))
    .filter(({ ref, look }) => !memory.isAsBefore(ref, look))
  const loaded = await Promise.all(candidates.map(({ ref }) => unlessSetAside(repository.conversation(ref))))
  const wanted = candidates.flatMap((candidate, index) => {
    const { ref, thread, look } = candidate
    const state = loaded[index]?.state
    if (!state) return []
    if (isToBeTaken(thread, state)) {
      const isKnownInPart = memory.isInPart(ref)
      const needsCall = isAskedFor(thread, isBare || isKnownInPart, state)
      return [{ ...candidate, state, isKnownInPart, needsCall }]
    }
    // Kinds may be switched on before the thread changes again.
    if (isWanted(thread)) memory.recorded(ref, look)
    return []
  })

  const changed: ChangedThread[] = []
  let leftOut: Failure | undefined
  const ended = await readEach(
    // However many cannot be asked for, those that the list shows whole are taken.
    [...wanted.filter((one) => !one.needsCall), ...wanted.filter((one) => one.needsCall)],
    {
      ill,
      keyOf: ({ ref }) => keyOfThread(ref),
      // M11 has just been answered. A limit may be that of M10 alone; what needs no call is taken meanwhile, and whatever would need
      // one is refused by our own budget.
      concernsAll: () => false,
      leftOut: (_, why) => (leftOut = why),
    },
    async ({ ref, thread, look, state, isKnownInPart }) => {
      const whole = await wholeThread(connection, thread, isBare || isKnownInPart, state, signal)
      if (!whole.ok) {
        const key = keyOfThread(ref)
        // That more is missing than what was told is not known, and what the list shows must not wait for it.
        if (!isKnownInPart && !isLasting(whole.failure, ill.before(key), now())) return whole.failure
        const told = { raw: { threadId: thread.id, look }, reason: missingOf(thread, whole.failure) }
        await recordUnreadables(repository, connection.ref, { side: 'empikplace', operation: 'M10' }, [told])
      }
      const shown = whole.ok ? whole.value : thread
      // What it was taken for is not there.
      if (whole.ok && !isToBeTaken(shown, state)) {
        memory.recorded(ref, look)
        return undefined
      }
      changed.push({ ref, thread: shown, messages: toMessages(shown), state, look, isInPart: !whole.ok })
      return undefined
    },
  )
  return { changed, leftOut: ended ?? leftOut, setAside: loaded.filter((one) => one === undefined).length }
}

/** Where a message shows no date that can be read, or none is shown, it may be as new as the conversation's last change. */
const latestDate = ({ lastMessageDate, dateUpdated, messages, unreadableMessages }: Thread): Date[] => [
  ...(lastMessageDate ? [lastMessageDate] : []),
  ...(unreadableMessages.length > 0 || (messages.length === 0 && !lastMessageDate) ? [dateUpdated] : []),
]
