import { fileSubject } from '../attachments/subject.ts'
import type { ConversationEvent } from '../events/event-types.ts'
import type { EffectKind } from './kinds.ts'

/** How many files, by the message or the reply that carries them. */
type Counts = Readonly<Record<string, number>>

/** Where the files of a conversation are. */
export interface PlannedFiles {
  /** Of messages that are not in the ticket yet. */
  coming: Counts
  /** Of messages that are. */
  there: Counts
  /** Of replies that are not sent yet. */
  leaving: Counts
  /** Tickets that are gone: their files enter the next one anew. */
  lostTickets: number
}

interface FilePlan {
  files: PlannedFiles | undefined
  /** Files whose time has come. */
  ready: { kind: EffectKind; subject: string }[]
}

const none: PlannedFiles = { coming: {}, there: {}, leaving: {}, lostTickets: 0 }

const without = (counts: Counts, key: string): Counts =>
  Object.fromEntries(Object.entries(counts).filter(([known]) => known !== key))

/** A text never waits for a file: each file is an effect of its own, planned when its text is at the other side. */
export function planFiles(before: PlannedFiles | undefined, event: ConversationEvent): FilePlan {
  const known = before ?? none
  const now = (change: Partial<PlannedFiles>, ready: FilePlan['ready'] = []): FilePlan => ({
    files: { ...known, ...change },
    ready,
  })
  const unchanged: FilePlan = { files: before, ready: [] }
  const each = (kind: EffectKind, count: number, subject: (place: number) => string): FilePlan['ready'] =>
    Array.from({ length: count }, (_, place) => ({ kind, subject: subject(place) }))

  switch (event.type) {
    case 'MessageReceived': {
      const { messageId, attachments } = event.data
      if (attachments.length === 0) return unchanged
      return now({ coming: { ...known.coming, [messageId]: attachments.length } })
    }
    case 'TicketCreated':
    case 'MessageMirrored': {
      const { messageId } = event.data
      const count = known.coming[messageId]
      if (count === undefined) return unchanged
      return now(
        { coming: without(known.coming, messageId), there: { ...known.there, [messageId]: count } },
        each('attachment:relay', count, (place) => fileSubject(messageId, place, known.lostTickets)),
      )
    }
    case 'TicketLost': {
      // A merge moved what was in the ticket.
      if (before === undefined || event.data.mergedInto !== undefined) return unchanged
      return now({ coming: { ...known.coming, ...known.there }, there: {}, lostTickets: known.lostTickets + 1 })
    }
    case 'ReplyRequested': {
      const { thuliumMessageId, attachmentNames } = event.data
      if (attachmentNames.length === 0) return unchanged
      return now({ leaving: { ...known.leaving, [thuliumMessageId]: attachmentNames.length } })
    }
    case 'ReplySent': {
      const { thuliumMessageId } = event.data
      const count = known.leaving[thuliumMessageId]
      if (count === undefined) return unchanged
      return now(
        { leaving: without(known.leaving, String(thuliumMessageId)) },
        each('attachment:send', count, (place) => fileSubject(thuliumMessageId, place)),
      )
    }
    case 'ReplyRefused':
      return before ? now({ leaving: without(known.leaving, String(event.data.thuliumMessageId)) }) : unchanged
    default:
      return unchanged
  }
}
