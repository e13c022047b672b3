import type { Clients } from '@connector/connections'
import type { PanelLinks } from '@connector/domain/settings'
import type { EventLog } from '@connector/event-log'
import type { Log, SignedLinks } from '@connector/service-kit'
import type { TenantStore, Vault } from '@connector/store'
import type { AuthenticationSettings } from './authentication/authentication.ts'
import type { ConsoleOptions } from './console/console.ts'
import type { ChangeFeedOptions } from './changes/feed.ts'
import type { OverloadLimits } from './http/overload.ts'
import type { RateLimits } from './authentication/rate-limits.ts'
import type { Stopping } from './http/stopping.ts'
import type { Fingerprints } from './idempotency/fingerprints.ts'

/** What the API is made of: the stores, the outside and how it shall behave. */
export interface ApiDeps {
  store: TenantStore
  log: EventLog
  vault: Vault
  clients: Clients
  links: SignedLinks
  fingerprints: Fingerprints
  logger: Log
  now: () => Date
  authentication: AuthenticationSettings
  /** Where people find orders at EmpikPlace, unless an integration says otherwise. */
  panel: PanelLinks
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
  /** Web hooks for alerts may lead to this machine; only for trying things out. */
  alertsToThisMachine?: boolean
  /** Without it the API serves no console. */
  console?: ConsoleOptions
}
