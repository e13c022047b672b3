import { empikPlaceDemo, thuliumDemoSeed } from '@connector/sandbox'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { CannotStart } from './cannot-start.ts'

const created = z.object({ integrationId: z.string() })

/** The account that the sandboxes are filled with. */
export const demoTenant = 'demo-sklep'

async function call(api: FastifyInstance, method: 'GET' | 'POST', url: string, payload?: object): Promise<unknown> {
  const answer = await api.inject({ method, url, ...(payload ? { payload } : {}) })
  if (answer.statusCode >= 300)
    throw new CannotStart(
      `The demonstration could not be set up: ${method} ${url} answered ${answer.statusCode} ${answer.body}`,
    )
  return answer.json()
}

/** Connects the demonstration shop through the API, as an administrator would; does nothing when it is there already. */
export async function setUpDemo(api: FastifyInstance): Promise<void> {
  const known = await api.inject({ method: 'GET', url: `/api/tenants/${demoTenant}` })
  if (known.statusCode === 200) return
  const [account] = thuliumDemoSeed().systems
  const mailbox = account?.mailboxes[0]?.address
  const queueId = account?.queues[0]?.id
  const categoryId = account?.categories[0]?.id
  if (!account || mailbox === undefined || queueId === undefined || categoryId === undefined)
    throw new CannotStart('The sandbox of Thulium has no account to connect.')
  await call(api, 'POST', '/api/tenants', {
    system: account.system,
    apiUser: account.apiUser,
    apiPassword: account.password,
    mailbox,
    agentLogin: 'empik.bot',
    threadField: 'EmpikPlace wątek',
    orderField: 'EmpikPlace zamówienie',
  })
  const { integrationId } = created.parse(
    await call(api, 'POST', `/api/tenants/${demoTenant}/integrations`, {
      name: 'Sklep demonstracyjny',
      shopId: String(empikPlaceDemo.shopId),
      apiKey: empikPlaceDemo.apiKey,
      customerField: 'Empik ID',
      queueId,
      categoryId,
    }),
  )
  const integration = `/api/tenants/${demoTenant}/integrations/${integrationId}`
  await call(api, 'POST', `${integration}/authenticate`)
  await call(api, 'POST', `${integration}/start`)
}
