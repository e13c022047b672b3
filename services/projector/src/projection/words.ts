import type { ConversationEvent } from '@connector/domain/events'
import { messageText } from '@connector/domain/mail'
import { foldedWords, indexedWord } from '@connector/domain/text'
import type { ConversationRef } from '@connector/domain/words'
import type { Row } from '@connector/store'

/** A message of 50 000 characters has fewer. */
const mostWords = 15_000

/** What an event says that people search for; empty for most. */
function textOf(event: ConversationEvent): string {
  switch (event.type) {
    case 'MessageReceived': {
      const { body, authorName, thread, attachments } = event.data
      const files = attachments.map(({ name }) => name)
      return [messageText(body), authorName, thread.customerName ?? '', thread.topic.value, ...files].join(' ')
    }
    case 'ConversationRouted':
      return event.data.topicLabel ?? ''
    case 'OrderRecorded': {
      const { orderId, customer, lines } = event.data
      return [orderId, customer.firstName, customer.lastName, ...lines.map(({ title }) => title)].join(' ')
    }
    case 'ReplyRequested':
      return [event.data.text, event.data.agentLogin, ...event.data.attachmentNames].join(' ')
    case 'ReplyCorrected':
    case 'CommentWritten':
    case 'AutoReplyRequested':
      return event.data.text
    default:
      return ''
  }
}

/** The row by which a conversation is found; undefined where an event says nothing. */
export function wordsOf(
  { tenantId, integrationId, threadId }: ConversationRef,
  event: ConversationEvent,
  revision: number,
): Row<'conversation_words'> | undefined {
  const words = [...new Set(foldedWords(textOf(event)))].map(indexedWord).slice(0, mostWords)
  return words.length === 0
    ? undefined
    : { tenant_id: tenantId, integration_id: integrationId, thread_id: threadId, revision, words }
}
