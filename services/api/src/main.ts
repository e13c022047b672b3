import { setTimeout as delay } from 'node:timers/promises'
import {
  createClients,
  eventStoreOf,
  openNatsOf,
  openTenantLog,
  panelLinksOf,
  startBudgetReportsOfApi,
} from '@connector/connections'
import type { PanelLinks } from '@connector/domain/settings'
import {
  createLog,
  createSignedLinks,
  createTally,
  readEnvironment,
  runMain,
  startTracing,
  untilStopped,
} from '@connector/service-kit'
import {
  assertLogHome,
  connectTenants,
  createVault,
  masterKeysOf,
  openDatabaseClock,
  untilSchemaIsReady,
  wrongClock,
} from '@connector/store'
import { assertNotOpenToAll } from './authentication/open-to-this-machine.ts'
import { stoppingAtOnce } from './http/stopping.ts'
import type { Panels } from './console/console.ts'
import { createFingerprints } from './idempotency/fingerprints.ts'
import { createApi } from './server.ts'
import { apiSettings, type ApiSettings } from './settings.ts'

/** Ticket addresses of Thulium are not documented; its start page is. */
const panelsOf = ({ base, order, conversation }: PanelLinks, { THULIUM_URL }: ApiSettings): Panels => ({
  order: order.replace('{base}', base),
  conversation: conversation.replace('{base}', base),
  ticket: THULIUM_URL,
})

await runMain(async () => {
  const settings = readEnvironment(apiSettings)
  assertNotOpenToAll(settings.API_AUTHENTICATION, settings.API_HOST)
  const logger = createLog('api', settings.LOG_LEVEL)
  await untilSchemaIsReady(settings.DATABASE_URL, 'connector_api', {
    onWait: (message) => logger.warn({}, message),
    onOwner: (message) => logger.warn({}, message),
  })
  const store = connectTenants({
    url: settings.DATABASE_URL,
    onError: (error) => logger.warn({ error }, 'A database connection broke'),
  })
  const masterKeys = masterKeysOf(settings)
  const { masterKey, oldMasterKey } = masterKeys
  const clock = await openDatabaseClock({
    pool: store.pool,
    now: () => new Date(),
    onOffset: (offsetMs) => logger.warn({ offsetMs }, wrongClock),
  })
  await assertLogHome(store.pool, eventStoreOf(settings), { claims: false })
  const endTracing = await startTracing(settings, 'api', logger)
  const tally = createTally()
  const nats = openNatsOf(settings, { service: 'api', logger, tally })
  const log = await openTenantLog(settings, {
    ...{ store, masterKeys, nats },
    now: () => clock.now(),
    onError: (error) => logger.warn({ error }, 'The event log had a passing fault'),
  })
  const clients = createClients(settings, undefined, tally)
  const panel = panelLinksOf(settings)
  const api = await createApi({
    store,
    log,
    vault: createVault(masterKey, oldMasterKey),
    clients,
    links: createSignedLinks(masterKey, settings.PUBLIC_URL, oldMasterKey),
    fingerprints: createFingerprints(masterKey, oldMasterKey),
    logger,
    now: () => clock.now(),
    authentication: {
      mode: settings.API_AUTHENTICATION,
      issuer: settings.API_TOKEN_ISSUER ?? settings.PUBLIC_URL,
      audience: settings.API_TOKEN_AUDIENCE,
    },
    metricsToken: settings.API_METRICS_TOKEN,
    streams: { limits: { perTenant: settings.API_STREAMS_PER_TENANT, inAll: settings.API_STREAMS } },
    panel,
    sinkDomain: settings.SINK_DOMAIN,
    alertsToThisMachine: settings.ALERT_WEBHOOKS_TO_THIS_MACHINE === 'on',
    hostnames: [...settings.API_HOSTNAMES, new URL(settings.PUBLIC_URL).hostname],
    corsOrigins: settings.API_CORS_ORIGINS,
    trustedProxies: settings.API_TRUST_PROXY,
    rateLimits: { perAddress: settings.API_RATE_PER_ADDRESS, perTenant: settings.API_RATE_PER_TENANT },
    overload: {
      eventLoopDelayMs: settings.API_EVENT_LOOP_DELAY_MS,
      requestsUnderWay: settings.API_REQUESTS_UNDER_WAY,
    },
    ...(settings.API_CONSOLE === undefined
      ? {}
      : { console: { folder: settings.API_CONSOLE, panels: panelsOf(panel, settings) } }),
    stopping: { ...stoppingAtOnce, beforeClosing: () => delay(settings.API_STOP_DELAY_MS) },
  })
  const url = await api.listen({ host: settings.API_HOST, port: settings.API_PORT })
  const budgetReports = startBudgetReportsOfApi({ clients, store, logger, tally })
  logger.info({ url }, 'The API is running')
  await untilStopped(logger, async () => {
    await api.close()
    await budgetReports.stop()
    clock.close()
    await log.close()
    await nats?.close()
    await store.close()
    await endTracing()
  })
})
