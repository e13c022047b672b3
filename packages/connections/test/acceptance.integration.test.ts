import { authenticated, startIntegration } from '@connector/domain/integration'
import { connectThulium } from '@connector/domain/tenant'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { createAcceptance, createConnections } from '../src/index.ts'
import { account, named, openParts } from './support.ts'

const spacingMs = 30_000

await t.test('What calls tell of credentials', { skip: noDatabase ?? false }, async (t) => {
  const { store, log, repository, vault, clients } = await openParts(t)
  const connections = createConnections({ repository, store, vault, clients })
  const clock = { at: Date.now() }
  const atOtherSide = { isIll: false }
  const acceptance = createAcceptance({
    repository,
    connections,
    rejections: { stopAfter: 2, spacingMs },
    everybodyRejected: () => Promise.resolve(atOtherSide.isIll),
    now: () => new Date(clock.at),
  })

  const ref = { tenantId: 'sklep', integrationId: 'i' }
  await repository.changeTenant('sklep', 'test', () => connectThulium(account))
  await vault.replace(store.db, 'sklep', 'thulium', 'password')
  await vault.replace(store.db, 'sklep', 'empikplace:i', 'key')
  await repository.changeIntegration(ref, 'test', () => named('Sklep'))
  await repository.changeIntegration(ref, 'test', (state) =>
    authenticated(state, [
      { side: 'empikplace', accountName: 'Sklep', clockOffsetMs: -40 },
      { side: 'thulium', accountName: 'sklep', clockOffsetMs: 0 },
    ]),
  )
  await repository.changeIntegration(ref, 'test', startIntegration)

  const state = async () => (await repository.integration(ref)).state
  const newest = async () => (await log.readStream('integration-sklep-i')).at(-1)
  const poll = { side: 'empikplace', operation: 'poll', causedBy: 'poll:empikplace' } as const

  await t.test('an accepted call changes nothing as long as none was rejected', async (t) => {
    const before = await newest()
    await acceptance.accepted(await connections.get(ref), poll)
    t.same(await newest(), before)
  })

  await t.test('a rejection is recorded with its status, and the credentials are read anew', async (t) => {
    const before = await connections.get(ref)
    t.equal(await connections.get(ref), before, 'they are kept for a moment')
    await acceptance.rejected(ref, poll, { message: 'HTTP 401', status: 401 })
    t.not(await connections.get(ref), before)
    t.match(await newest(), {
      type: 'AuthenticationRejected',
      data: { side: 'empikplace', operation: 'poll', message: 'HTTP 401', status: 401 },
      metadata: { causationId: 'poll:empikplace' },
    })
  })

  await t.test('one that comes sooner than the spacing counts as the same', async (t) => {
    await acceptance.rejected(ref, poll, { message: 'HTTP 401' })
    t.match(await state(), { status: 'running', rejections: { empikplace: { count: 1 } } })
  })

  await t.test('another operation that is accepted proves nothing', async (t) => {
    await acceptance.accepted(await connections.get(ref), { ...poll, operation: 'reply:send' })
    t.match(await state(), { rejections: { empikplace: { count: 1 } } })
  })

  await t.test('the same operation that is accepted ends the run and keeps what is known of the clock', async (t) => {
    await acceptance.accepted(await connections.get(ref), poll)
    t.match(await newest(), {
      type: 'IntegrationAuthenticated',
      data: { side: 'empikplace', accountName: '37001', clockOffsetMs: -40 },
    })
    t.match(await state(), { rejections: { empikplace: { count: 0 } }, authenticated: { empikplace: true } })
  })

  await t.test('what most accounts meet at the same time is not counted against this one', async (t) => {
    atOtherSide.isIll = true
    const before = await newest()
    for (const hour of [1, 2, 3, 4]) {
      clock.at = Date.now() + hour * 3_600_000
      t.equal(await acceptance.rejected(ref, poll, { message: 'HTTP 401', status: 401 }), 'everybody')
    }
    t.same(await newest(), before)
    t.match(await state(), { status: 'running', rejections: { empikplace: { count: 0 } } })
    atOtherSide.isIll = false
    clock.at = Date.now()
  })

  await t.test('enough rejections in a row stop the integration', async (t) => {
    const write = { side: 'thulium', operation: 'message:mirror', causedBy: 'an effect' } as const
    await acceptance.rejected(ref, write, { message: 'HTTP 403', status: 403 })
    t.match(await state(), { status: 'running', rejections: { thulium: { count: 1 } } })
    clock.at = Date.now() + 2 * spacingMs
    await acceptance.rejected(ref, write, { message: 'HTTP 403', status: 403 })
    t.match(await state(), { status: 'credentials-rejected', rejections: { thulium: { count: 2 } } })
  })
})
