import { attachmentCount, bytesBeforeReply, bytesOverLimit, mostAttachments } from '../attachments/limit.ts'
import { fileType, outgoingName } from '../attachments/name.ts'
import { unansweredSince } from '../conversation/person-clock.ts'
import type { ConversationState } from '../conversation/state.ts'
import type { ConversationEvent } from '../events/event-types.ts'
import { CommandRefused } from '../integration/index.ts'
import type { IntegrationSettings } from '../settings/integration-settings.ts'
import { withFooter } from '../text/footer.ts'
import { lengthFaultOf, replyLimits } from '../text/reply-limits.ts'
import { consoleReplyId } from '../words/console-ids.ts'
import { both, type BothLanguages } from '../words/both-languages.ts'
import type { ConversationRef } from '../words/ids.ts'
import { toOperator, type Recipient } from '../words/mirakl.ts'
import type { Readers } from '../words/readers.ts'
import { customerOf, missingRecipient } from './recipients.ts'

/** A file that was handed over with an answer. */
export interface AnswerFile {
  fileId: string
  name: string
  bytes: number
}

/** What somebody has written in the console. */
export interface Answer {
  /** A UUID, the same at every try. */
  answerId: string
  to: Readers
  text: string
  files: readonly AnswerFile[]
  /** Name of the access key. */
  writtenBy: string
  writtenAt: Date
  /** He knows that the buyer waits, and writes to the operator alone. */
  leavesBuyerOut: boolean
}

type AnswerSettings = Pick<IntegrationSettings, 'replies' | 'attachments'>

/** How long an answer can be taken back, in milliseconds. */
export const undoMs = 10_000

export const recipientsFor = (state: ConversationState, to: Readers): Recipient[] => [
  ...(to === 'operator' ? [] : [customerOf(state)]),
  ...(to === 'customer' ? [] : [toOperator]),
]

/** A buyer who waits for a person would not see this answer. */
export const wouldLeaveBuyerOut = (state: ConversationState, to: Readers): boolean =>
  to === 'operator' && unansweredSince(state.personClock) !== undefined

/** What the readers get: the footer is for buyers. */
export const answerText = (text: string, to: Readers, { replies }: Pick<AnswerSettings, 'replies'>): string => {
  const written = text.replace(/\r\n?/g, '\n').trim()
  return to === 'operator' ? written : withFooter(written, replies.footer)
}

/** Why EmpikPlace would not take a file; undefined where it would. */
function fileFault(
  ref: ConversationRef,
  state: ConversationState,
  files: readonly AnswerFile[],
  { conversationLimitBytes, allowedTypes }: AnswerSettings['attachments'],
): BothLanguages | undefined {
  const other = files.find(({ name }) => !allowedTypes.includes(fileType(outgoingName(name))))
  if (other)
    return both(
      `EmpikPlace nie przyjmuje takich plików jak ${other.name}.`,
      `EmpikPlace takes no files like ${other.name}.`,
    )
  if (attachmentCount(state) + files.length > mostAttachments)
    return both(
      `W konwersacji może być najwyżej ${mostAttachments} plików.`,
      `A conversation may hold ${mostAttachments} files.`,
    )
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  const over = bytesOverLimit(bytesBeforeReply(ref, state), bytes, conversationLimitBytes)
  return over > 0
    ? both(
        `Pliki są o ${over} bajtów większe, niż konwersacja może jeszcze pomieścić.`,
        `The files are ${over} bytes over what the conversation may still hold.`,
      )
    : undefined
}

/**
 * Records an answer that was written in the console, once. Its readers are always named, so nobody is added to them: whoever
 * would leave a waiting buyer out has to say that he knows.
 * @throws {CommandRefused}
 */
export function requestAnswer(
  ref: ConversationRef,
  state: ConversationState,
  answer: Answer,
  settings: AnswerSettings,
): ConversationEvent[] {
  const thuliumMessageId = consoleReplyId(answer.answerId)
  if (state.replies.some((known) => known.thuliumMessageId === thuliumMessageId)) return []
  const { ticketId } = state
  if (ticketId === undefined)
    throw new CommandRefused(
      'answer.no_ticket',
      both(
        'Konwersacja nie ma zgłoszenia, w którym odpowiedź byłaby widoczna.',
        'The conversation has no ticket in which the answer could be shown.',
      ),
    )
  const to = recipientsFor(state, answer.to)
  const missing = missingRecipient(state, to)
  if (missing !== undefined)
    throw new CommandRefused(
      'answer.no_reader',
      missing === 'no-customer'
        ? both('W konwersacji nie bierze udziału żaden klient.', 'No buyer takes part in the conversation.')
        : both('W konwersacji nie bierze udziału operator.', 'The operator takes no part in it.'),
    )
  if (!answer.leavesBuyerOut && wouldLeaveBuyerOut(state, answer.to))
    throw new CommandRefused(
      'answer.buyer_waits',
      both(
        'Klient czeka na odpowiedź, a tej by nie zobaczył.',
        'The buyer waits for an answer and would not see this one.',
      ),
    )
  const text = answerText(answer.text, answer.to, settings)
  const fault = lengthFaultOf(text)
  if (fault)
    throw new CommandRefused(
      'answer.length',
      both(
        `EmpikPlace przyjmuje od ${replyLimits.min} do ${replyLimits.max} znaków; odpowiedź ma ${fault.length}.`,
        `EmpikPlace takes ${replyLimits.min} to ${replyLimits.max} characters; the answer has ${fault.length}.`,
      ),
    )
  const wrongFile = fileFault(ref, state, answer.files, settings.attachments)
  if (wrongFile !== undefined) throw new CommandRefused('answer.files', wrongFile)
  return [
    {
      type: 'ReplyRequested',
      data: {
        thuliumMessageId,
        ticketId,
        agentLogin: answer.writtenBy,
        body: answer.text,
        writtenAt: answer.writtenAt.toISOString(),
        attachmentNames: answer.files.map(({ name }) => name),
        text,
        to,
        writtenIn: 'console',
        sendAt: new Date(answer.writtenAt.getTime() + undoMs).toISOString(),
        ...(answer.files.length === 0 ? {} : { files: answer.files.map(({ fileId, bytes }) => ({ fileId, bytes })) }),
      },
    },
  ]
}
