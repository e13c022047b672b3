import { randomUUID } from 'node:crypto'
import type { ConversationEvent } from '@connector/domain/events'
import type { ConversationRef } from '@connector/domain/words'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { createAccessKeys } from '../../src/authentication/access-keys.ts'
import type { Scope } from '../../src/authentication/scopes.ts'
import {
  accountBody,
  connect,
  password,
  shop,
  shopBody,
  startApi,
  startOutside,
  type Api,
  type Test,
} from '../support/api.ts'
import { bearer } from '../support/guarded-api.ts'
import { projectConversation, projectEffect, projectIntegration } from '../support/read-models.ts'

/** In everything of the other tenant. */
export const foreignMark = 'tajne-dane-b'

const tenants = {
  mine: { tenantId: 'sklep-a', mark: 'moje-dane-a' },
  theirs: { tenantId: 'sklep-b', mark: foreignMark },
}
const owners = ['mine', 'theirs'] as const
type Owner = (typeof owners)[number]

/** Two tenants with everything in them, and both outside APIs. */
export interface World {
  api: Api
  /** What exists now, by the names that requests use for it. */
  values: ReadonlyMap<string, string>
  /** What the API met, by the id of the request; callers are told nothing of it. */
  errors: ReadonlyMap<string, Error>
  /** Brings back what requests have changed, used up or deleted. */
  repair: () => Promise<void>
}

const token = z.object({ accessToken: z.string() })
const integrationMade = z.object({ integrationId: z.uuid() })
const webhook = z.object({ url: z.string() })
const page = z.object({ nextCursor: z.string().nullable() })

const itemsOf = z.object({
  items: z.array(z.looseObject({ targetId: z.string().optional(), deliveryId: z.string().optional() })),
})

const lastPart = (url: string): string => url.split('/').at(-1) ?? ''

const inAnHour = (): Date => new Date(Date.now() + 3_600_000)

const received = (mark: string, file: { id: string; name: string; size: number }): ConversationEvent => ({
  type: 'MessageReceived',
  data: {
    messageId: 'm1',
    author: 'customer',
    authorType: 'CUSTOMER_USER',
    authorName: mark,
    to: [],
    body: mark,
    sentAt: '2026-03-02T10:00:00.000Z',
    attachments: [file],
    thread: {
      topic: { type: 'FREE_TEXT', value: mark },
      entities: [],
      customerId: 'c-2',
      updatedAt: '2026-03-02T10:00:00.000Z',
      shopReplyNeededSince: null,
    },
    opensTicket: true,
  },
})

