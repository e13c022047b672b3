import { connectThulium } from '@connector/domain/tenant'
import { countStatements, noDatabase } from '@connector/test-kit'
import t from 'tap'
import { createConnections } from '../src/index.ts'
import { account, named, openParts } from './support.ts'

const shops = Array.from({ length: 20 }, (_, n) => `i-${n}`)

await t.test('Connections of shops', { skip: noDatabase ?? false }, async (t) => {
  const { database, store, repository, vault, clients } = await openParts(t)
  const counted = countStatements(store.db)
  const connections = createConnections({ repository, store: { ...store, db: counted.db }, vault, clients })
  const tenantId = 'sklep'
  const refs = shops.map((integrationId) => ({ tenantId, integrationId }))
  await repository.changeTenant(tenantId, 'test', () => connectThulium(account))
  await vault.replace(store.db, tenantId, 'thulium', 'haslo')
  for (const ref of refs) {
    await vault.replace(store.db, tenantId, `empikplace:${ref.integrationId}`, `klucz ${ref.integrationId}`)
    await repository.changeIntegration(ref, 'test', () => named('Sklep'))
  }
  const [ref] = refs
  if (!ref) throw new Error('There is no shop')
  /** As after the second for which nothing is read anew. */
  const getAnew = (of: typeof ref) => {
    connections.forget(of)
    return connections.get(of)
  }

  await t.test('those that are asked for together are read together', async (t) => {
    const found = await Promise.all(refs.map((one) => connections.get(one)))
    t.equal(found.length, shops.length)
    t.equal(counted.count(), 1, 'one statement for all keys and passwords')
  })

  await t.test('one that is as it was is not made anew', async (t) => {
    const before = await connections.get(ref)
    t.equal(await getAnew(ref), before)
  })

  await t.test('a new key is used, and so is one with an old version', async (t) => {
    const before = await connections.get(ref)
    await vault.replace(store.db, tenantId, 'empikplace:i-0', 'inny')
    const replaced = await getAnew(ref)
    t.not(replaced.empikplace, before.empikplace)
    await vault.remove(store.db, tenantId, 'empikplace:i-0')
    await t.rejects(getAnew(ref), { code: 'integration.not_connected' })
    t.equal(await vault.replace(store.db, tenantId, 'empikplace:i-0', 'jeszcze inny'), 1, 'its version is the first')
    t.not((await getAnew(ref)).empikplace, replaced.empikplace)
    t.match(await vault.read(store.db, tenantId, 'empikplace:i-0'), { secret: 'jeszcze inny' })
  })

  await t.test('new settings and a new account are used', async (t) => {
    const before = await connections.get(ref)
    await repository.changeIntegration(ref, 'test', () => named('Sklep z zabawkami'))
    const renamed = await getAnew(ref)
    t.not(renamed, before)
    t.equal(renamed.settings.name, 'Sklep z zabawkami')
    await repository.changeTenant(tenantId, 'test', () => connectThulium({ ...account, agentLogin: 'nowy.bot' }))
    t.equal((await getAnew(ref)).account.agentLogin, 'nowy.bot')
  })

  await t.test('a key that does not open fails its own shop and no other', async (t) => {
    await database.execute(`update credentials set ciphertext = '\\x00' where purpose = 'empikplace:i-0'`)
    for (const one of refs) connections.forget(one)
    const found = await Promise.allSettled(refs.map((one) => connections.get(one)))
    t.strictSame(
      found.map(({ status }) => status),
      shops.map((name) => (name === 'i-0' ? 'rejected' : 'fulfilled')),
    )
  })
})
