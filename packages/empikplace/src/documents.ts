import { withoutUndefined } from '@connector/contracts'
import { refusalOfId } from './limits.ts'
import type { Transport } from './transport.ts'
import type { EmpikPlaceClient } from './types.ts'

/** Files of messages. */
export const documents = (transport: Transport): Pick<EmpikPlaceClient, 'attachment'> => ({
  async attachment(attachmentId, maxBytes, signal) {
    const refusal = refusalOfId(attachmentId)
    if (refusal !== undefined) return { ok: false, failure: refusal }
    // The file's id stands where a thread's would.
    const path = `/inbox/threads/${encodeURIComponent(attachmentId)}/download`
    const result = await transport.download(path, maxBytes, signal)
    if (!result.ok) return result
    const { contentType, length, body } = result.value
    return { ...result, value: withoutUndefined({ contentType, length, body }) }
  },
})
