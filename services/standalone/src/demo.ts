import { empikPlaceDemo, thuliumDemoSeed, type EmpikPlaceSandbox } from '@connector/sandbox'
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

const listed = z.object({ items: z.array(z.object({ integrationId: z.string(), status: z.string() })) })

async function connectAccount(api: FastifyInstance): Promise<{ queueId: number; categoryId: number }> {
  const [account] = thuliumDemoSeed().systems
  const mailbox = account?.mailboxes[0]?.address
  const queueId = account?.queues[0]?.id
  const categoryId = account?.categories[0]?.id
  if (!account || mailbox === undefined || queueId === undefined || categoryId === undefined)
    throw new CannotStart('The sandbox of Thulium has no account to connect.')
  const known = await api.inject({ method: 'GET', url: `/api/tenants/${demoTenant}` })
  if (known.statusCode !== 200)
    await call(api, 'POST', '/api/tenants', {
      system: account.system,
      apiUser: account.apiUser,
      apiPassword: account.password,
      mailbox,
      agentLogin: 'empik.bot',
      threadField: 'EmpikPlace wątek',
      orderField: 'EmpikPlace zamówienie',
    })
  return { queueId, categoryId }
}

/**
 * Connects the demonstration shop through the API, as an administrator would. Each step that is done already is left out,
 * so a start that was cut short is taken up by the next one.
 * @returns whether the integration was started now
 */
export async function setUpDemo(api: FastifyInstance): Promise<boolean> {
  const { queueId, categoryId } = await connectAccount(api)
  const integrations = `/api/tenants/${demoTenant}/integrations`
  const [known] = listed.parse(await call(api, 'GET', integrations)).items
  if (known && known.status !== 'configured') return false
  const integrationId =
    known?.integrationId ??
    created.parse(
      await call(api, 'POST', integrations, {
        name: 'Sklep demonstracyjny',
        shopId: String(empikPlaceDemo.shopId),
        apiKey: empikPlaceDemo.apiKey,
        customerField: 'Empik ID',
        queueId,
        categoryId,
      }),
    ).integrationId
  await call(api, 'POST', `${integrations}/${integrationId}/authenticate`)
  await call(api, 'POST', `${integrations}/${integrationId}/start`)
  return true
}

/** Two buyers write right after the start, so that there is something to see: one in an old conversation, one in a new. */
export function writeFirstMessages({ state, buyerWrites }: EmpikPlaceSandbox): void {
  const { shopId } = empikPlaceDemo
  const old = [...state.threads.values()].find((thread) => thread.shopId === shopId && thread.topic.value === 'Faktura')
  if (old)
    buyerWrites({
      shopId,
      threadId: old.id,
      text: 'Dzień dobry, czy faktura jest już gotowa? Bardzo proszę o przesłanie.',
    })
  buyerWrites({
    shopId,
    orderId: '81002233445-A',
    topic: { type: 'FREE_TEXT', value: 'Zmiana adresu dostawy' },
    text: 'Czy mogę jeszcze zmienić punkt odbioru? 📦',
  })
}
