import type { FastifyRequest } from 'fastify'
import type { Scope } from './scopes.ts'

/** Who sent a request. */
export interface Caller {
  /** Access key that was shown, or that the token was made for. */
  keyId: string
  /** What it is called, for the record of who did what. */
  keyName: string
  /** What is made by this caller must not outlive it; null for a key without an end. */
  keyExpiresAt: Date | null
  /** Undefined for the operator, who acts for any tenant. */
  tenantId: string | undefined
  scopes: readonly Scope[]
  /** A token makes nothing that lets people in: it ends in 10 min, and what it made would go on. */
  showed: 'key' | 'token'
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null on public routes. */
    caller: Caller | null
  }
}

/** Everybody, where callers are not authenticated. */
export const anybody: Caller = {
  keyId: 'anybody',
  keyName: 'anybody',
  keyExpiresAt: null,
  tenantId: undefined,
  scopes: ['operator'],
  showed: 'token',
}

/** Of a route that is not public. */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw new Error(`The route ${request.routeOptions.url ?? ''} is public and has no caller.`)
  return request.caller
}

/** What its writer is called in front of others; empty where nobody is authenticated. */
export const writerOf = (request: FastifyRequest): string => {
  const caller = callerOf(request)
  return caller === anybody ? '' : caller.keyName
}
