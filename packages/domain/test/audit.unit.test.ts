import t from 'tap'
import { accountChanges, differences, integrationChanges, type AuditedEvent } from '../src/audit/index.ts'
import type { IntegrationEvent, TenantEvent } from '../src/events/index.ts'
import { settings } from './support/samples.ts'

const at = new Date('2026-11-02T09:00:00Z')

await t.test('differences of two documents', (t) => {
  const cases: { name: string; from: unknown; to: unknown; gives: ReturnType<typeof differences> }[] = [
    { name: 'equal ones have none', from: { a: [1, { b: 2 }] }, to: { a: [1, { b: 2 }] }, gives: [] },
    {
      name: 'each field by itself, as deep as it goes',
      from: { queueId: 7, replies: { footer: 'A', recipients: 'rule' } },
      to: { queueId: 8, replies: { footer: 'B', recipients: 'rule' } },
      gives: [
        { path: ['queueId'], from: 7, to: 8 },
        { path: ['replies', 'footer'], from: 'A', to: 'B' },
      ],
    },
    {
      name: 'what is not set is null',
      from: { a: 1, same: true },
      to: { b: 2, same: true },
      gives: [
        { path: ['a'], from: 1, to: null },
        { path: ['b'], from: null, to: 2 },
      ],
    },
    {
      name: 'a list of values as a whole',
      from: { tags: ['a', 'b'] },
      to: { tags: ['b'] },
      gives: [{ path: ['tags'], from: ['a', 'b'], to: ['b'] }],
    },
    {
      name: 'a list that was empty',
      from: { tags: [] },
      to: { tags: ['b'] },
      gives: [{ path: ['tags'], from: [], to: ['b'] }],
    },
    {
      name: 'items with ids by their id',
      from: { rules: [{ id: 'vip', then: { queueId: 7 } }, { id: 'old' }] },
      to: { rules: [{ id: 'vip', then: { queueId: 8 } }, { id: 'new' }] },
      gives: [
        { path: ['rules', 'vip', 'then', 'queueId'], from: 7, to: 8 },
        { path: ['rules', 'old'], from: { id: 'old' }, to: null },
        { path: ['rules', 'new'], from: null, to: { id: 'new' } },
      ],
    },
    {
      name: 'the first item of a list',
      from: { rules: [] },
      to: { rules: [{ id: 'a' }] },
      gives: [{ path: ['rules', 'a'], from: null, to: { id: 'a' } }],
    },
    {
      name: 'another order of the same items',
      from: { rules: [{ id: 'a' }, { id: 'b' }] },
      to: { rules: [{ id: 'b' }, { id: 'a' }] },
      gives: [{ path: ['rules'], from: ['a', 'b'], to: ['b', 'a'] }],
    },
    {
      name: 'items without ids as a whole',
      from: { monday: [{ from: '08:00', to: '16:00' }] },
      to: { monday: [{ from: '09:00', to: '16:00' }] },
      gives: [{ path: ['monday'], from: [{ from: '08:00', to: '16:00' }], to: [{ from: '09:00', to: '16:00' }] }],
    },
    {
      name: 'a value that became a document',
      from: { a: 1 },
      to: { a: { b: 1 } },
      gives: [{ path: ['a'], from: 1, to: { b: 1 } }],
    },
  ]
  for (const { name, from, to, gives } of cases) t.strictSame(differences(from, to), gives, name)
  t.end()
})

await t.test('changes of an integration say when, who, and what from what to what', (t) => {
  const by = (event: IntegrationEvent, causedBy = 'api:request-1', actor = 'api'): AuditedEvent<IntegrationEvent> => ({
    event,
    at,
    actor,
    by: null,
    causedBy,
  })
  const changes = integrationChanges([
    by({ type: 'IntegrationConfigured', data: settings }),
    by({ type: 'CredentialsReplaced', data: { side: 'empikplace', credentialVersion: 1 } }),
    by({ type: 'IntegrationAuthenticated', data: { side: 'empikplace', accountName: 'Sklep', clockOffsetMs: 0 } }),
    by({ type: 'IntegrationStarted', data: {} }),
    by({ type: 'IntegrationConfigured', data: { ...settings, queueId: 8 } }, 'api:request-2'),
    by(
      { type: 'AuthenticationRejected', data: { side: 'empikplace', operation: 'poll', message: 'HTTP 401' } },
      'poll:empikplace',
      'ingest',
    ),
    by({ type: 'IntegrationStopped', data: { reason: 'credentials-rejected' } }, 'poll:empikplace', 'ingest'),
    by({ type: 'IntegrationStopped', data: { reason: 'requested' } }),
    by({ type: 'IntegrationDeleted', data: {} }),
  ])
  t.strictSame(
    changes.map(({ what, actor, requestId }) => [what, actor, requestId]),
    [
      ['settings', 'api', 'request-1'],
      ['empikplace-key-replaced', 'api', 'request-1'],
      ['started', 'api', 'request-1'],
      ['settings', 'api', 'request-2'],
      ['stopped-by-rejections', 'ingest', null],
      ['stopped', 'api', 'request-1'],
      ['deleted', 'api', 'request-1'],
    ],
    'what was only observed is no change',
  )
  t.match(changes[0], { at, of: 'integration' })
  t.ok(
    changes[0]?.fields.some(({ path, from, to }) => path[0] === 'queueId' && from === null && to === settings.queueId),
    'the first settings come from nothing',
  )
  t.strictSame(changes[3]?.fields, [{ path: ['queueId'], from: settings.queueId, to: 8 }])
  t.end()
})

await t.test('changes of the Thulium account likewise', (t) => {
  const account = {
    system: 'demo',
    apiUser: 'connector',
    mailbox: 'sklep@demo.example',
    agentLogin: 'empik.bot',
    threadField: 'Wątek',
    sinkDomain: 'relay.example',
  }
  const events: TenantEvent[] = [
    { type: 'ThuliumConnected', data: account },
    { type: 'ThuliumCredentialsReplaced', data: { credentialVersion: 1 } },
    { type: 'ThuliumConnected', data: { ...account, threadField: 'EmpikPlace wątek' } },
  ]
  const changes = accountChanges(events.map((event) => ({ event, at, actor: null, by: null, causedBy: null })))
  t.match(changes, [
    { what: 'settings', of: 'account', actor: null, requestId: null },
    { what: 'thulium-password-replaced', fields: [] },
    { what: 'settings', fields: [{ path: ['threadField'], from: 'Wątek', to: 'EmpikPlace wątek' }] },
  ])
  t.end()
})
