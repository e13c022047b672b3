import { customers } from './customers.ts'
import { dictionaries } from './dictionaries.ts'
import { entries, type CommentKnowledge } from './entries.ts'
import { files } from './files.ts'
import { tickets } from './tickets.ts'
import { createTransport, type TransportOptions } from './transport.ts'
import type { ThuliumClient } from './types.ts'

export interface ThuliumClientOptions extends TransportOptions, CommentKnowledge {}

/** See {@link ThuliumClient}. Throws a TypeError when the base URL is none. */
export function createThuliumClient(options: ThuliumClientOptions): ThuliumClient {
  const transport = createTransport(options)
  return {
    ...customers(transport),
    ...tickets(transport),
    ...entries(transport, options),
    ...files(transport),
    ...dictionaries(transport),
  }
}
