import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { createClients, connectionSettings, type Clients } from '@connector/connections'
import { defaultPanelLinks } from '@connector/domain/settings'
import { createPostgresEventLog, type EventLog } from '@connector/event-log'
import type { Resolve } from '@connector/outbound-http'
import { createRepository, createSealedLog, type Repository } from '@connector/repository'
import { createEmpikPlaceSandbox, createThuliumSandbox } from '@connector/sandbox'
import type { EmpikPlaceSandbox, ThuliumSandbox } from '@connector/sandbox'
import { createLog, createSignedLinks, createTally, type SignedLinks, type Tally } from '@connector/service-kit'
import {
  connectTenants,
  connectWorker,
  createConversationKeys,
  createMasterKey,
  createVault,
  migrate,
  parseMasterKey,
  schemaDigest,
} from '@connector/store'
import type { ConnectOptions, TenantStore, Vault, WorkerStore } from '@connector/store'
import { createTestDatabase } from '@connector/test-kit'
import type { FastifyInstance } from 'fastify'
import type t from 'tap'
import { z } from 'zod'
import { createApi, createFingerprints, type ApiDeps, type Fingerprints } from '../../src/index.ts'

export type Test = Pick<typeof t, 'teardown'>

export interface Answer {
  status: number
  headers: Headers
  text: string
  /** The JSON document; `{}` for anything else. */
  body: Record<string, unknown>
}

export interface Api {
  app: FastifyInstance
  url: string
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  log: EventLog
  store: TenantStore
  databaseUrl: string
  /** What the API calls the outside by, and where that is counted. */
  clients: Clients
  tally: Tally
  vault: Vault
  worker: WorkerStore
  repository: Repository
  links: SignedLinks
  fingerprints: Fingerprints
  /** Cuts the API off its database; only when it was started behind a door. */
  shutDoor(): Promise<void>
}

const document = z.record(z.string(), z.unknown())

async function call(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await answer.text()
  const isJson = /[/+]json/.test(answer.headers.get('content-type') ?? '')
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    body: isJson && text !== '' ? document.parse(JSON.parse(text)) : {},
  }
}

/** What production sets and most tests leave out. */
export interface Edge extends Partial<
  Pick<
    ApiDeps,
    | 'console'
    | 'corsOrigins'
    | 'trustedProxies'
    | 'rateLimits'
    | 'overload'
    | 'stopping'
    | 'streams'
    | 'metricsToken'
    | 'logger'
  >
> {
  connection?: Pick<ConnectOptions, 'max' | 'bounds'>
}

/** The API over a database of its own. Without sandboxes the outside is a port where nobody listens. */
export async function startApi(
  test: Test,
  outside: { empikPlaceUrl?: string; thuliumUrl?: string; resolve?: Resolve } = {},
  extend?: (app: FastifyInstance) => void,
  behindDoor?: (url: string) => Promise<{ url: string; shut(): Promise<void> }>,
  guard: { mode: 'required' | 'off'; now?: () => Date } = { mode: 'off' },
  { connection, ...edge }: Edge = {},
): Promise<Api> {
  const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
  test.teardown(() => database.drop())
  const door = await behindDoor?.(database.url)
  const store = connectTenants({ url: door?.url ?? database.url, onError: () => undefined, ...connection })
  const worker = connectWorker({ url: database.url })
  const masterKey = parseMasterKey(createMasterKey())
  /** Sealed, as the services have it. */
  const openLog = (pool: WorkerStore['pool'], pollMs: number, connectionOf: TenantStore['connection'] = () => pool) =>
    createSealedLog(
      createPostgresEventLog({ pool, connectionOf, pollMs, onError: () => undefined }),
      createConversationKeys({ masterKey, oldMasterKey: undefined }),
      pool,
      connectionOf,
    )
  const apiLog = openLog(store.pool, 50, store.connection)
  const log = openLog(worker.pool, 1_000)
  const links = createSignedLinks(masterKey, 'http://127.0.0.1:8080')
  const vault = createVault(masterKey)
  const fingerprints = createFingerprints(masterKey)
  const tally = createTally()
  const clients = createClients(
    connectionSettings.parse({
      EMPIKPLACE_URL: outside.empikPlaceUrl ?? 'http://127.0.0.1:1',
      THULIUM_URL: outside.thuliumUrl ?? 'http://127.0.0.1:1/{system}',
      THULIUM_REQUESTS_PER_SECOND: 1_000,
      THULIUM_REQUESTS_IN_FLIGHT: 4,
      EMPIKPLACE_REQUESTS_PER_SECOND: 1_000,
      EMPIKPLACE_REQUESTS_IN_FLIGHT: 4,
    }),
    outside.resolve,
    tally,
  )
  const app = await createApi({
    store,
    log: apiLog,
    vault,
    links,
    fingerprints,
    clients,
    panel: { base: 'https://panel.example', ...defaultPanelLinks },
    logger: createLog('api', 'silent'),
    now: guard.now ?? (() => new Date()),
    authentication: { mode: guard.mode, issuer: 'http://127.0.0.1:8080', audience: 'test' },
    ...edge,
  })
  extend?.(app)
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  test.teardown(async () => {
    await app.close()
    await apiLog.close()
    await log.close()
    await store.close()
    await worker.close()
  })
  return {
    app,
    url,
    call: (method, path, body, headers) => call(url, method, path, body, headers),
    log,
    store,
    databaseUrl: database.url,
    clients,
    tally,
    vault,
    worker,
    repository: createRepository(() => log, 'test'),
    links,
    fingerprints,
    shutDoor: () => door?.shut() ?? Promise.resolve(),
  }
}

