import { bytesBeforeReply } from '@connector/domain/attachments'
import type { ConversationState } from '@connector/domain/conversation'
import {
  answerText,
  chooseRecipients,
  missingRecipient,
  recipientsFor,
  warningsOf,
  wouldLeaveBuyerOut,
} from '@connector/domain/replies'
import type { IntegrationSettings } from '@connector/domain/settings'
import { lengthFault } from '@connector/domain/mail'
import { readers, readersOf, type ConversationRef, type Readers } from '@connector/domain/words'
import type { TenantStore } from '@connector/store'
import { sql } from 'kysely'
import type { AnswerPreview } from '../schemas/answer.ts'

/** What is written so far. */
interface Draft {
  to: Readers | undefined
  text: string
  read: string | undefined
}

/** How an answer would go out, and what a person should look at before. */
export function previewOf(
  ref: ConversationRef,
  state: ConversationState,
  { to, text, read }: Draft,
  settings: IntegrationSettings,
): AnswerPreview {
  const possible = readers.filter((one) => missingRecipient(state, recipientsFor(state, one)) === undefined)
  const rule = chooseRecipients(state, settings.replies.recipients, undefined)
  const suggested = readersOf(rule.to) ?? null
  const chosen = to ?? suggested ?? 'customer'
  const sent = answerText(text, chosen, settings)
  return {
    to: chosen,
    suggested,
    chosenBy: rule.chosenBy ?? null,
    readers: possible,
    text: sent,
    footer: chosen === 'operator' ? '' : settings.replies.footer,
    fault: lengthFault(sent) ?? null,
    leavesBuyerOut: wouldLeaveBuyerOut(state, chosen),
    warnings: warningsOf(text, state, read),
    hasTicket: state.ticketId !== undefined,
    files: {
      usedBytes: bytesBeforeReply(ref, state),
      limitBytes: settings.attachments.conversationLimitBytes,
      allowedTypes: settings.attachments.allowedTypes,
    },
  }
}

export interface KeptFile {
  fileId: string
  name: string
  bytes: number
}

/** So long a file waits for its answer. A draft that is older has to hand its files over again. */
const keptDays = 7
/** Of one tenant, all its drafts together. */
const mostKeptBytes = 200_000_000

export interface HandedOver extends KeptFile {
  contentType: string
  content: Buffer
}

/** Keeps a file for an answer. @returns false where the tenant keeps too many already */
export const keepFile = (
  store: TenantStore,
  { tenantId, integrationId, threadId }: ConversationRef,
  { fileId, name, contentType, content }: HandedOver,
): Promise<boolean> =>
  store.inTenant(tenantId, async (db) => {
    await sql`delete from answer_files where tenant_id = ${tenantId}
      and uploaded_at < now() - make_interval(days => ${keptDays})`.execute(db)
    const { rows } = await sql<{ kept: number }>`
      select coalesce(sum(size), 0)::float8 as kept from answer_files where tenant_id = ${tenantId}
    `.execute(db)
    if ((rows[0]?.kept ?? 0) + content.length > mostKeptBytes) return false
    // The same id again is the same file: the answer to the first try was lost.
    await db
      .insertInto('answer_files')
      .values({
        ...{ tenant_id: tenantId, integration_id: integrationId, thread_id: threadId, file_id: fileId },
        ...{ name, content_type: contentType, size: content.length, bytes: content },
      })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'file_id']).doNothing())
      .execute()
    return true
  })

/** Those of these files that are kept for this conversation, in their order. */
export async function keptFiles(
  store: TenantStore,
  { tenantId, integrationId, threadId }: ConversationRef,
  fileIds: readonly string[],
): Promise<KeptFile[]> {
  if (fileIds.length === 0) return []
  const rows = await store.inTenant(tenantId, (db) =>
    db
      .selectFrom('answer_files')
      .select(['file_id', 'name', 'size'])
      .where('tenant_id', '=', tenantId)
      .where('integration_id', '=', integrationId)
      .where('thread_id', '=', threadId)
      .where('file_id', 'in', [...fileIds])
      .execute(),
  )
  return fileIds.flatMap((fileId) => {
    const row = rows.find((one) => one.file_id === fileId)
    return row ? [{ fileId, name: row.name, bytes: row.size }] : []
  })
}
