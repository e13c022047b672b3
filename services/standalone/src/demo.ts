import { setTimeout as rest } from 'node:timers/promises'
import { empikPlaceDemo, thuliumDemoSeed, type EmpikPlaceSandbox } from '@connector/sandbox'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { CannotStart } from './cannot-start.ts'

const created = z.object({ integrationId: z.string() })

/** The account that the sandboxes are filled with. */
export const demoTenant = 'demo-sklep'

async function call(api: FastifyInstance, method: 'GET' | 'POST', url: string, payload?: object): Promise<unknown> {
  return documentOf(await api.inject({ method, url, ...(payload ? { payload } : {}) }), method, url)
}

type Answer = Awaited<ReturnType<FastifyInstance['inject']>>

function documentOf(answer: Answer, method: string, url: string): unknown {
  if (answer.statusCode >= 300)
    throw new CannotStart(
      `The demonstration could not be set up: ${method} ${url} answered ${answer.statusCode} ${answer.body}`,
    )
  return answer.json<unknown>()
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

const untilListedMs = 10_000

/**
 * The shop of the demonstration, which is connected once. A start that was cut short right after that may have left it where
 * the list does not show it yet.
 */
async function connectShop(api: FastifyInstance, shop: object): Promise<z.infer<typeof listed>['items'][number]> {
  const url = `/api/tenants/${demoTenant}/integrations`
  const until = performance.now() + untilListedMs
  for (;;) {
    const [known] = listed.parse(await call(api, 'GET', url)).items
    if (known) return known
    const answer = await api.inject({ method: 'POST', url, payload: shop })
    if (answer.statusCode !== 409 || performance.now() > until)
      return { ...created.parse(documentOf(answer, 'POST', url)), status: 'configured' }
    await rest(100)
  }
}

/**
 * Connects the demonstration shop through the API, as an administrator would. Each step that is done already is left out,
 * so a start that was cut short is taken up by the next one.
 * @returns whether the integration was started now
 */
export async function setUpDemo(api: FastifyInstance): Promise<boolean> {
  const { queueId, categoryId } = await connectAccount(api)
  const { integrationId, status } = await connectShop(api, {
    name: 'Sklep demonstracyjny',
    shopId: String(empikPlaceDemo.shopId),
    apiKey: empikPlaceDemo.apiKey,
    customerField: 'Empik ID',
    queueId,
    categoryId,
  })
  if (status !== 'configured') return false
  const integration = `/api/tenants/${demoTenant}/integrations/${integrationId}`
  await call(api, 'POST', `${integration}/authenticate`)
  await call(api, 'POST', `${integration}/start`)
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
