import type { Test } from 'tap'
import { randomUUID } from 'node:crypto'
import { noStream, type NewEvent, type StreamAppend } from '../../src/index.ts'
import { newEvent } from '../support/events.ts'
import type { MakeLog } from './log-under-test.ts'

const of = (tenantId: string): NewEvent => ({ ...newEvent(), metadata: { tenantId } })

export async function tenantContract(t: Test, makeLog: MakeLog): Promise<void> {
  const { log, dispose } = await makeLog()
  t.teardown(dispose)
  // One name begins with the other.
  const ours = `sklep${randomUUID().slice(0, 8)}`
  const others = `${ours}-b`
  const stream = (kind: string, tenantId: string, name: string): string => `${kind}-${tenantId}-${name}`
  const opened = (streamId: string, tenantId: string): StreamAppend => ({
    streamId,
    expectedRevision: noStream,
    events: [of(tenantId)],
  })

  await t.test('a tenant reads its own streams and finds no others', async (t) => {
    const mine = log.forTenant(ours)
    t.strictSame(await mine.append([opened(stream('conversation', ours, 'a'), ours)]), ['appended'])
    await log.append([opened(stream('conversation', others, 'a'), others)])
    t.equal((await mine.readStream(stream('conversation', ours, 'a'))).length, 1)
    t.strictSame(await mine.readStream(stream('conversation', others, 'a')), [])
    const found = await mine.readStreams([
      { streamId: stream('conversation', others, 'a') },
      { streamId: stream('conversation', ours, 'a') },
    ])
    t.strictSame(
      [...found.values()].map((events) => events.length),
      [0, 1],
    )
  })

  await t.test('a tenant writes for nobody else', async (t) => {
    const mine = log.forTenant(ours)
    const foreign = { name: 'ForeignTenant', code: 'event_log.foreign_tenant' }
    await t.rejects(mine.append([opened(stream('conversation', 'another', 'x'), ours)]), foreign, 'into its stream')
    await t.rejects(mine.append([opened(stream('conversation', ours, 'x'), others)]), foreign, 'in its name')
    t.strictSame(await log.readStream(stream('conversation', 'another', 'x')), [])
    t.strictSame(await log.readStream(stream('conversation', ours, 'x')), [])
  })

  await t.test('the streams of a tenant are listed by their beginning', async (t) => {
    const before = await log.head()
    await log.append([
      opened(stream('integration', ours, 'i1'), ours),
      opened(stream('integration', ours, 'i2'), ours),
      opened(stream('integration', others, 'i3'), others),
    ])
    const mine = log.forTenant(ours)
    const listed = [stream('integration', ours, 'i1'), stream('integration', ours, 'i2')]
    for (const since of [undefined, before])
      t.strictSame((await mine.streamIds(`integration-${ours}-`, since)).sort(), listed)
    t.strictSame(await mine.streamIds(`integration-${others}-`, undefined), [])
  })
}
