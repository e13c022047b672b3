import { autoReplyEntry } from '../auto-replies/auto-reply-text.ts'
import type { ConversationState } from '../conversation/state.ts'
import { normaliseText } from '../text/plain-text.ts'
import { mirrorText, textsInTicket, type MirrorEntry } from '../tickets/mirror-text.ts'
import type { TicketEntry } from './facts.ts'

/** What stands in a ticket because of a message, or of an automatic answer. */
interface Source {
  messageId: string
  /** It was put into the present ticket, by the log. */
  isThere: boolean
  entry: MirrorEntry
  text: string
  /** All texts that it may stand there with, normalised. */
  texts: readonly string[]
}

/** Those that look the same in a ticket, so that only their number can be compared, and their entries there. */
export interface Alike {
  sources: readonly Source[]
  entries: readonly TicketEntry[]
}

/** In the order of the log. The first message of a ticket stands in its own body, which shows as the customer's. */
function sourcesOf({ messages, autoReplies, mirrored, openers }: ConversationState): Source[] {
  return [
    ...messages.map((message): Source => {
      const { entry, text } = mirrorText(message)
      const { messageId } = message
      return {
        ...{ messageId, text, isThere: mirrored.has(messageId) },
        entry: openers.has(messageId) ? 'customer' : entry,
        texts: textsInTicket(message).map(normaliseText),
      }
    }),
    ...autoReplies.flatMap((autoReply): Source[] => {
      const { sent, mirrorAs } = autoReply
      if (!sent) return []
      const text = autoReplyEntry(autoReply, sent.sentAt)
      return [
        {
          ...{ messageId: sent.messageId, text, isThere: mirrored.has(sent.messageId) },
          entry: mirrorAs === 'comment' ? 'comment' : 'agent',
          texts: [normaliseText(text)],
        },
      ]
    }),
  ]
}

/** A reply is a comment where Thulium refused it under our login. */
const typesOf: Readonly<Record<MirrorEntry, readonly string[]>> = {
  customer: ['MAIL'],
  agent: ['REPLY', 'COMMENT'],
  comment: ['COMMENT'],
}

export const textOfEntry = ({ type, body, comment }: TicketEntry): string =>
  normaliseText(type === 'COMMENT' ? comment : body)

/** Messages, and the entries of the ticket that may be theirs. An entry is told by its text, whatever login it has by now. */
export function matchEntries(state: ConversationState, entries: readonly TicketEntry[]): Alike[] {
  const groups = new Map<string, Source[]>()
  for (const source of sourcesOf(state)) {
    const name = `${source.entry} ${source.text}`
    groups.set(name, [...(groups.get(name) ?? []), source])
  }
  const shown = new Map<string, TicketEntry[]>()
  for (const entry of entries) {
    const name = `${entry.type} ${textOfEntry(entry)}`
    shown.set(name, [...(shown.get(name) ?? []), entry])
  }
  return [...groups.values()].map((sources) => {
    const names = new Set(
      sources.flatMap(({ entry, texts }) => typesOf[entry].flatMap((type) => texts.map((text) => `${type} ${text}`))),
    )
    const there = [...names].flatMap((name) => shown.get(name) ?? [])
    return { sources, entries: there.sort((one, other) => one.id - other.id) }
  })
}
