import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { accountBody, connect, shopBody, startApi } from './support/api.ts'
import { projectConversation, projectIntegration } from './support/read-models.ts'

const threadId = '5f2c0b5e-0000-4000-8000-00000000000a'

await t.test('Tenants see nothing of each other', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)
  const mine = await connect(api, 'sklep-a')
  const theirs = await connect(api, 'sklep-b')
  const ref = { tenantId: 'sklep-b', integrationId: theirs.integrationId }
  await projectIntegration(api, 'sklep-b', theirs.integrationId)
  await projectConversation(api, { ...ref, threadId, subject: 'Tajne pytanie', ticketId: 77 })
  const before = await api.log.readStream(`integration-sklep-b-${theirs.integrationId}`)

  await t.test('no list of one shows what belongs to the other', async (t) => {
    for (const path of ['integrations', 'conversations']) {
      const { body } = await api.call('GET', `${mine.tenant}/${path}`)
      t.strictSame(z.object({ items: z.array(z.unknown()) }).parse(body).items, [], path)
      t.match((await api.call('GET', `${theirs.tenant}/${path}`)).body, {
        items: [{ integrationId: theirs.integrationId }],
      })
    }
  })

  await t.test('no address under one tenant reaches an integration or a conversation of the other', async (t) => {
    const foreign = `${mine.tenant}/integrations/${theirs.integrationId}`
    const calls: [method: string, path: string, code: string, body?: unknown][] = [
      ['PUT', foreign, 'integration.unknown', shopBody],
      ['PUT', `${foreign}/key`, 'integration.unknown', { apiKey: 'stolen' }],
      ['POST', `${foreign}/authenticate`, 'integration.unknown'],
      ['POST', `${foreign}/start`, 'integration.unknown'],
      ['POST', `${foreign}/stop`, 'integration.unknown'],
      ['GET', `${foreign}/status`, 'integration.unknown'],
      ['GET', `${mine.tenant}/conversations/${theirs.integrationId}/${threadId}`, 'conversation.unknown'],
    ]
    for (const [method, path, code, body] of calls)
      t.match(await api.call(method, path, body), { status: 404, body: { code } }, `${method} ${path}`)
    const after = await api.log.readStream(`integration-sklep-b-${theirs.integrationId}`)
    t.equal(after.length, before.length, 'nothing was recorded for the other tenant')
    const strays = await api.log.readStream(`integration-sklep-a-${theirs.integrationId}`)
    t.equal(strays.length, 0, 'and nothing under a mixed name')
  })

  await t.test('settings and secrets of one leave those of the other alone', async (t) => {
    const { rows } = await api.worker.pool.query<{ purpose: string; version: number }>(
      "select purpose, version from credentials where tenant_id = 'sklep-b' order by purpose",
    )
    await api.call('PUT', `${mine.tenant}/thulium`, { ...accountBody, mailbox: 'a@demo.example', apiPassword: 'new' })
    const after = await api.worker.pool.query(
      "select purpose, version from credentials where tenant_id = 'sklep-b' order by purpose",
    )
    t.same(after.rows, rows)
    t.match((await api.call('GET', theirs.tenant)).body, { mailbox: accountBody.mailbox })
  })

  await t.test('a thread id made up to look like a part of another stream opens nothing', async (t) => {
    const path = `${mine.tenant}/conversations/${mine.integrationId}/${theirs.integrationId}-${threadId}`
    t.match(await api.call('GET', path), { status: 404, body: { code: 'conversation.unknown' } })
  })

  await t.test('a tenant that is not connected has no address at all', async (t) => {
    const calls: [method: string, path: string, body?: unknown][] = [
      ['GET', ''],
      ['PUT', '/thulium', accountBody],
      ['GET', '/integrations'],
      ['POST', '/integrations', { ...shopBody, apiKey: 'key' }],
      ['GET', '/conversations'],
      ['GET', `/conversations/${theirs.integrationId}/${threadId}`],
      ['GET', '/changes'],
      ['GET', `/integrations/${theirs.integrationId}/status`],
    ]
    for (const [method, path, body] of calls)
      t.match(
        await api.call(method, `/api/tenants/nobody${path}`, body),
        { status: 404, body: { code: 'tenant.unknown' } },
        `${method} ${path}`,
      )
  })
})
