import { setTimeout as rest } from 'node:timers/promises'
import { relayedBytes } from '@connector/domain/attachments'
import type { MessageReceived } from '@connector/domain/events'
import { anySignal, type Failure } from '@connector/outbound-http'
import { withFile } from './file-content.ts'
import type { EffectContext } from './handler.ts'

/** A text waits for its files this long and no longer, over all of them; a 429 alone costs 5 s. */
const patienceMs = 20_000
const triesPerFile = 3
const restMs = 500

type Attachment = MessageReceived['attachments'][number]

/** Rests until the other side allows the next try; false when that is later than we can wait. */
async function restAfter(failure: Failure, until: AbortSignal): Promise<boolean> {
  const ms = failure.retryAt === undefined ? restMs : failure.retryAt.getTime() - Date.now()
  if (ms > patienceMs) return false
  return rest(Math.max(ms, restMs), true, { signal: until }).catch(() => false)
}

async function upload(
  { connection }: EffectContext,
  file: Attachment,
  room: number,
  until: AbortSignal,
): Promise<{ token: string; bytes: number } | undefined> {
  for (let attempt = 1; attempt <= triesPerFile; attempt++) {
    const opened = await withFile(
      (signal) => connection.empikplace.attachment(file, Number.MAX_SAFE_INTEGER, signal),
      room,
      until,
      async ({ size, bytes }) => {
        const content = bytes instanceof Uint8Array ? bytes : { size, bytes }
        return { size, result: await connection.thulium.uploadFile(file.name, content, until) }
      },
    )
    if (opened.kind === 'too-large') return undefined
    const { size, result } = opened.kind === 'used' ? opened.value : { size: 0, result: opened }
    if ('value' in result) return { token: result.value.token, bytes: size }
    const { failure } = result
    // Uploading twice harms nothing: what no ticket takes is thrown away after a day.
    if (failure.class === 'refused' || failure.class === 'too-large' || !(await restAfter(failure, until)))
      return undefined
  }
  return undefined
}

/**
 * Brings the files of a message to Thulium, to be named in the write that carries its text. What did not get there in time,
 * or does not fit the limit, is left out: each file has an effect of its own, which sees to that later.
 * @returns tokens of the files
 */
export async function uploadFiles(context: EffectContext, message: MessageReceived): Promise<string[]> {
  if (message.attachments.length === 0) return []
  const { state, connection, signal } = context
  const until = anySignal([signal, AbortSignal.timeout(patienceMs)])
  let room = connection.settings.attachments.conversationLimitBytes - relayedBytes(state)
  const tokens: string[] = []
  for (const attachment of message.attachments) {
    if (attachment.id === '' || attachment.name === '' || until.aborted) continue
    const uploaded = await upload(context, attachment, room, until)
    if (!uploaded) continue
    tokens.push(uploaded.token)
    room -= uploaded.bytes
  }
  return tokens
}
