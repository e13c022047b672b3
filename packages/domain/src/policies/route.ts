import type { ConversationState } from '../conversation/state.ts'
import type { ConversationRouted, SeenMessage } from '../events/conversation-events.ts'
import type { IntegrationSettings } from '../settings/integration-settings.ts'

/** Queue, category, tags and priority of the ticket that this message opens. */
export function routeConversation(
  _state: ConversationState,
  message: SeenMessage,
  { firstContact, topicLabel }: { firstContact: boolean; topicLabel?: string | undefined },
  { queueId, categoryId }: IntegrationSettings,
): ConversationRouted {
  return {
    messageId: message.messageId,
    queueId,
    categoryId,
    tags: [],
    firstContact,
    ...(topicLabel === undefined ? {} : { topicLabel }),
  }
}
