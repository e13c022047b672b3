import { dictionaryParser, parseAgents, withoutUndefined } from '@connector/contracts'
import type { ReadResult } from '@connector/outbound-http'
import type { Transport } from './transport.ts'
import type { DictionaryList, ThuliumClient } from './types.ts'

/** Lists that settings choose from. */
export function dictionaries(
  transport: Transport,
): Pick<ThuliumClient, 'queues' | 'categories' | 'statuses' | 'agents'> {
  function list(
    path: string,
    kind: Parameters<typeof dictionaryParser>[0],
    signal: AbortSignal | undefined,
  ): Promise<ReadResult<DictionaryList>> {
    const parse = dictionaryParser(kind)
    return transport.get(path, [], parse, ({ items, unreadable }) => ({ entries: items, unreadable }), signal)
  }

  return {
    queues: (signal) => list('/ticket_queues', 'ticket_queue', signal),
    categories: (signal) => list('/ticket_categories', 'category', signal),
    statuses: (signal) => list('/ticket_statuses', 'status', signal),
    agents: (signal) =>
      transport.get(
        '/agents',
        [],
        parseAgents,
        ({ items, unreadable }) => ({ agents: items.map(withoutUndefined), unreadable }),
        signal,
      ),
  }
}
