import type { ConversationEvent } from '@connector/domain/events'
import type { ConversationRef } from '@connector/domain/words'
import type { Repository } from '@connector/repository'

interface Recorded {
  ref: ConversationRef
  events: readonly ConversationEvent[]
}

/** A repository that notes what is recorded through it, or what would be. */
export interface Recorder {
  repository: Repository
  /** What was noted since the last time. */
  take(): Recorded[]
  /** Inputs that could not be read, noted since the last time. */
  takeUnreadable(): number
}

/**
 * Looks that record through it do so in the name of an operation. In a dry run they decide as ever, and nothing is appended.
 * @param causedBy what the events say that led to them
 */
export function createRecorder(inner: Repository, causedBy: string, dryRun: boolean): Recorder {
  let noted: Recorded[] = []
  let unreadable = 0
  const repository: Repository = {
    ...inner,
    async changeConversation(ref, _cause, decide) {
      const events = dryRun
        ? decide((await inner.conversation(ref)).state)
        : await inner.changeConversation(ref, causedBy, decide)
      noted.push({ ref, events })
      return events
    },
    async changeIntegration(ref, _cause, decide) {
      const events = dryRun
        ? decide((await inner.integration(ref)).state)
        : await inner.changeIntegration(ref, causedBy, decide)
      unreadable += events.filter(({ type }) => type === 'InputUnreadable').length
      return events
    },
  }
  return {
    repository,
    take() {
      const taken = noted
      noted = []
      return taken
    },
    takeUnreadable() {
      const taken = unreadable
      unreadable = 0
      return taken
    },
  }
}
