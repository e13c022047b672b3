import { benchEventStore as measure } from '../../packages/event-log/bench/event-store.ts'
import type { BenchServer } from './database.ts'
import { perSecond, type Measurement } from './report.ts'

/** The log in EventStoreDB against its client alone; nothing where EVENTSTORE_URL names no server. */
export async function benchEventStore(server: BenchServer): Promise<Measurement[]> {
  const url = process.env['EVENTSTORE_URL'] ?? ''
  if (url === '') {
    console.error('EVENTSTORE_URL names no EventStoreDB: its adapter is not measured')
    return []
  }
  const { append, readAll } = await server.withDatabase((databaseUrl) => measure(url, databaseUrl))
  const goal = { rule: 'at least', value: 0.9 } as const
  const client = (raw: number): string => `${perSecond(raw, 'events')} by the client alone`
  return [
    {
      what: 'EventStoreDB, append of 100 events to a stream',
      ours: perSecond(append.ours, 'events'),
      comparedWith: client(append.raw),
      ratio: append.ratio,
      goal,
      wouldMoveIt: 'what is left is the digest of each event and JSON beside it',
      details: append,
    },
    {
      what: 'EventStoreDB, reading all',
      ours: perSecond(readAll.ours, 'events'),
      comparedWith: client(readAll.raw),
      ratio: readAll.ratio,
      goal,
      wouldMoveIt: 'the successor of the client, which reads 4 to 10 times faster (decision 25)',
      details: readAll,
    },
  ]
}
