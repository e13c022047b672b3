import type { MessageFile } from '@connector/domain/attachments'
import { effectKey, fileSubject } from '@connector/domain/effects'
import { normaliseText } from '@connector/domain/text'
import { mirrorText, textsInTicket } from '@connector/domain/tickets'
import type { Ticket, TicketAttachment, TicketMessage } from '@connector/thulium'
import type { EffectContext } from './handler.ts'

/**
 * A file of a message on an entry of the ticket. The entry is told by its text; of several messages with the very same text and
 * file name, each has one of the files that are there.
 */
export function fileInTicket(
  { connection, ref, state }: EffectContext,
  { message, file }: MessageFile,
  ticket: Ticket,
): TicketAttachment | undefined {
  const { text } = mirrorText(message)
  const wanted = new Set(textsInTicket(message).map(normaliseText))
  const isEntry = ({ type, userLogin, body }: TicketMessage): boolean =>
    (type === 'MAIL' || (type === 'REPLY' && userLogin === connection.account.agentLogin)) &&
    wanted.has(normaliseText(body))
  const name = file.name.normalize('NFC')
  const there = ticket.messages
    .filter(isEntry)
    .flatMap(({ attachments }) => attachments)
    .filter((element) => element.name?.normalize('NFC') === name)
  if (there.length === 0) return undefined

  const keys = new Set(
    state.messages
      .filter((other) => mirrorText(other).text === text)
      .flatMap(({ messageId, attachments }) =>
        attachments.map((_, place) =>
          effectKey('attachment:relay', ref.integrationId, ref.threadId, fileSubject(messageId, place)),
        ),
      ),
  )
  const taken = state.attachmentsRelayed.filter(
    (known) => known.as === 'file' && known.name === file.name && keys.has(known.effectKey),
  )
  return there[taken.length]
}
