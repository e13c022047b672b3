import t from 'tap'
import type { OperationRequested } from '../src/events/index.ts'
import {
  cancelOperation,
  evolveOperations,
  failOperation,
  finishOperation,
  noOperations,
  overlap,
  problemsOfScope,
  requestOperation,
  type OperationsState,
} from '../src/operations/index.ts'

const at = new Date('2026-03-02T12:00:00Z')

const asked = (operationId: string, change: Partial<OperationRequested> = {}): OperationRequested => ({
  operationId,
  kind: 'rebuild',
  scope: {},
  dryRun: false,
  requestedBy: 'anna',
  ...change,
})

const after = (state: OperationsState, events: ReturnType<typeof requestOperation>): OperationsState =>
  events.reduce((so, event) => evolveOperations(so, event, at), state)

t.test('one of a kind at a time on a scope, and the refusal names the one under way', (t) => {
  const state = after(noOperations, requestOperation(noOperations, asked('a', { scope: { integrationId: 'i' } })))
  t.throws(() => requestOperation(state, asked('b')), { code: 'operation.running', message: /operation a / })
  t.throws(() => requestOperation(state, asked('b', { scope: { integrationId: 'i', threadId: 'x' } })))
  t.equal(requestOperation(state, asked('b', { scope: { integrationId: 'other' } })).length, 1, 'elsewhere')
  t.equal(requestOperation(state, asked('b', { kind: 'verify' })).length, 1, 'another kind')
  t.strictSame(requestOperation(state, asked('a')), [], 'the same request again')
  const over = after(state, finishOperation(state, { operationId: 'a', findings: 0, result: {} }))
  t.equal(requestOperation(over, asked('b')).length, 1, 'when the first is over')
  t.end()
})

t.test('an operation ends once', (t) => {
  const open = after(noOperations, requestOperation(noOperations, asked('a')))
  const cancelled = after(open, cancelOperation(open, 'a', 'jan'))
  t.match(cancelled.operations.get('a'), { status: 'cancelled', cancelledBy: 'jan', endedAt: at })
  t.strictSame(finishOperation(cancelled, { operationId: 'a', findings: 1, result: {} }), [])
  t.strictSame(failOperation(cancelled, 'a', 'too late'), [])
  t.strictSame(cancelOperation(cancelled, 'a', 'jan'), [], 'cancelled twice is cancelled')
  const failed = after(open, failOperation(open, 'a', 'no'))
  t.throws(() => cancelOperation(failed, 'a', 'jan'), { code: 'operation.over' })
  t.throws(() => cancelOperation(open, 'nobody', 'jan'), { code: 'operation.unknown' })
  t.end()
})

t.test('scopes overlap unless they name different things', (t) => {
  t.ok(overlap({}, { integrationId: 'i', threadId: 'x' }))
  t.ok(overlap({ integrationId: 'i' }, { integrationId: 'i', threadId: 'x' }))
  t.notOk(overlap({ integrationId: 'i', threadId: 'x' }, { integrationId: 'i', threadId: 'y' }))
  t.end()
})

t.test('a scope that cannot be meant is refused, field by field', (t) => {
  const fields = (...args: Parameters<typeof problemsOfScope>) => problemsOfScope(...args).map(({ field }) => field)
  t.strictSame(fields('retry', { since: '2026-03-03T00:00:00Z' }, at), ['since'], 'the future')
  t.strictSame(fields('retry', { since: '2026-03-02T10:00:00Z', until: '2026-03-02T09:00:00Z' }, at), ['until'])
  t.strictSame(fields('verify', { since: '2026-03-01T00:00:00Z' }, at), ['since'], 'what does not narrow it')
  t.strictSame(fields('rebuild', { threadId: 'x' }, at), ['integrationId'])
  t.strictSame(fields('reread', {}, at), ['since'], 'all that there ever was is not read again')
  t.strictSame(fields('reread', { integrationId: 'i', threadId: 'x' }, at), [])
  t.strictSame(fields('dismiss', { codes: ['effect.refused'], since: '2026-03-01T00:00:00Z' }, at), [])
  t.end()
})
