import { createRepository } from '@connector/repository'
import { fastify, type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { ApiDeps, RouteDeps } from './app.ts'
import { installAuthentication } from './authentication/authentication.ts'
import { createChangeFeed } from './changes/feed.ts'
import { createDirectory } from './directory.ts'
import { answerFrameworkError, answerMalformed, installErrorHandlers } from './errors/handlers.ts'
import { installAccessLog } from './http/access-log.ts'
import { installOriginGuard } from './http/origin-guard.ts'
import { echoRequestId, requestIdOf } from './http/request-id.ts'
import { installSecurityHeaders } from './http/security-headers.ts'
import { watchUnusedConnections } from './http/unused-connections.ts'
import { createClaims } from './idempotency/claims.ts'
import { installIdempotency } from './idempotency/install.ts'
import { collectRoutes } from './openapi/document.ts'
import { createTenantLogs } from './tenant-logs.ts'
import { registerRoutes } from './routes/register.ts'
import { createVerifier } from './verification/verifier.ts'

/** The largest requests are 100 rules with their words, and a preview of them on a message of 50 000 characters. */
const bodyLimit = 512 * 1024

/** Longer than any id, and than any signed link; a longer part of a path is no address of this API. */
const maxParamLength = 1_000

/**
 * The HTTP API, not yet listening. Closing it ends streams of changes and lets other requests finish; what it was given
 * stays the caller's to close.
 */
export async function createApi(deps: ApiDeps): Promise<FastifyInstance> {
  const { store, log, vault, clients, logger, now } = deps
  const app = fastify({
    genReqId: requestIdOf,
    requestIdHeader: false,
    bodyLimit,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength },
    frameworkErrors: (error, request, reply) => answerFrameworkError(logger, error, request, reply),
    clientErrorHandler: answerMalformed,
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  echoRequestId(app)
  installSecurityHeaders(app)
  installAccessLog(app, logger)
  installErrorHandlers(app, logger)
  installOriginGuard(app, deps.hostnames ?? [])
  const authentication = await installAuthentication(app, deps.authentication, { store, vault, now })
  installIdempotency(app, createClaims(store, deps.fingerprints, now), logger)

  await collectRoutes(app)

  const logs = createTenantLogs(log, store)
  const repository = createRepository(logs, 'api')
  const directory = createDirectory(repository, store)
  const feed = createChangeFeed({ store, log, logger })
  const closeUnusedConnections = watchUnusedConnections(app.server)
  app.addHook('preClose', async () => {
    await feed.close()
    closeUnusedConnections()
  })
  const routeDeps: RouteDeps = {
    ...deps,
    logs,
    authentication,
    repository,
    directory,
    verifier: createVerifier({ repository, directory, store, vault, clients, now }),
    feed,
    sinkDomain: deps.sinkDomain ?? 'empikplace-connector.invalid',
  }
  registerRoutes(app.withTypeProvider<ZodTypeProvider>(), routeDeps)
  // Loads what is registered so far; the caller may still add pages of its own before it listens.
  await app.after()
  return app
}
