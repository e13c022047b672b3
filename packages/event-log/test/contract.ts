import t from 'tap'
import { appendContract } from './contract/append.ts'
import { concurrencyContract } from './contract/concurrency.ts'
import type { MakeLog } from './contract/log-under-test.ts'
import { readingContract } from './contract/reading.ts'
import { tenantContract } from './contract/tenants.ts'
import { wakeUpContract } from './contract/wake-ups.ts'

/** What every adapter of the event log must do. Run it from the adapter's own test file. */
export async function eventLogContract(name: string, makeLog: MakeLog): Promise<void> {
  await t.test(`${name} keeps the contract of the event log`, async (t) => {
    await t.test('appending', (t) => appendContract(t, makeLog))
    await t.test('reading', (t) => readingContract(t, makeLog))
    await t.test('many writers at once', (t) => concurrencyContract(t, makeLog))
    await t.test('one tenant', (t) => tenantContract(t, makeLog))
    await t.test('waking up', (t) => wakeUpContract(t, makeLog))
  })
}
