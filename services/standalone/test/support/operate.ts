import { until } from '@connector/test-kit'
import type { Shop, World } from './world.ts'

export type Answer = Record<string, unknown>

const json = async (url: string, init: RequestInit = {}): Promise<Answer> =>
  (await (await fetch(url, init)).json()) as Answer

/** Asks for an operation of the tenant. @returns where it is */
export async function askFor({ apiUrl }: World, { tenantId }: Shop, body: object): Promise<string> {
  const path = `${apiUrl}/api/tenants/${tenantId}/operations`
  const asked = await json(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(body),
  })
  if (typeof asked['operationId'] !== 'string') throw new Error(`It was refused: ${JSON.stringify(asked)}`)
  return `${path}/${asked['operationId']}`
}

/** Waits for its end. */
export async function endOf(url: string): Promise<{ operation: Answer; findings: Answer[] }> {
  const operation = await until('the end of the operation', async () => {
    const now = await json(url)
    return ['finished', 'failed'].includes(String(now['state'])) ? now : undefined
  })
  const { items } = (await json(`${url}/findings?limit=200`)) as { items: Answer[] }
  return { operation, findings: items }
}

/** Both, where services are at work. */
export const operate = async (world: World, shop: Shop, body: object) => endOf(await askFor(world, shop, body))

/** Nobody looks by himself any more: with these settings, and after this, only operations do. */
export const onlyOperations = { EMPIKPLACE_POLL_MS: '86400000', THULIUM_POLL_MS: '86400000' }

export const restPolls = ({ store, clock }: World): Promise<unknown> =>
  store.db
    .updateTable('polls')
    .set({ next_at: new Date(clock.now().getTime() + 86_400_000) })
    .execute()
