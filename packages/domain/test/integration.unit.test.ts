import t from 'tap'
import type { InputUnreadable, IntegrationEvent, Side, Verified } from '../src/events/index.ts'
import {
  acceptAuthentication,
  acceptStored,
  authenticated,
  CommandRefused,
  configureIntegration,
  defaultRejectionPolicy,
  deleteIntegration,
  recordUnreadable,
  rejectAuthentication,
  startIntegration,
  stopIntegration,
  type IntegrationState,
} from '../src/integration/index.ts'
import { settings } from './support/samples.ts'
import { givenIntegration } from './support/scenario.ts'

const start = new Date('2026-11-02T09:00:00Z')
const after = (seconds: number): Date => new Date(start.getTime() + seconds * 1000)
const at = (seconds: number, event: IntegrationEvent) => ({ at: after(seconds), event })

const verified = (side: Side, clockOffsetMs = 0): Verified => ({ side, accountName: 'Sklep Demo', clockOffsetMs })
const accepted = (side: Side, clockOffsetMs = 0): IntegrationEvent => ({
  type: 'IntegrationAuthenticated',
  data: verified(side, clockOffsetMs),
})
const configured: IntegrationEvent = { type: 'IntegrationConfigured', data: settings }
const started: IntegrationEvent = { type: 'IntegrationStarted', data: {} }
const stopped = (reason: 'requested' | 'credentials-rejected'): IntegrationEvent => ({
  type: 'IntegrationStopped',
  data: { reason },
})
const rejected = (side: Side = 'empikplace'): IntegrationEvent => ({
  type: 'AuthenticationRejected',
  data: { side, operation: 'poll', message: 'Nieprawidłowy klucz', status: 401 },
})
const reject =
  (seconds: number, side: Side = 'empikplace') =>
  (state: IntegrationState): IntegrationEvent[] =>
    rejectAuthentication(
      state,
      { side, operation: 'poll', status: 401, message: 'Nieprawidłowy klucz' },
      after(seconds),
      defaultRejectionPolicy,
    )

const ready = [at(0, configured), at(0, accepted('empikplace', 1500)), at(0, accepted('thulium'))]
const running = [...ready, at(0, started)]

await t.test('settings are recorded as chosen', (t) => {
  const { events, state } = givenIntegration().when(() => configureIntegration(settings))
  t.strictSame(events, [configured])
  t.strictSame(state.settings, settings)
  t.equal(state.status, 'configured')
  t.end()
})

await t.test('an integration starts only with settings and with both sides authenticated', (t) => {
  const code = (events: ReturnType<typeof at>[]): string => {
    try {
      startIntegration(givenIntegration(...events).state)
    } catch (error) {
      return error instanceof CommandRefused ? error.code : 'other'
    }
    return 'started'
  }
  t.equal(code([]), 'integration.not_configured')
  t.equal(code([at(0, configured)]), 'integration.not_authenticated')
  t.equal(code([at(0, configured), at(0, accepted('empikplace'))]), 'integration.not_authenticated')
  t.equal(code([at(0, configured), at(0, accepted('thulium'))]), 'integration.not_authenticated')
  t.equal(code(ready), 'started')
  t.end()
})

await t.test('the refusal names only the side that is missing', (t) => {
  const { state } = givenIntegration(at(0, configured), at(0, accepted('thulium')))
  t.throws(() => startIntegration(state), { message: /empikplace did not/ })
  t.end()
})

await t.test('starting a running integration and stopping a stopped one change nothing', (t) => {
  t.strictSame(givenIntegration(...running).when(startIntegration).events, [])
  t.strictSame(givenIntegration(...ready).when(stopIntegration).events, [])
  t.strictSame(givenIntegration(...running).when(stopIntegration).events, [stopped('requested')])
  t.end()
})

await t.test('a deleted integration is stopped, and nothing starts it again', (t) => {
  const deleted: IntegrationEvent = { type: 'IntegrationDeleted', data: {} }
  t.strictSame(givenIntegration(...ready).when(deleteIntegration).events, [deleted])
  const { events, state } = givenIntegration(...running).when(deleteIntegration)
  t.strictSame(events, [stopped('requested'), deleted])
  t.match(state, { status: 'stopped', settings, deletedAt: Date })
  t.strictSame(deleteIntegration(state), [], 'deleting it again changes nothing')
  t.throws(() => startIntegration(state), { code: 'integration.unknown' })

  const rejectedOnce = givenIntegration(...running, at(60, stopped('credentials-rejected')), at(90, deleted)).state
  t.notMatch(authenticated(rejectedOnce, [verified('empikplace')]), [started], 'not even credentials that work')
  t.end()
})

await t.test('the first start is kept over stops and starts, on the clock of EmpikPlace', (t) => {
  const { state } = givenIntegration(...running, at(60, stopped('requested')), at(120, started))
  t.strictSame(state.startedAt, new Date(start.getTime() + 1500))
  t.end()
})

await t.test('the clock of Thulium has no part in the start time', (t) => {
  const { state } = givenIntegration(...ready, at(0, accepted('thulium', -90_000)), at(0, started))
  t.equal(state.clockOffsetMs, 1500)
  t.strictSame(state.startedAt, new Date(start.getTime() + 1500))
  t.end()
})

