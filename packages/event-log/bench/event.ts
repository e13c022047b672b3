import { randomBytes, randomUUID } from 'node:crypto'
import type { NewEvent } from '../src/index.ts'

/** As large as a usual message. */
export const benchEvent = (): NewEvent => ({
  id: randomUUID(),
  type: 'MessageReceived',
  schemaVersion: 1,
  data: {
    messageId: randomUUID(),
    author: 'customer',
    body: 'Dzień dobry, kiedy dotrze paczka? '.repeat(8),
    attachments: [],
  },
  metadata: {
    tenantId: 'tenant-1',
    correlationId: randomUUID(),
    traceparent: `00-${randomBytes(16).toString('hex')}-01`,
  },
})
