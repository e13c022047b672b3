/**
 * What an access key of a tenant may do. `status:read` shows counts and states alone; what people wrote, their names and
 * what they ordered takes `conversations:read`. `admin` may do all of it, and make further keys.
 */
export const tenantScopes = ['config', 'status:read', 'conversations:read', 'operate', 'audit:read', 'admin'] as const

/** `operator` is the service's own staff: it may do everything for every tenant. */
export const scopes = [...tenantScopes, 'operator'] as const
export type Scope = (typeof scopes)[number]

/**
 * What a route asks for. `public`: nobody is asked who he is, so the route itself must see to it that it gives away
 * nothing. `any`: whoever has a valid credential.
 */
export type RouteScope = Scope | 'public' | 'any'

export interface FurtherScope {
  query: string
  value: string
  scope: Scope
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route. One without it keeps the service from starting. */
    scope?: RouteScope
    /** What more it takes when the query has this value. */
    furtherScope?: FurtherScope
    /** The route makes or ends what lets people in: a token, which somebody may have found, is not enough. */
    needsKey?: boolean
  }
}

/** Whether scopes that somebody has include the one that is asked for. */
export function allows(held: readonly Scope[], asked: Scope | 'any'): boolean {
  if (asked === 'any' || held.includes('operator') || held.includes(asked)) return true
  return held.includes('admin') && asked !== 'operator'
}
