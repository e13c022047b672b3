import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { readContract, operationAt } from './fuzz/operations.ts'
import { connect, startApi } from './support/api.ts'
import { headerFaults } from './support/declared-headers.ts'

// What is sent to any request is compared by the fuzz test, where nothing is limited; here is what it does not come by.
await t.test('Headers that are sent are declared', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t, undefined, undefined, undefined, undefined, {
    rateLimits: { perAddress: 1_000, perTenant: 12 },
  })
  const { operations } = readContract(api.app.swagger())
  const { tenant } = await connect(api, 'sklep-a')
  const seen = new Map<string, number>()
  const ask = async (method: string, path: string, body?: unknown, headers?: Record<string, string>) => {
    const answer = await api.call(method, path, body, headers)
    const operation = operationAt(operations, method, path)
    const declared = operation?.headers.get(answer.status)
    t.ok(declared, `${method} ${path} may answer ${answer.status}`)
    t.strictSame(headerFaults(declared ?? [], answer.headers.keys()), [], `${method} ${path} ${answer.status}`)
    for (const name of answer.headers.keys()) seen.set(name, answer.status)
    return answer
  }
  const { headers } = await ask('GET', tenant)
  t.equal((await ask('GET', tenant, undefined, { 'if-none-match': headers.get('etag') ?? '' })).status, 304)
  const key = { 'idempotency-key': 'k-1' }
  t.equal((await ask('POST', `${tenant}/operations`, { kind: 'verify' }, key)).status, 202)
  await ask('POST', `${tenant}/operations`, { kind: 'verify' }, key)
  await ask('POST', `${tenant}/operations`, { kind: 'retry' }, { 'idempotency-key': 'k-2' })
  await ask('POST', `${tenant}/operations`, { kind: 'retry' }, { 'idempotency-key': 'k-2' })
  t.equal((await ask('GET', `/api/tenants/nobody`)).status, 404)
  while ((await ask('GET', `${tenant}/status`)).status !== 429);
  const wanted = ['etag', 'location', 'idempotency-replayed', 'ratelimit', 'ratelimit-policy', 'retry-after']
  t.strictSame(
    wanted.filter((name) => !seen.has(name)),
    [],
    'each was sent',
  )
  t.match(z.record(z.string(), z.unknown()).parse(api.app.swagger()), { components: { headers: { location: {} } } })
})