await t.test('a run of spaced rejections stops the integration, not one sooner', (t) => {
  const second = givenIntegration(...running, at(0, rejected())).when(reject(30))
  t.strictSame(second.events, [rejected()])
  const third = givenIntegration(...running, at(0, rejected()), at(30, rejected())).when(reject(60))
  t.strictSame(third.events, [rejected(), stopped('credentials-rejected')])
  t.equal(third.state.status, 'credentials-rejected')
  t.equal(third.state.rejections.empikplace.message, 'Nieprawidłowy klucz')
  t.end()
})

await t.test('rejections close together count once: calls in flight meet the same refusal', (t) => {
  const given = givenIntegration(...running, at(0, rejected()), at(30, rejected()))
  t.strictSame(given.when(reject(31)).events, [])
  t.strictSame(given.when(reject(59.999)).events, [])
  t.end()
})

await t.test('each side has its own run of rejections', (t) => {
  const given = givenIntegration(...running, at(0, rejected()), at(30, rejected()))
  t.strictSame(given.when(reject(60, 'thulium')).events, [rejected('thulium')])
  t.end()
})

await t.test('a success of another operation does not end the run', (t) => {
  const twice = givenIntegration(...running, at(0, rejected()), at(30, rejected()))
  t.strictSame(twice.when((state) => acceptAuthentication(state, verified('empikplace'), 'reply:send')).events, [])
  t.end()
})

await t.test('a success ends the run of its side', (t) => {
  const twice = givenIntegration(...running, at(0, rejected()), at(30, rejected()))
  t.strictSame(twice.when((state) => acceptAuthentication(state, verified('thulium'), 'poll')).events, [])
  const success = twice.when((state) => acceptAuthentication(state, verified('empikplace'), 'poll'))
  t.strictSame(success.events, [accepted('empikplace')])
  t.strictSame(acceptAuthentication(success.state, verified('empikplace'), 'poll'), [])
  t.strictSame(reject(60)(success.state), [rejected()])
  t.ok(success.state.authenticated.empikplace)
  t.end()
})

await t.test('an integration that does not run collects no rejections', (t) => {
  t.strictSame(givenIntegration(...ready).when(reject(0)).events, [])
  t.strictSame(givenIntegration(...running, at(0, stopped('credentials-rejected'))).when(reject(60)).events, [])
  t.end()
})

await t.test('new credentials of both sides start an integration that rejections had stopped', (t) => {
  const given = givenIntegration(...running, at(60, rejected()), at(60, stopped('credentials-rejected')))
  const { events, state } = given.when((state) =>
    authenticated(state, [verified('empikplace', 1500), verified('thulium')]),
  )
  t.strictSame(events, [accepted('empikplace', 1500), accepted('thulium'), started])
  t.equal(state.status, 'running')
  t.equal(state.rejections.empikplace.count, 0)
  t.strictSame(state.startedAt, new Date(start.getTime() + 1500))
  t.end()
})

await t.test('one side’s new credentials are enough when it was the one that rejected', (t) => {
  const given = givenIntegration(...running, at(60, rejected()), at(60, stopped('credentials-rejected')))
  t.strictSame(given.when((state) => authenticated(state, [verified('thulium')])).events, [accepted('thulium')])
  t.strictSame(given.when((state) => authenticated(state, [verified('empikplace')])).events, [
    accepted('empikplace'),
    started,
  ])
  t.end()
})

await t.test('stored credentials that are accepted again start what rejections had stopped, and nothing else', (t) => {
  const both = [verified('empikplace', 1500), verified('thulium')]
  const given = givenIntegration(...running, at(60, rejected()), at(60, stopped('credentials-rejected')))
  const { events, state } = given.when((state) => acceptStored(state, both))
  t.strictSame(events, [accepted('empikplace', 1500), started], 'only the side that had rejected was in question')
  t.strictSame(acceptStored(state, both), [], 'it runs already')
  t.strictSame(
    given.when((state) => acceptStored(state, [verified('thulium')])).events,
    [],
    'the other side proves nothing',
  )
  t.strictSame(
    givenIntegration(...running, at(60, stopped('requested'))).when((state) => acceptStored(state, both)).events,
    [],
  )
  t.end()
})

await t.test('new credentials do not start what a person had stopped', (t) => {
  const given = givenIntegration(...running, at(60, stopped('requested')))
  const { events, state } = given.when((state) => authenticated(state, [verified('empikplace'), verified('thulium')]))
  t.strictSame(events, [accepted('empikplace'), accepted('thulium')])
  t.equal(state.status, 'stopped')
  t.end()
})

await t.test('replaced credentials must be accepted again before a start', (t) => {
  const replaced: IntegrationEvent = { type: 'CredentialsReplaced', data: { side: 'empikplace', credentialVersion: 2 } }
  const { state } = givenIntegration(...ready, at(10, replaced))
  t.throws(() => startIntegration(state), { code: 'integration.not_authenticated' })
  t.strictSame(startIntegration(givenIntegration(...ready, at(10, replaced), at(20, accepted('empikplace'))).state), [
    started,
  ])
  t.end()
})

await t.test('an unreadable input is recorded once by its digest', (t) => {
  const input: InputUnreadable = {
    side: 'empikplace',
    operation: 'M11 thread',
    reason: 'id: expected string',
    inputId: 'digest-1',
    raw: '{}',
  }
  const first = givenIntegration(...running).when((state) => recordUnreadable(state, input))
  t.strictSame(first.events, [{ type: 'InputUnreadable', data: input }])
  t.strictSame(recordUnreadable(first.state, { ...input, reason: 'said otherwise' }), [])
  t.equal(recordUnreadable(first.state, { ...input, inputId: 'digest-2' }).length, 1)
  t.end()
})
