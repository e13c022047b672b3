import { linkComment } from '../attachments/comment.ts'
import { messageFile } from '../attachments/subject.ts'
import { parseEffectKey } from '../effects/effect-key.ts'
import type { AttachmentRelayed } from '../events/conversation-events.ts'
import { normaliseText } from '../text/plain-text.ts'
import type { Facts, ReconcileFinding, ShownTicket } from './facts.ts'
import { textOfEntry, type Alike } from './sources.ts'

/** How the comment with the link to a file begins; the link itself is another one each time. */
const beginningOfLink = ({ name, bytes }: AttachmentRelayed): string => {
  const [beginning = ''] = linkComment(name, bytes, '\n', new Date(0)).split('\n')
  return normaliseText(beginning)
}

/**
 * Files that the log has in the ticket, and that are not there. Where a ticket was lost they went into the one before, so nothing
 * can be told.
 */
export function filesMissing({ ref, state }: Facts, groups: readonly Alike[], ticket: ShownTicket): ReconcileFinding[] {
  if (state.lostTickets.length > 0) return []
  const left = new Map<object, string[]>()
  const namesOf = (group: Alike): string[] => {
    const known = left.get(group)
    if (known) return known
    const names = group.entries.flatMap(({ attachments }) =>
      attachments.flatMap(({ name }) => name?.normalize('NFC') ?? []),
    )
    left.set(group, names)
    return names
  }
  const comments = ticket.entries.filter(({ type }) => type === 'COMMENT').map(textOfEntry)

  /** Takes one that is there, so that two files of one name need two. */
  function take(file: AttachmentRelayed, messageId: string): boolean {
    if (file.as === 'link') {
      const beginning = beginningOfLink(file)
      const place = comments.findIndex((text) => text.startsWith(beginning))
      if (place >= 0) comments.splice(place, 1)
      return place >= 0
    }
    const group = groups.find(({ sources }) => sources.some((source) => source.messageId === messageId))
    const names = group ? namesOf(group) : []
    const place = names.indexOf(file.name.normalize('NFC'))
    if (place >= 0) names.splice(place, 1)
    return place >= 0
  }

  return state.attachmentsRelayed.flatMap((file) => {
    const { effectKey, direction, as, bytes, how } = file
    const found = messageFile(state, parseEffectKey(ref, effectKey)?.subject ?? '')
    // An agent's own file that came back stands in his entry, and counts there.
    const isOwn = as === 'file' && how === 'adopted' && bytes === 0
    if (direction !== 'to-thulium' || !found || isOwn) return []
    const { messageId } = found.message
    if (!state.mirrored.has(messageId) || take(file, messageId)) return []
    return [
      {
        what: 'file-missing' as const,
        subject: messageId,
        evidence: { messageId, effectKey, ticketId: ticket.id, as, at: 'thulium' },
      },
    ]
  })
}
