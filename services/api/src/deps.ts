import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clients } from '@connector/connections'
import type { PostgresEventLog } from '@connector/event-log'
import type { Repository, TenantLogs } from '@connector/repository'
import type { Log, SignedLinks } from '@connector/service-kit'
import type { TenantStore, Vault } from '@connector/store'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Authentication, AuthenticationSettings } from './authentication/authentication.ts'
import type { ChangeFeed, ChangeFeedOptions } from './changes/feed.ts'
import type { Directory } from './reads/directory.ts'
import type { OverloadLimits } from './http/overload.ts'
import type { RateLimits } from './authentication/rate-limits.ts'
import type { Stopping } from './http/stopping.ts'
import type { Fingerprints } from './idempotency/fingerprints.ts'
import type { Metrics } from './metrics/metrics.ts'
import type { ReadStatusFacts } from './reads/status-facts.ts'
import type { Verifier } from './checks/verifier.ts'

/** Fastify that takes the types of requests and answers from zod schemas. */
export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>

export interface ApiDeps {
  store: TenantStore
  log: PostgresEventLog
  vault: Vault
  clients: Clients
  links: SignedLinks
  fingerprints: Fingerprints
  logger: Log
  now: () => Date
  authentication: AuthenticationSettings
  /** Domain of the `from` addresses of tickets, where a tenant names none. */
  sinkDomain?: string
  streams?: Pick<ChangeFeedOptions, 'limits' | 'heartbeatMs'>
  /** Names under which the API may be called besides IP addresses and names without a dot. */
  hostnames?: readonly string[]
  /** Who shows it may read the metrics; without one, only programs on this machine. */
  metricsToken?: string | undefined
  /** Origins whose pages may call the API. */
  corsOrigins?: readonly string[]
  /** Addresses and networks of the proxies in front, whose `X-Forwarded-For` is believed. */
  trustedProxies?: readonly string[]
  /** No limits unless given. */
  rateLimits?: RateLimits
  /** No limits unless given. */
  overload?: OverloadLimits
  stopping?: Stopping
}

/** What routes work with. */
export interface RouteDeps extends Omit<ApiDeps, 'authentication' | 'log' | 'stopping'> {
  authentication: Authentication
  /** The event log as one tenant sees it. */
  logs: TenantLogs
  repository: Repository
  directory: Directory
  verifier: Verifier
  feed: ChangeFeed
  metrics: Metrics
  statusFacts: ReadStatusFacts
  isStopping: () => boolean
  sinkDomain: string
}
