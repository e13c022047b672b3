import { fileSubject } from './file-subject.ts'
import type { ConversationEvent } from '../events/event-types.ts'
import type { EffectKind } from './kinds.ts'
import { readersOf, type Readers } from '../words/readers.ts'

/** How many files, by the message or the reply that carries them. */
type Counts = Readonly<Record<string, number>>

/** Files that wait until the text they belong to is at the other side. */
export interface PlannedFiles {
  /** Of messages that are not in the ticket yet. */
  coming: Counts
  /** Of replies that are not sent yet. */
  leaving: Counts
  /** Who gets those, by the reply; absent where it was not recorded. */
  leavingTo?: Readonly<Record<string, Readers>>
}

interface FilePlan {
  files: PlannedFiles | undefined
  /** Files whose time has come. */
  ready: { kind: EffectKind; subject: string; readers?: Readers }[]
}

const none: PlannedFiles = { coming: {}, leaving: {} }

/** Whoever a reply or a file names. */
export function namedIn(to: readonly { type: string }[] | undefined): { readers?: Readers } {
  const readers = readersOf(to)
  return readers === undefined ? {} : { readers }
}

const without = <T>(counts: Readonly<Record<string, T>>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(counts).filter(([known]) => known !== key))

const noneLeaving = ({ leaving, leavingTo }: PlannedFiles, id: number): Partial<PlannedFiles> => ({
  leaving: without(leaving, String(id)),
  ...(leavingTo ? { leavingTo: without(leavingTo, String(id)) } : {}),
})

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
        { coming: without(known.coming, messageId) },
        each('attachment:relay', count, (place) => fileSubject(messageId, place)),
      )
    }
    case 'ReplyRequested': {
      const { thuliumMessageId, attachmentNames, to, filesTo } = event.data
      if (attachmentNames.length === 0) return unchanged
      const readers = readersOf(filesTo ?? to)
      return now({
        leaving: { ...known.leaving, [thuliumMessageId]: attachmentNames.length },
        ...(readers === undefined ? {} : { leavingTo: { ...known.leavingTo, [thuliumMessageId]: readers } }),
      })
    }
    case 'ReplySent': {
      const { thuliumMessageId } = event.data
      const count = known.leaving[thuliumMessageId]
      if (count === undefined) return unchanged
      const readers = known.leavingTo?.[thuliumMessageId]
      const files = each('attachment:send', count, (place) => fileSubject(thuliumMessageId, place))
      return now(
        noneLeaving(known, thuliumMessageId),
        readers === undefined ? files : files.map((file) => ({ ...file, readers })),
      )
    }
    case 'ReplyRefused':
    case 'ReplyWithdrawn':
      return before ? now(noneLeaving(known, event.data.thuliumMessageId)) : unchanged
    default:
      return unchanged
  }
}
