import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import {
  connectTenants,
  createMasterKey,
  createVault,
  parseMasterKey,
  serviceTenant,
  singCanary,
} from '../src/index.ts'
import { createMigratedDatabase } from './support/database.ts'

t.test('the canary', { skip: noDatabase ?? false }, async (t) => {
  const database = await createMigratedDatabase()
  const tenants = connectTenants({ url: database.url, max: 2 })
  t.teardown(async () => {
    await tenants.close()
    await database.drop()
  })
  const [ours, next] = [createMasterKey(), createMasterKey()].map(parseMasterKey) as [Buffer, Buffer]
  const sing = (...keys: [Buffer, Buffer?]): Promise<void> =>
    tenants.inTenant(serviceTenant, (db) => singCanary(createVault(...keys), db))

  await sing(ours)
  await sing(ours)

  await t.test('is opened by no other master key, and says what to do', async (t) => {
    await t.rejects(sing(next), {
      code: 'credentials.unreadable',
      message: /CONNECTOR_MASTER_KEY is not the key .* CONNECTOR_OLD_MASTER_KEY/,
    })
    await sing(ours)
  })

  await t.test('is opened while the key is being changed', async (t) => {
    await sing(next, ours)
    t.pass('with the old one beside the new one')
  })
})
