import type { FastifyRequest } from 'fastify'
import { requestQuery } from './access.ts'
import { inboxError } from '../model/api-error.ts'

/** One query parameter; the first when it is repeated. */
export function queryText(request: FastifyRequest, name: string): string | undefined {
  const value = requestQuery(request)[name]
  return Array.isArray(value) ? value[0] : value
}

/** A list parameter, comma-separated or repeated or both; undefined when it is not given. */
export function queryList(request: FastifyRequest, name: string): string[] | undefined {
  const value = requestQuery(request)[name]
  if (value === undefined) return undefined
  return [value]
    .flat()
    .flatMap((part) => part.split(','))
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** A whole number of at least `minimum`; 400 otherwise. */
export function queryNumber(request: FastifyRequest, name: string, fallback: number, minimum = 0): number {
  const text = queryText(request, name)
  if (text === undefined) return fallback
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= minimum)) throw inboxError(400, name, `'${text}' is not a valid value`, name)
  return value
}

/** A page size with the platform's ceiling of 100: above it 400, or 100 when clamping is switched on. */
export function queryPageSize(request: FastifyRequest, name: string, fallback: number, overLimit: string): number {
  const size = queryNumber(request, name, fallback, 1)
  if (size > 100 && overLimit === 'reject') throw inboxError(400, name, `${name} must not be greater than 100`, name)
  return Math.min(size, 100)
}
