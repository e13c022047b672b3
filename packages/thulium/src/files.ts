import { Readable } from 'node:stream'
import { parseTemporaryFile, withoutUndefined } from '@connector/contracts'
import { failure, FailureCode, fileProblem } from '@connector/outbound-http'
import type { CallBody, ReadResult } from '@connector/outbound-http'
import type { Transport } from './transport.ts'
import type { AttachmentDownload, FileContent, ThuliumClient, TicketAttachment } from './types.ts'

/** Largest file that is uploaded, in bytes; the limit of the panel, none is published for the API. */
const mostBytes = 25 * 1024 * 1024

/** In either alphabet; Node reads both. */
const base64 = /^[\w+/-]*={0,2}$/

/** As pages embed files. */
const dataAddress = /^data:[^,]{0,200};base64,/i

/**
 * Fetches an attachment in whichever of the undocumented ways it offers: content inside the answer, or an address on
 * the tenant's own host. Anything else is refused, so that the agent can be told.
 */
async function openAttachment(
  attachment: TicketAttachment,
  maxBytes: number,
  transport: Transport,
  signal: AbortSignal | undefined,
): Promise<ReadResult<AttachmentDownload>> {
  const file = { name: attachment.name ?? '', size: attachment.size }
  const content = attachment.content?.replace(dataAddress, '').replace(/\s+/g, '')
  if (content !== undefined && base64.test(content)) {
    const bytes = Buffer.from(content, 'base64')
    if (bytes.length > maxBytes) {
      const reason = failure('too-large', `The file is larger than the ${maxBytes} bytes that we take`, {
        code: FailureCode.tooLarge,
      })
      return { ok: false, failure: reason }
    }
    const problem = fileProblem(bytes, file)
    if (problem) return { ok: false, failure: failure('unreachable', problem.text, { code: problem.code }) }
    return {
      ok: true,
      value: { contentType: 'application/octet-stream', length: bytes.length, body: Readable.from([bytes]) },
      serverTime: undefined,
    }
  }
  if (attachment.url === undefined) {
    const reason = failure('refused', 'Thulium names no way to fetch this file', { code: FailureCode.notAcceptable })
    return { ok: false, failure: reason }
  }
  const result = await transport.download(attachment.url, file, maxBytes, signal)
  if (!result.ok) return result
  const { contentType, length, body } = result.value
  return { ...result, value: withoutUndefined({ contentType, length, body }) }
}

const bodyOf = (content: FileContent): CallBody =>
  content instanceof Uint8Array
    ? { contentType: 'application/octet-stream', length: content.length, chunks: [content] }
    : { contentType: 'application/octet-stream', length: content.size, chunks: content.bytes }

/** Files of messages, there and back. */
export function files(transport: Transport): Pick<ThuliumClient, 'uploadFile' | 'attachment'> {
  return {
    async uploadFile(name, content, signal) {
      const body = bodyOf(content)
      if (body.length > mostBytes) {
        const details = { code: FailureCode.notAcceptable }
        const reason = `The file is larger than the ${mostBytes} bytes that Thulium takes`
        return { outcome: 'not-done', failure: failure('refused', reason, details) }
      }
      const result = await transport.upload('/temporary_files', [['filename', name]], body, parseTemporaryFile, signal)
      return result.outcome === 'done' ? { ...result, value: { token: result.value.token } } : result
    },
    attachment: (attachment, maxBytes, signal) => openAttachment(attachment, maxBytes, transport, signal),
  }
}