export interface Outside {
  empikPlace: EmpikPlaceSandbox
  thulium: ThuliumSandbox
  /** One more Thulium account with everything an integration needs. */
  addAccount(system: string): void
  urls: { empikPlaceUrl: string; thuliumUrl: string }
}

export const shop = { shopId: '37001', apiKey: 'key-of-37001' } as const
export const password = 'demo-haslo-api'

/** Both outside APIs with one shop of ours and one of somebody else. */
export async function startOutside(test: Test): Promise<Outside> {
  const empikPlace = await createEmpikPlaceSandbox({
    seed: {
      shops: [
        { id: 37001, name: 'Sklep Pokazowy' },
        { id: 99, name: 'Cudzy Sklep' },
      ],
      keys: [
        { key: shop.apiKey, shopIds: [37001] },
        { key: 'key-without-messages', shopIds: [37001], deniedOperations: ['M11'] },
        { key: 'key-without-orders', shopIds: [37001], deniedOperations: ['OR11'] },
      ],
    },
  })
  test.teardown(() => empikPlace.close())
  const account = (system: string) => ({
    system,
    apiUser: 'connector',
    password,
    queues: [{ id: 7, name: 'EmpikPlace' }],
    mailboxes: [{ address: 'sklep@demo.example', queueId: 7 }],
    agents: [
      { login: 'empik.bot', name: 'EmpikPlace', surname: 'Integracja' },
      { login: 'former', name: 'Były', surname: 'Agent', active: false },
    ],
    categories: [{ id: 12, name: 'Pytanie o zamówienie' }],
    ticketFields: ['EmpikPlace wątek', 'EmpikPlace zamówienie'],
    customerFields: ['Empik ID'],
    customers: [{ surname: 'Testowa', customFields: { 'Empik ID': 'c-1' } }],
  })
  const thulium = await createThuliumSandbox({})
  test.teardown(() => thulium.close())
  return {
    empikPlace,
    thulium,
    addAccount: (system) => thulium.addSystem(account(system)),
    urls: { empikPlaceUrl: await empikPlace.listen(0), thuliumUrl: `${await thulium.listen(0)}/{system}` },
  }
}

export const accountBody = {
  apiUser: 'connector',
  mailbox: 'sklep@demo.example',
  agentLogin: 'empik.bot',
  threadField: 'EmpikPlace wątek',
  orderField: 'EmpikPlace zamówienie',
} as const

export const shopBody = {
  name: 'Sklep Pokazowy',
  shopId: shop.shopId,
  customerField: 'Empik ID',
  queueId: 7,
  categoryId: 12,
} as const

/** Connects a tenant and one shop; returns the address of the integration. */
export async function connect(
  api: Api,
  tenantId: string,
  more: { apiKey?: string; apiPassword?: string; account?: object; shop?: object } = {},
): Promise<{ tenant: string; integration: string; integrationId: string }> {
  const connected = await api.call('POST', '/api/tenants', {
    system: tenantId,
    ...accountBody,
    apiPassword: more.apiPassword ?? password,
    ...more.account,
  })
  if (connected.status !== 201) throw new Error(`POST tenants: ${connected.status} ${connected.text}`)
  const tenant = `/api/tenants/${tenantId}`
  const body = { ...shopBody, apiKey: more.apiKey ?? shop.apiKey, ...more.shop }
  const created = await api.call('POST', `${tenant}/integrations`, body)
  if (created.status !== 201) throw new Error(`POST integrations: ${created.status} ${created.text}`)
  const { integrationId } = z.object({ integrationId: z.uuid() }).parse(created.body)
  return { tenant, integration: `${tenant}/integrations/${integrationId}`, integrationId }
}

/** A door in front of a server that can be shut: then connections are refused, and open ones are cut. */
export async function createDoor(test: Test, target: string): Promise<{ url: string; shut(): Promise<void> }> {
  const { connect: dial } = await import('node:net')
  const to = new URL(target)
  const open = new Set<{ destroy(): void }>()
  const server: Server = createServer((socket) => {
    const beyond = dial(Number(to.port), to.hostname)
    for (const one of [socket, beyond]) {
      open.add(one)
      one.on('error', () => undefined)
      one.on('close', () => {
        socket.destroy()
        beyond.destroy()
      })
    }
    socket.pipe(beyond).pipe(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const shut = async (): Promise<void> => {
    for (const one of open) one.destroy()
    if (!server.listening) return
    server.close()
    await once(server, 'close')
  }
  test.teardown(shut)
  const address = server.address()
  const url = new URL(target)
  url.host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  return { url: url.href, shut }
}
