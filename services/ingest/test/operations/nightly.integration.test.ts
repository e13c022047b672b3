import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { createLog } from '@connector/service-kit'
import { askForTheNight, nightlyId } from '../../src/operations/nightly.ts'
import { startScene } from './support.ts'

await t.test('reconciliations of the night', { skip: noDatabase ?? false }, async (t) => {
  const { store, repository } = await startScene(t)
  const ask = (at: string, share = 0.05): Promise<number> =>
    askForTheNight({ store, repository, share, log: createLog('test', 'silent'), now: () => new Date(at) })

  t.equal(await ask('2026-03-02T12:00:00Z'), 0, 'not by day')
  t.equal(await ask('2026-03-02T01:30:00Z', 0), 0, 'not where it is off')
  // Half past two in Warsaw, in winter.
  const all = await Promise.all([1, 2, 3].map(() => ask('2026-03-02T01:30:00Z')))
  t.equal(
    all.reduce((sum, count) => sum + count, 0),
    1,
    'once for each tenant, however many processes ask',
  )
  t.equal(await ask('2026-03-02T03:30:00Z'), 0)
  const { state } = await repository.operations('sklep')
  const operationId = nightlyId('sklep', '2026-03-02')
  t.match(state.operations.get(operationId), { kind: 'reconcile', scope: { share: 0.05 }, dryRun: false })

  t.equal(await ask('2026-03-03T01:30:00Z'), 0, 'while one is under way there is no second one')
  await repository.changeOperations('sklep', 'test', () => [
    { type: 'OperationFinished', data: { operationId, findings: 0, result: {} } },
  ])
  t.equal(await ask('2026-03-03T01:30:00Z'), 1, 'and one in the next night')
})
