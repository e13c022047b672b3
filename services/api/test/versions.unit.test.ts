import { fastify } from 'fastify'
import t from 'tap'
import { apiVersion, installVersions } from '../src/http/versions.ts'

const route = (since: string, sunset: string) => ({
  config: { deprecated: { since, sunset, instead: 'GET /api/new' } },
})

await t.test('an answer says which contract it follows, and when its route goes away', async (t) => {
  const app = fastify()
  installVersions(app)
  app.get('/api/old', route('2026-01-01', '2026-07-01'), () => 'x')
  app.get('/api/new', () => 'x')
  app.get('/livez', () => 'x')
  const old = (await app.inject('/api/old')).headers
  t.match(old, {
    'api-version': apiVersion,
    deprecation: '@1767225600',
    sunset: 'Wed, 01 Jul 2026 00:00:00 GMT',
    link: /rel="deprecation"/,
  })
  const fresh = (await app.inject('/api/new')).headers
  t.equal(fresh['api-version'], apiVersion)
  t.notOk('deprecation' in fresh)
  t.notOk('api-version' in (await app.inject('/livez')).headers)
})

t.test('a route is not taken away sooner than half a year after it was said', (t) => {
  const app = fastify()
  installVersions(app)
  t.throws(() => app.get('/api/old', route('2026-01-01', '2026-06-01'), () => 'x'), /give callers 180/)
  t.throws(() => app.get('/api/odd', route('2026-01-01', 'soon'), () => 'x'), /give callers 180/)
  t.end()
})
