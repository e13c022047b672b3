import type { Direction, EventStoreClient, NewRecord, StoredRecord } from '../../src/eventstore/client.ts'

/** An error as the client of EventStoreDB has it. */
export function clientError(message: string, { type, code }: { type?: string; code?: number | string } = {}): Error {
  return Object.assign(new Error(message), type === undefined ? {} : { type }, code === undefined ? {} : { code })
}

export interface FakeServer {
  /** Everything that was written, by whomever, in its order. */
  records: StoredRecord[]
  /** What the next calls meet, in this order; `undefined` lets one through. */
  faults: (Error | undefined)[]
  version: string
  connects: number
  calls: string[]
  /** Records that were read of all. */
  given: number
  connect: () => EventStoreClient
  /** As somebody else of the same server writes. */
  foreign(streamName: string): void
}

/** What the server does with appends and reads, in memory: expected revisions, inclusive positions, empty pages beyond the end. */
export function createFakeServer(): FakeServer {
  const server: FakeServer = {
    records: [],
    faults: [],
    version: '24.10.4.0',
    connects: 0,
    calls: [],
    given: 0,
    connect() {
      server.connects += 1
      return client
    },
    foreign: (streamName) => add(streamName, { id: crypto.randomUUID(), type: 'Other', data: {}, metadata: {} }),
  }

  const streamOf = (name: string): StoredRecord[] => server.records.filter(({ streamName }) => streamName === name)

  function add(streamName: string, record: NewRecord): void {
    const position = BigInt(server.records.length * 100 + 7)
    const revision = streamOf(streamName).length
    server.records.push({ ...(JSON.parse(JSON.stringify(record)) as NewRecord), streamName, revision, position })
  }

  function page(records: StoredRecord[], direction: Direction, limit: number): StoredRecord[] {
    return (direction === 'forwards' ? records : records.toReversed()).slice(0, limit)
  }

  async function call(what: string): Promise<void> {
    server.calls.push(what)
    const fault = server.faults.shift()
    if (fault) throw fault
    return Promise.resolve()
  }

  const client: EventStoreClient = {
    async append(streamName, expectedRevision, records) {
      await call('append')
      const stream = streamOf(streamName)
      const same = records.every(({ id }, index) => stream[expectedRevision + 1 + index]?.id === id)
      if (same) return
      if (stream.length - 1 !== expectedRevision)
        throw clientError('WrongExpectedVersion', { type: 'wrong-expected-version' })
      for (const record of records) add(streamName, record)
    },
    async readStream(streamName, from, limit, direction) {
      await call('readStream')
      const stream = streamOf(streamName)
      if (stream.length === 0) throw clientError('not found', { type: 'stream-not-found' })
      return page(from === 'end' ? stream : stream.slice(from), direction, limit)
    },
    async readAll(from, limit, direction) {
      await call('readAll')
      const at = (record: StoredRecord): boolean =>
        typeof from !== 'bigint' || (direction === 'forwards' ? record.position >= from : record.position < from)
      const records = page(server.records.filter(at), direction, limit)
      server.given += records.length
      return records
    },
    async version() {
      await call('version')
      return server.version
    },
    close: () => Promise.resolve(),
  }
  return server
}
