import { both } from '@connector/domain/words'
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import { z } from 'zod'
import { ApiError } from '../errors/api-error.ts'
import { anybody, type Caller } from './caller.ts'
import type { Callers } from './callers.ts'
import { allows, type FurtherScope, type RouteScope } from './scopes.ts'

/** A line of the table of routes; the tests of tenancy are generated from it. */
interface RouteAccess {
  methods: string[]
  url: string
  scope: RouteScope
  furtherScope: FurtherScope | undefined
  needsKey: boolean
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route with who may call it; complete once the API is ready. */
    routeAccess: () => RouteAccess[]
  }
}

const anonymousScopes: ReadonlySet<RouteScope> = new Set(['public', 'any', 'operator'])

/** @throws {Error} for a route that does not say who may call it */
function accessOf({ method, url, config }: RouteOptions): RouteAccess {
  const scope = config?.scope
  const methods = [method].flat()
  const name = `${methods.join('/')} ${url}`
  if (scope === undefined)
    throw new Error(`The route ${name} does not say who may call it: give it config: { scope: … }.`)
  if (!anonymousScopes.has(scope) && !url.includes('/:tenantId'))
    throw new Error(`The route ${name} asks for the scope ${scope} of a tenant and has no :tenantId in its path.`)
  return { methods, url, scope, furtherScope: config?.furtherScope, needsKey: config?.needsKey === true }
}

const tenantParam = z.object({ tenantId: z.string().optional() })

/** The tenant a request is about, of which it may not know anything; none on routes of no tenant. */
const tenantInPath = (request: FastifyRequest): string | undefined => tenantParam.parse(request.params).tenantId

/** Whose request it is, as far as its credential and then its path say so. */
export const tenantOf = (request: FastifyRequest): string | undefined =>
  request.caller?.tenantId ?? tenantInPath(request)

/** One space, as RFC 6750 has it; the name of the scheme in any case. */
const bearer = /^bearer ([\w.~+/=-]+)$/i

/** @throws {ApiError} authentication.missing, authentication.invalid */
export function credentialOf(request: FastifyRequest): string {
  const { authorization } = request.headers
  if (authorization === undefined) throw new ApiError('authentication.missing')
  const credential = bearer.exec(authorization)?.[1]
  if (credential === undefined) throw new ApiError('authentication.invalid')
  return credential
}

const queryValues = z.record(z.string(), z.unknown())

/** Given twice is given, whatever the route then makes of it. */
const isAsked = ({ query, value }: FurtherScope, request: FastifyRequest): boolean =>
  [queryValues.parse(request.query)[query]].flat().includes(value)

/** What another tenant has looks to a caller exactly like what nobody has. */
function authorise(caller: Caller, scope: Exclude<RouteScope, 'public'>, request: FastifyRequest): void {
  const tenantId = tenantInPath(request)
  if (tenantId !== undefined && caller.tenantId !== undefined && tenantId !== caller.tenantId)
    throw new ApiError('tenant.unknown', both(`Nie ma konta ${tenantId}.`, `There is no tenant ${tenantId}.`))
  if (!allows(caller.scopes, scope))
    throw new ApiError(
      'authentication.scope',
      both(
        `Do tego trzeba uprawnienia \`${scope}\`; klucz ma: ${caller.scopes.join(', ')}.`,
        `This needs the scope \`${scope}\`; yours: ${caller.scopes.join(', ')}.`,
      ),
    )
}

/**
 * Lets nobody through whom the route does not name. Must be installed before the routes.
 * @param callers undefined where callers are not authenticated
 */
export function installAccessControl(app: FastifyInstance, callers: Callers | undefined): void {
  const routes: RouteOptions[] = []
  app.decorateRequest('caller', null)
  app.decorate('routeAccess', () => routes.map(accessOf))
  app.addHook('onRoute', (route) => {
    routes.push(route)
  })
  // Not in the hook above: a plug-in that makes routes gives them their scope in a later one.
  app.addHook('onReady', (done) => {
    app.routeAccess()
    done()
  })
  app.addHook('onRequest', async (request) => {
    if (request.is404) return
    const { scope, furtherScope, needsKey } = request.routeOptions.config
    if (scope === 'public') return
    const caller = callers ? await callers.identify(credentialOf(request)) : anybody
    request.caller = caller
    authorise(caller, scope ?? 'operator', request)
    if (furtherScope && isAsked(furtherScope, request)) authorise(caller, furtherScope.scope, request)
    if (needsKey && caller.showed !== 'key' && caller !== anybody) throw new ApiError('authentication.key_needed')
  })
}
