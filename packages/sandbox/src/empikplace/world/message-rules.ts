import { classicError, inboxError } from '../model/api-error.ts'
import type { AttachmentInput } from '../model/inputs.ts'
import type { Participant, Thread, Topic } from '../model/model.ts'
import { maximumMessageBytes, tooLarge } from '../model/multipart-input.ts'
import type { MultipartInput } from '../model/multipart-input.ts'
import { reasons } from './reasons.ts'
import type { EmpikPlaceState } from './state.ts'
import type { EmpikPlaceSwitches } from '../model/switches.ts'

// OpenAPI: M12 body minLength 3, maxLength 50000; 1000 messages per thread; 50 attachments per entity.
const shortestBody = 3
const longestBody = 50_000
const messagesPerThread = 1000
const attachmentsPerEntity = 50

// OpenAPI, OR74: what order documents may be. Message attachments are taken to be order documents.
const documentTypes = new Set('csv doc xls xlsx ppt pdf odt ods odp txt rtf png jpg gif zpl mov mp4'.split(' '))

/** The text of a message, 3 to 50 000 characters. */
export function readBody(input: Record<string, unknown>): string {
  const body = input.body
  if (typeof body !== 'string') throw inboxError(400, 'body', 'must not be null', 'body')
  if (body.length < shortestBody || body.length > longestBody) {
    throw inboxError(400, 'body', `size must be between ${shortestBody} and ${longestBody}`, 'body')
  }
  return body
}

/** How the platform keeps a body that came over the API (unknown, hence switchable). */
export function storedBody(body: string, switches: EmpikPlaceSwitches): string {
  const mode = switches.get('storedBody')
  const escaped = mode.startsWith('escaped')
    ? body.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
    : body
  return mode.endsWith('br') ? escaped.replace(/\r?\n/g, '<br />') : escaped
}

/** Recipients of M12: objects `{type, id?}`, all of them authorised in the thread. */
export function readRecipients(
  input: Record<string, unknown>,
  thread: Thread,
  switches: EmpikPlaceSwitches,
): Participant[] {
  const list: unknown = input.to
  if (!Array.isArray(list) || list.length === 0) throw inboxError(400, 'to', 'must not be empty', 'to')
  return list.map((item: unknown) => {
    const given = typeof item === 'object' && item !== null ? (item as Record<string, unknown>) : {}
    if (typeof given.type !== 'string') throw inboxError(400, 'to.type', 'must not be null', 'to.type')
    return authorized(thread, given.type, given.id, switches)
  })
}

/** Recipients of OR43: plain strings. */
export function readRecipientTypes(input: Record<string, unknown>): string[] {
  const list: unknown = input.to
  if (!Array.isArray(list) || list.length === 0) throw inboxError(400, 'to', 'must not be empty', 'to')
  return list.map((type: unknown) => {
    if (type === 'CUSTOMER' || type === 'OPERATOR' || type === 'SHOP') return type
    throw inboxError(400, 'to', `'${JSON.stringify(type)}' is not a recipient type`, 'to')
  })
}

/** A topic; undefined when none is given. Reason codes must be open to shops for this kind of thread. */
export function readTopic(input: Record<string, unknown>, reasonType: string): Topic | undefined {
  const given = input.topic
  if (given === undefined || given === null) return undefined
  const { type, value } = typeof given === 'object' ? (given as Record<string, unknown>) : {}
  if (typeof value !== 'string' || value === '')
    throw inboxError(400, 'topic.value', 'must not be empty', 'topic.value')
  if (type === 'FREE_TEXT') return { type, value }
  if (type !== 'REASON_CODE') throw inboxError(400, 'topic.type', 'is not a topic type', 'topic.type')
  if (!reasons.some((one) => one.code === value && one.type === reasonType && one.is_shop_right)) {
    throw inboxError(400, 'topic.value', `Reason ${value} cannot be used here`, 'topic.value')
  }
  return { type, value }
}

/** The limits that depend on what the thread and its entity hold already. */
export function checkRoom(state: EmpikPlaceState, thread: Thread, files: AttachmentInput[]): void {
  if (state.messageCount(thread) >= messagesPerThread) {
    throw inboxError(400, 'thread_id', `A thread cannot have more than ${messagesPerThread} messages`)
  }
  if (state.attachmentCount(thread) + files.length > attachmentsPerEntity) {
    throw inboxError(400, 'files', `No more than ${attachmentsPerEntity} attachments are allowed per entity`, 'files')
  }
}

/** Size, types and names of the files of one message. */
export function checkFiles({ files, bytes }: MultipartInput, body: string, switches: EmpikPlaceSwitches): void {
  if (bytes + Buffer.byteLength(body) > maximumMessageBytes) throw tooLarge(switches)
  const names = new Set<string>()
  for (const { name } of files) {
    const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
    if (switches.get('attachmentTypes') === 'order-documents' && !documentTypes.has(extension)) {
      throw inboxError(400, 'files', `The type of file '${name}' is not allowed`, 'files')
    }
    if (switches.get('attachmentNames') === 'ascii-distinct') {
      if (!/^[\x20-\x7e]+$/.test(name)) throw inboxError(400, 'files', `File name '${name}' is not US-ASCII`, 'files')
      if (names.has(name)) throw inboxError(400, 'files', `File name '${name}' is given twice`, 'files')
    }
    names.add(name)
  }
}

function authorized(thread: Thread, type: string, id: unknown, switches: EmpikPlaceSwitches): Participant {
  const participant = thread.authorized.find((one) => one.type === type)
  if (participant && (id === undefined || id === null || id === participant.id)) return participant
  const status = switches.get('unauthorisedRecipient')
  if (status === 403) throw classicError(403, 'Access denied')
  throw inboxError(400, 'to', `Recipient ${type} is not authorized in this thread`, 'to')
}
