import { createSelfCheck } from '@connector/connections'
import { createRepository } from '@connector/repository'
import { createBehindSince, serviceTenant, singCanary } from '@connector/store'
import { fastify, type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { ApiDeps } from './deps.ts'
import { tenantOf } from './authentication/access-control.ts'
import { installAuthentication } from './authentication/authentication.ts'
import { installAudit } from './audit/install.ts'
import { createShops } from './accounts/shops.ts'
import { createChangeFeed } from './changes/feed.ts'
import { installConsole, type SendConsole } from './console/console.ts'
import { createDirectory } from './reads/directory.ts'
import { answerFrameworkError, answerMalformed, installErrorHandlers } from './http/error-handlers.ts'
import { installAccessLog } from './http/access-log.ts'
import { collectMethods } from './http/allowed-methods.ts'
import { installBearableInput } from './http/bearable-input.ts'
import { installConditionalReads } from './http/conditional-reads.ts'
import { installJsonBody } from './http/json-body.ts'
import { installKnownQuery } from './http/known-query.ts'
import { sayWhatIsRequired } from './errors/field-errors.ts'
import { installCrossOrigin } from './http/cross-origin.ts'
import { installOriginGuard } from './http/origin-guard.ts'
import { installOverloadGuard } from './http/overload.ts'
import { createRateLimits } from './authentication/rate-limits.ts'
import { echoRequestId, requestIdOf } from './http/request-id.ts'
import { installSecurityHeaders } from './http/security-headers.ts'
import { installVersions } from './http/versions.ts'
import { stoppingAtOnce, installStopping } from './http/stopping.ts'
import { createClaims } from './idempotency/claims.ts'
import { installIdempotency } from './idempotency/install.ts'
import { installMetrics } from './metrics/metrics.ts'
import { collectRoutes } from './openapi/document.ts'
import { noSuchPage } from './pages/no-such-page.ts'
import { sendPage } from './pages/page.ts'
import { createTenantLogs } from './reads/tenant-logs.ts'
import { createStatusFacts } from './reads/status-facts.ts'
import { exampleOfBody } from './reference/example.ts'
import { registerRoutes } from './routes/register.ts'
import { createVerifier } from './checks/verifier.ts'

/** The largest requests are 100 rules with their words, and a preview of them on a message of 50 000 characters. */
const bodyLimit = 512 * 1024

/** Longer than any id, and than any signed link; a longer part of a path is no address of this API. */
const maxParamLength = 1_000

/** A request of 512 kB that takes longer than this to arrive only holds a connection, in ms. */
const requestTimeout = 60_000

/**
 * The HTTP API, not yet listening. Closing it ends streams of changes and lets other requests finish; what it was given
 * stays the caller's to close.
 */
export async function createApi(deps: ApiDeps): Promise<FastifyInstance> {
  const { store, log, vault, clients, logger, now, trustedProxies = [], corsOrigins = [] } = deps
  const app = fastify({
    genReqId: requestIdOf,
    requestIdHeader: false,
    bodyLimit,
    requestTimeout,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    // What still comes on open connections while the service stops is served; see http/stopping.ts.
    return503OnClosing: false,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength },
    frameworkErrors: (error, request, reply) => answerFrameworkError(logger, error, request, reply),
    clientErrorHandler: answerMalformed,
  })
  sayWhatIsRequired()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  echoRequestId(app)
  installSecurityHeaders(app)
  installVersions(app)
  installConditionalReads(app)
  installAccessLog(app, logger, tenantOf)
  let sendConsole: SendConsole | undefined
  installErrorHandlers(app, logger, collectMethods(app, maxParamLength), (reply) =>
    sendConsole ? sendConsole(reply, 404) : sendPage(reply, noSuchPage),
  )
  // First, so that a page of an allowed origin can read why it was refused.
  const origins = new Set(corsOrigins)
  await installCrossOrigin(app, origins)
  if (deps.overload) installOverloadGuard(app, deps.overload)
  const rateLimits = await createRateLimits(app, deps.rateLimits ?? { perAddress: 0, perTenant: 0 })
  app.addHook('onRequest', rateLimits.address)
  installOriginGuard(app, deps.hostnames ?? [], origins)
  const authentication = await installAuthentication(app, deps.authentication, { store, vault, now })
  app.addHook('onRequest', rateLimits.tenant)
  installJsonBody(app)
  installBearableInput(app)
  installKnownQuery(app)
  installAudit(app, store, now)
  installIdempotency(app, createClaims(store, deps.fingerprints, now), logger)

  await collectRoutes(app, exampleOfBody)

  const logs = createTenantLogs(log)
  const behindSince = createBehindSince(log, store.pool)
  const repository = createRepository(logs, 'api')
  const directory = createDirectory(repository, store)
  const feed = createChangeFeed({ store, log, logger, ...deps.streams })
  const isStopping = installStopping(app, deps.stopping ?? stoppingAtOnce, () => feed.close())
  const selfCheck = createSelfCheck(() => store.inTenant(serviceTenant, (db) => singCanary(vault, db)))
  app.addHook('onReady', async () => {
    const { fault, error } = await selfCheck.now()
    if (fault === 'master-key') throw error
    if (fault !== undefined) logger.warn({ error }, 'The API starts with a database that takes no writes')
  })
  registerRoutes(app.withTypeProvider<ZodTypeProvider>(), {
    store,
    vault,
    clients,
    links: deps.links,
    panel: deps.panel,
    logger,
    now,
    logs,
    authentication,
    repository,
    directory,
    shops: createShops({ store, log, repository, logger }),
    verifier: createVerifier({ repository, directory, store, vault, clients, now }),
    feed,
    metrics: installMetrics(app, () => feed.openStreams(), store.pool),
    statusFacts: createStatusFacts({ store, behindSince }),
    behindSince,
    isStopping,
    selfCheck,
    metricsToken: deps.metricsToken,
    sinkDomain: deps.sinkDomain ?? 'empikplace-connector.invalid',
    alertsToThisMachine: deps.alertsToThisMachine ?? false,
  })
  if (deps.console) sendConsole = await installConsole(app, deps.console, deps.authentication.mode)
  // Loads what is registered so far; the caller may still add pages of its own before it listens.
  await app.after()
  return app
}
