import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clients, SelfCheck } from '@connector/connections'
import type { PanelLinks } from '@connector/domain/settings'
import type { Repository, TenantLogs } from '@connector/repository'
import type { Log, SignedLinks } from '@connector/service-kit'
import type { BehindSince, TenantStore, Vault } from '@connector/store'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Authentication } from '../authentication/authentication.ts'
import type { ChangeFeed } from '../changes/feed.ts'
import type { Shops } from '../accounts/shops.ts'
import type { Verifier } from '../checks/verifier.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { Directory } from '../reads/directory.ts'
import type { ReadStatusFacts } from '../reads/status-facts.ts'

/** Fastify that takes the types of requests and answers from zod schemas. */
export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>

/** What routes work with. Whom they call says for itself what it needs of this. */
export interface RouteDeps {
  store: TenantStore
  vault: Vault
  clients: Clients
  links: SignedLinks
  logger: Log
  now: () => Date
  authentication: Authentication
  /** The event log as one tenant sees it. */
  logs: TenantLogs
  repository: Repository
  directory: Directory
  shops: Shops
  verifier: Verifier
  feed: ChangeFeed
  metrics: Metrics
  /** Who shows it may read the metrics; without one, only programs on this machine. */
  metricsToken: string | undefined
  statusFacts: ReadStatusFacts
  behindSince: BehindSince
  isStopping: () => boolean
  selfCheck: SelfCheck
  /** Where people find orders at EmpikPlace, unless an integration says otherwise. */
  panel: PanelLinks
  /** Domain of the `from` addresses of tickets, where a tenant names none. */
  sinkDomain: string
  alertsToThisMachine: boolean
}
