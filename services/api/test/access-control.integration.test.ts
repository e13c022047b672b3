import { fastify } from 'fastify'
import t from 'tap'
import { installAccessControl } from '../src/authentication/access-control.ts'

t.test('a route that does not say who may call it keeps the API from starting', async (t) => {
  const app = fastify()
  installAccessControl(app, undefined)
  app.get('/forgotten', () => 'x')
  await t.rejects(async () => {
    await app.ready()
  }, /GET \/forgotten does not say who may call it/)
})

t.test('so does one that asks for a scope of a tenant outside any tenant', async (t) => {
  const app = fastify()
  installAccessControl(app, undefined)
  app.get('/status', { config: { scope: 'status:read' } }, () => 'x')
  await t.rejects(async () => {
    await app.ready()
  }, /has no :tenantId in its path/)
})