export async function startWorld(test: Test): Promise<World> {
  const outside = await startOutside(test)
  const errors = new Map<string, Error>()
  const remember = (app: FastifyInstance): void => {
    app.addHook('onError', (request, _reply, error, done) => {
      errors.set(request.id, error)
      done()
    })
  }
  const api = await startApi(test, outside.urls, remember, undefined, { mode: 'required' })
  const keys = createAccessKeys(api.store, () => new Date())
  const values = new Map<string, string>()

  const newKey = async (name: string, tenantId: string | undefined, scopes: Scope[]): Promise<void> => {
    const { key, secret } = await keys.create(tenantId, { name, scopes, expiresAt: null })
    values.set(name, secret).set(`${name}.id`, key.id)
  }
  await newKey('operator', undefined, ['operator'])
  const call: Api['call'] = (method, path, body, headers) =>
    api.call(method, path, body, { ...bearer(values.get('operator') ?? ''), ...headers })

  async function addConversation(owner: Owner, ref: ConversationRef): Promise<void> {
    const { mark } = tenants[owner]
    const { threadId } = outside.empikPlace.buyerWrites({
      shopId: Number(shop.shopId),
      text: mark,
      attachments: [{ name: `${mark}.png`, content: mark }],
    })
    const [file] = outside.empikPlace.thread(threadId).messages.at(-1)?.attachments ?? []
    if (!file) throw new Error('The sandbox kept no file')
    const leftOutside: ConversationEvent = {
      type: 'CustomerLeftOutside',
      data: { effectKey: `customer:link:${ref.integrationId}:${ref.threadId}`, customerId: 'c-2' },
    }
    const ticket: ConversationEvent = {
      type: 'TicketCreated',
      data: {
        effectKey: `ticket:create:${ref.integrationId}:${ref.threadId}`,
        ...{ ticketId: 77, messageId: 'm1', how: 'done', orders: 0 },
      },
    }
    await api.repository.changeConversation(ref, 'fuzz', () => [received(mark, file), leftOutside, ticket])
    await projectConversation(api, { ...ref, subject: mark, ticketId: 77 })
    await projectConversation(api, { ...ref, threadId: `${ref.threadId}-2`, subject: mark })
  }

  /** Each key can be decided on once. */
  async function addEffect(name: string, ref: ConversationRef): Promise<void> {
    const key = `message:mirror/${randomUUID()}`
    await api.repository.changeConversation(ref, 'fuzz', () => [
      {
        type: 'EffectParked',
        data: { effectKey: key, kind: 'message:mirror', code: 'effect.refused', message: 'HTTP 400', attempts: 1 },
      },
    ])
    await projectEffect(api, { ...ref, key, state: 'parked', plannedAt: new Date() })
    values.set(name, key)
  }

  let replies = 0
  /** Each text can be corrected once. */
  async function addReply(name: string, ref: ConversationRef): Promise<void> {
    const thuliumMessageId = (replies += 1)
    const key = `reply:send:${ref.integrationId}:${ref.threadId}:${thuliumMessageId}`
    const said = { agentLogin: 'a.nowak', body: 'Tak', text: 'Tak', attachmentNames: [] }
    await api.repository.changeConversation(ref, 'fuzz', () => [
      { type: 'ReplyRequested', data: { thuliumMessageId, ticketId: 77, ...said } },
      {
        type: 'EffectParked',
        data: { effectKey: key, kind: 'reply:send', code: 'effect.refused', message: 'HTTP 400', attempts: 1 },
      },
    ])
    await projectEffect(api, { ...ref, key, state: 'parked', plannedAt: new Date() })
    values.set(name, key)
  }

  /** Of a kind that is in nobody's way. */
  async function addOperation(name: string, tenantId: string): Promise<void> {
    const operationId = randomUUID()
    await api.repository.changeOperations(tenantId, 'fuzz', () => [
      {
        type: 'OperationRequested',
        data: { operationId, kind: 'fuzz', scope: {}, dryRun: true, requestedBy: 'fuzz' },
      },
    ])
    values.set(name, operationId)
  }

  /** One that may be removed, with something that was sent there. @param base of the routes, "/api" for the operator's */
  async function addAlertTarget(name: string, base: string): Promise<void> {
    const targets = `${base}/alert-targets`
    const listed = itemsOf.parse((await call('GET', targets)).body).items
    // There may be 20.
    for (const { targetId } of listed.slice(5)) await call('DELETE', `${targets}/${targetId}`)
    const target = {
      channel: 'webhook',
      name: values.get(`${name}.mark`) ?? 'fuzz',
      address: 'https://hooks.example.pl/x',
    }
    await call('POST', targets, target)
    const newest = itemsOf.parse((await call('GET', targets)).body).items.at(-1)
    if (newest?.targetId === undefined) throw new Error('No target of alerts could be added')
    values.set(`${name}.targetId`, newest.targetId)
    await call('POST', `${targets}/${newest.targetId}/test`)
    const [delivery] = itemsOf.parse((await call('GET', `${base}/alert-deliveries`)).body).items
    if (delivery?.deliveryId !== undefined) values.set(`${name}.deliveryId`, delivery.deliveryId)
  }

  /** An answer that may be taken back for 10 s. */
  async function addAnswer(name: string, conversation: string): Promise<void> {
    const { body } = await call('POST', `${conversation}/answers`, { to: 'customer', text: 'Paczka jest w drodze.' })
    values.set(name, String(body['answerId']))
  }

  /** Each works once, or for an hour. */
  function makeLinks(owner: Owner, ref: ConversationRef): void {
    const { tenantId: tenant, integrationId: integration, threadId: thread } = ref
    const file = { tenant, integration, thread, file: 'm1/0', bytes: '1' }
    const launch = { id: randomUUID(), tenant, key: values.get(`${owner}.admin.id`) ?? '', scope: 'status:read' }
    values
      .set(`${owner}.file`, lastPart(api.links.make('file', file, inAnHour())))
      .set(`${owner}.oldFile`, lastPart(api.links.make('file', file, new Date(0))))
      .set(`${owner}.panel`, lastPart(api.links.make('panel', { ...ref }, inAnHour())))
      .set(`${owner}.addToCrm`, lastPart(api.links.make('add-to-crm', { ...ref }, inAnHour())))
      .set(`${owner}.launch`, lastPart(api.links.make('launch', launch, inAnHour())))
  }

  const account = (owner: Owner): object =>
    owner === 'mine' ? accountBody : { ...accountBody, agentLogin: foreignMark }
  const shopOf = (owner: Owner): object => ({ ...shopBody, name: tenants[owner].mark })

  let spareShops = 0
  /** Of 16 digits, which no request has come upon. */
  const spareShopId = (): string => String(10 ** 15 + (spareShops += 1))

  async function start(owner: Owner): Promise<void> {
    const { tenantId, mark } = tenants[owner]
    outside.addAccount(tenantId)
    const { integrationId } = await connect({ ...api, call }, tenantId, {
      account: account(owner),
      shop: { name: mark },
    })
    const threadId = `watek-${owner}`
    values
      .set(`${owner}.tenantId`, tenantId)
      .set(`${owner}.integrationId`, integrationId)
      .set(`${owner}.threadId`, threadId)
    for (const scope of ['admin', 'config', 'status:read', 'conversations:read', 'operate'] as const)
      await newKey(`${owner}.${scope}`, tenantId, [scope])
    await addConversation(owner, { tenantId, integrationId, threadId })
  }

  async function repairOf(owner: Owner): Promise<void> {
    const { tenantId } = tenants[owner]
    const tenant = `/api/tenants/${tenantId}`
    const ref = {
      tenantId,
      integrationId: values.get(`${owner}.integrationId`) ?? '',
      threadId: values.get(`${owner}.threadId`) ?? '',
    }
    const integrations = `${tenant}/integrations`
    const integration = `${integrations}/${ref.integrationId}`
    await call('PUT', `${tenant}/thulium`, { ...account(owner), apiPassword: password })
    const saved = await call('PUT', integration, shopOf(owner))
    // The shop went to an integration that a request has made; the answer says which.
    const holder =
      saved.status === 409 ? /integration ([0-9a-f-]{36})/.exec(String(saved.body['detail']))?.[1] : undefined
    if (holder !== undefined) {
      await call('DELETE', `${integrations}/${holder}`)
      await call('PUT', integration, shopOf(owner))
    }
    await call('PUT', `${integration}/key`, { apiKey: shop.apiKey })
    await call('POST', `${integration}/authenticate`)
    await projectIntegration(api, tenantId, ref.integrationId)
    const spare = await call(
      'GET',
      `${integrations}/${values.get(`${owner}.spareIntegrationId`) ?? randomUUID()}/status`,
    )
    if (spare.status === 404) {
      const created = await call('POST', integrations, { ...shopOf(owner), shopId: spareShopId(), apiKey: shop.apiKey })
      values.set(`${owner}.spareIntegrationId`, integrationMade.parse(created.body).integrationId)
    }
    await addEffect(`${owner}.effectToRetry`, ref)
    await addEffect(`${owner}.effectToDismiss`, ref)
    await addReply(`${owner}.effectToEdit`, ref)
    await addOperation(`${owner}.operationId`, tenantId)
    await addAlertTarget(owner, tenant)
    await addAnswer(`${owner}.answerId`, `${integration}/conversations/${ref.threadId}`)
    makeLinks(owner, ref)
    await newKey(`${owner}.spare`, tenantId, ['status:read'])
    const exchanged = await api.call('POST', '/api/token', undefined, bearer(values.get(`${owner}.admin`) ?? ''))
    values.set(`${owner}.token`, token.parse(exchanged.body).accessToken)
    await call('DELETE', `${tenant}/thulium/webhook/login`)
    const { url } = webhook.parse((await call('GET', `${tenant}/thulium/webhook`)).body)
    values.set(`${owner}.webhook`, lastPart(url))
    const { nextCursor } = page.parse((await call('GET', `${tenant}/conversations?limit=1`)).body)
    if (nextCursor !== null) values.set(`${owner}.cursor`, nextCursor)
  }

  let spareTenants = 0
  /** One that may be deleted. */
  async function addSpareTenant(): Promise<void> {
    const known = values.get('spareTenant')
    if (known !== undefined && (await call('GET', `/api/tenants/${known}`)).status === 200) return
    const system = `zbedny-${(spareTenants += 1)}`
    await call('POST', '/api/tenants', { system, ...accountBody, apiPassword: password })
    values.set('spareTenant', system)
  }

  async function repair(): Promise<void> {
    await addSpareTenant()
    for (const owner of owners) await repairOf(owner)
    await newKey('operator.spare', undefined, ['operator'])
    await addOperation('operator.operationId', '*')
    await addAlertTarget('operator', '/api')
  }

  for (const owner of owners) await start(owner)
  await repair()

  let running: Promise<void> | undefined
  return {
    api,
    values,
    errors,
    // One at a time: whoever asks meanwhile waits for the one that runs.
    repair: () => (running ??= repair().finally(() => (running = undefined))),
  }
}
