import { writeComment, type CommentField } from './comment.ts'
import { agentResponseToWire, customerResponseToWire } from './to-wire.ts'
import type { Transport } from './transport.ts'
import type { ThuliumClient } from './types.ts'
import { nothing } from './wire.ts'

export interface CommentKnowledge {
  /** Field that a comment's text goes into, as far as is known; the other one is tried when it is refused. */
  commentField?: CommentField | undefined
  /** Told the field that the tenant takes when it is the other one, to be kept for its next client. */
  learned?: ((field: CommentField) => void) | undefined
}

/** What is written into a ticket: messages of both parties and comments. */
export function entries(
  transport: Transport,
  { commentField = 'comment', learned }: CommentKnowledge,
): Pick<ThuliumClient, 'customerResponse' | 'agentResponse' | 'comment'> {
  let likelier = commentField

  return {
    customerResponse(ticketId, response, signal) {
      const path = `/tickets/${ticketId}/customer_response`
      return transport.send('POST', path, customerResponseToWire(response), nothing, [response.body], signal)
    },
    agentResponse(ticketId, response, signal) {
      const path = `/tickets/${ticketId}/agent_response`
      return transport.send('POST', path, agentResponseToWire(response), nothing, [response.body], signal)
    },
    async comment(ticketId, comment, signal) {
      const { result, field } = await writeComment(transport, ticketId, comment, likelier, signal)
      if (field !== likelier) {
        likelier = field
        learned?.(field)
      }
      return result
    },
  }
}
