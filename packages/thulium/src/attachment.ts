import { Readable } from 'node:stream'
import { withoutUndefined } from '@connector/contracts'
import { failure, FailureCode } from '@connector/outbound-http'
import type { ReadResult } from '@connector/outbound-http'
import type { Transport } from './transport.ts'
import type { AttachmentDownload, TicketAttachment } from './types.ts'

const base64 = /^[A-Za-z0-9+/]*={0,2}$/

/**
 * Fetches an attachment in whichever of the undocumented ways it offers: content inside the answer, or an address on
 * the tenant's own host. Anything else is refused, so that the agent can be told.
 */
export async function openAttachment(
  attachment: TicketAttachment,
  maxBytes: number,
  transport: Transport,
  signal: AbortSignal | undefined,
): Promise<ReadResult<AttachmentDownload>> {
  const content = attachment.content?.replace(/\s+/g, '')
  if (content !== undefined && base64.test(content)) {
    const bytes = Buffer.from(content, 'base64')
    if (bytes.length > maxBytes) {
      const reason = failure('too-large', `The file is larger than the ${maxBytes} bytes that we take`, {
        code: FailureCode.tooLarge,
      })
      return { ok: false, failure: reason }
    }
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
  const result = await transport.download(attachment.url, maxBytes, signal)
  if (!result.ok) return result
  const { contentType, length, body } = result.value
  return { ...result, value: withoutUndefined({ contentType, length, body }) }
}
