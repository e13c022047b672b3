import type { ConversationState } from './state.ts'

/** Messages of the shop that are known to be answers of ours: replies, automatic answers, and carriers of files. */
export const ownMessageIds = ({ replies, autoReplies, attachmentsRelayed }: ConversationState): ReadonlySet<string> =>
  new Set([
    ...replies.flatMap(({ messageId = [] }) => messageId),
    ...autoReplies.flatMap(({ sent }) => sent?.messageId ?? []),
    ...attachmentsRelayed.flatMap(({ messageId = [] }) => messageId),
  ])
