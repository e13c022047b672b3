import type { FastifyRequest } from 'fastify'
import { ApiError } from '../errors/api-error.ts'
import { credentialOf } from './access-control.ts'
import { anybody, callerOf } from './caller.ts'
import type { Callers } from './callers.ts'

/**
 * For an answer that goes on and on: whether the credential of its request would still be let in. As for any request, a
 * revoked one is noticed within 30 s.
 */
export function stillAdmitted(callers: Callers, request: FastifyRequest): () => Promise<boolean> {
  if (callerOf(request) === anybody) return () => Promise.resolve(true)
  const credential = credentialOf(request)
  return async () => {
    try {
      await callers.identify(credential)
      return true
    } catch (error) {
      if (error instanceof ApiError && error.code === 'authentication.invalid') return false
      throw error
    }
  }
}
