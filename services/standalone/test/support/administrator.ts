import { until } from '@connector/test-kit'
import { z } from 'zod'
import { agentLogin } from './account.ts'
import type { Shop, World } from './world.ts'

/** What a seller's administrator does and sees through the API. */

const replaced = z.object({ stored: z.boolean(), ok: z.boolean() })
const notStored = z
  .object({ code: z.literal('credentials.not_accepted') })
  .transform(() => ({ stored: false, ok: false }))

const side = z.object({ failures: z.number(), lastFailure: z.object({ class: z.string() }).nullable() })
const status = z.object({
  status: z.string(),
  health: z.object({ level: z.string(), reason: z.object({ pl: z.string() }) }),
  sides: z.object({ empikplace: side, thulium: side }),
  effects: z.object({ waiting: z.number(), uncertain: z.number(), parked: z.number() }),
  repliesPending: z.number(),
})
type Status = z.infer<typeof status>

async function call<T>(
  { apiUrl }: World,
  schema: z.ZodType<T>,
  method: string,
  path: string,
  body?: object,
): Promise<T> {
  const answer = await fetch(`${apiUrl}/api/tenants/${path}`, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  })
  const document: unknown = await answer.json()
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(document)}`)
  return schema.parse(document)
}

/** What the other side does not accept is answered 422, and nothing is stored. */
async function replace(world: World, path: string, body: object): Promise<z.infer<typeof replaced>> {
  const answer = await fetch(`${world.apiUrl}/api/tenants/${path}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const document: unknown = await answer.json()
  if (answer.status === 422) return notStored.parse(document)
  if (!answer.ok) throw new Error(`PUT ${path}: ${answer.status} ${JSON.stringify(document)}`)
  return replaced.parse(document)
}

const pathOf = ({ tenantId, integrationId }: Shop): string => `${tenantId}/integrations/${integrationId}`

export const start = (world: World, shop: Shop): Promise<unknown> =>
  call(world, z.object({ status: z.literal('running') }), 'POST', `${pathOf(shop)}/start`)

export const stop = (world: World, shop: Shop): Promise<unknown> =>
  call(world, z.object({ status: z.literal('stopped') }), 'POST', `${pathOf(shop)}/stop`)

/** The operator lets a tenant rest. */
export const pause = (world: World, { tenantId }: Shop): Promise<unknown> =>
  call(world, z.object({ paused: z.object({}) }), 'POST', `${tenantId}/pause`, { reason: 'Porządki' })

export const resume = (world: World, { tenantId }: Shop): Promise<unknown> =>
  call(world, z.object({ paused: z.null() }), 'POST', `${tenantId}/resume`)

export const statusOf = (world: World, shop: Shop): Promise<Status> =>
  call(world, status, 'GET', `${pathOf(shop)}/status`)

export const untilHealth = (world: World, shop: Shop, level: string): Promise<Status> =>
  until(`the health to be ${level}`, async () => {
    const seen = await statusOf(world, shop)
    return seen.health.level === level ? seen : undefined
  })

export const putKey = (world: World, shop: Shop, apiKey: string): Promise<z.infer<typeof replaced>> =>
  replace(world, `${pathOf(shop)}/key`, { apiKey })

export const putPassword = (world: World, { tenantId }: Shop, apiPassword: string): Promise<z.infer<typeof replaced>> =>
  replace(world, `${tenantId}/thulium`, {
    apiUser: 'connector',
    mailbox: 'sklep@sklep.example',
    agentLogin,
    threadField: 'EmpikPlace wątek',
    orderField: 'EmpikPlace zamówienie',
    sinkDomain: 'relay.connector.example',
    apiPassword,
  })

const change = z.object({ what: z.string(), requestId: z.string().nullable() })

/** What was changed, oldest first. */
export const changesOf = async (world: World, shop: Shop): Promise<string[]> =>
  (await call(world, z.object({ items: z.array(change) }), 'GET', `${pathOf(shop)}/changes`)).items
    .map(({ what }) => what)
    .reverse()
