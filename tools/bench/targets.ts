import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { BenchShop } from './shops.ts'

/** A shop in the API, and an access key that may read its status. */
export interface Target {
  tenant: string
  status: string
  accessKey: string
}

const run = promisify(execFile)

async function createOperatorKey(databaseUrl: string): Promise<string> {
  const script = join(import.meta.dirname, '../../services/api/src/create-operator-key.ts')
  const { stdout } = await run(process.execPath, [...process.execArgv, script], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
  })
  return stdout.trim()
}

/** @param url of the API */
export async function createTargets(url: string, databaseUrl: string, shops: readonly BenchShop[]): Promise<Target[]> {
  const operatorKey = await createOperatorKey(databaseUrl)
  const keys = new Map<string, string>()
  for (const tenantId of new Set(shops.map((shop) => shop.tenantId))) {
    const answer = await fetch(`${url}/api/tenants/${tenantId}/access-keys`, {
      method: 'POST',
      headers: { authorization: `Bearer ${operatorKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'dashboard', scopes: ['status:read', 'conversations:read'] }),
    })
    keys.set(tenantId, z.object({ secret: z.string() }).parse(await answer.json()).secret)
  }
  return shops.map(({ tenantId, integrationId }) => {
    const tenant = `/api/tenants/${tenantId}`
    return { tenant, status: `${tenant}/integrations/${integrationId}/status`, accessKey: keys.get(tenantId) ?? '' }
  })
}
