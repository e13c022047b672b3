import { withoutUndefined } from '@connector/contracts'
import { refusalOfId } from './limits.ts'
import type { Transport } from './transport.ts'
import type { EmpikPlaceClient } from './types.ts'

/** Files of messages. */
export const documents = (transport: Transport): Pick<EmpikPlaceClient, 'attachment'> => ({
  async attachment(file, maxBytes, signal) {
    const refusal = refusalOfId(file.id)
    if (refusal !== undefined) return { ok: false, failure: refusal }
    // The file's id stands where a thread's would.
    const path = `/inbox/threads/${encodeURIComponent(file.id)}/download`
    const result = await transport.download(path, file, maxBytes, signal)
    if (!result.ok) return result
    const { contentType, length, body } = result.value
    return { ...result, value: withoutUndefined({ contentType, length, body }) }
  },
})
