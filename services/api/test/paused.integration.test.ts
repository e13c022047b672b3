import { beginRestore, confirmRestore } from '@connector/store'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { connect, startApi, startOutside } from './support/api.ts'
import { projectIntegration } from './support/read-models.ts'

const since = new Date('2026-03-02T08:30:00Z')

t.test('A database that was restored from a backup', { skip: noDatabase ?? false }, async (t) => {
  const outside = await startOutside(t)
  const api = await startApi(t, outside.urls)
  const tenantId = 'po-kopii'
  outside.addAccount(tenantId)
  const { integration, integrationId } = await connect(api, tenantId)
  const ref = { tenantId, integrationId }
  await api.repository.changeIntegration(ref, 'test', () => [{ type: 'IntegrationStarted', data: {} }])
  await projectIntegration(api, tenantId, integrationId)
  await beginRestore(api.worker, since, 'anna')

  await t.test('says so in the status, and stays ready', async (t) => {
    t.match(await api.call('GET', `${integration}/status`), {
      status: 200,
      body: {
        health: {
          level: 'failing',
          reason: { pl: /^Wstrzymane po przywróceniu kopii bazy z 2026-03-02 09:30/, en: /operator confirms/ },
        },
      },
    })
    t.match(await api.call('GET', '/readyz'), { status: 200 })
    t.match((await api.call('GET', '/metrics')).text, /^connector_paused_after_restore 1$/m)
  })

  await t.test('writes nothing to Thulium, and looks all the same', async (t) => {
    const paused = { status: 409, body: { code: 'service.paused', detail: /2026-03-02T08:30:00/ } }
    t.match(await api.call('POST', `${integration}/probe-source`), paused)
    t.match(await api.call('POST', `${integration}/preflight?writes=tried`), paused)
    t.match(await api.call('POST', `/api/tenants/${tenantId}/preflight?writes=tried`), paused)
    t.match(await api.call('POST', `${integration}/preflight`), { status: 200 })
    t.equal(outside.thulium.tickets(tenantId).length, 0)
  })

  await t.test('and all is as ever once somebody has confirmed', async (t) => {
    await confirmRestore(api.worker, 'jan')
    t.match(await api.call('POST', `${integration}/probe-source`), { status: 200 })
    t.notMatch((await api.call('GET', `${integration}/status`)).text, 'Wstrzymane po')
  })
})
