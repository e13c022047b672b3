import { createConnectorClient } from '@connector/api-client'
import { ApiError, type Problem } from './problem.ts'
import { currentKey, currentToken, tokenRefused } from './session.ts'

export const client = createConnectorClient({ baseUrl: '' })

client.use({
  onRequest({ request }) {
    const makesKeys = request.method !== 'GET' && new URL(request.url).pathname.includes('/access-keys')
    const token = (makesKeys ? currentKey() : undefined) ?? currentToken()
    if (token !== undefined) request.headers.set('authorization', `Bearer ${token}`)
    return request
  },
  onResponse({ response }) {
    if (response.status === 401) tokenRefused()
  },
})

interface Answer<T> {
  data?: T | undefined
  error?: unknown
  response: Response
}

const isProblem = (value: unknown): value is Problem => typeof value === 'object' && value !== null && 'code' in value

/** The answer and its headers. @throws {ApiError} for what is no success, and where there is no answer */
export async function withHeaders<T>(call: Promise<Answer<T>>): Promise<{ data: T; headers: Headers }> {
  let answer: Answer<T>
  try {
    answer = await call
  } catch (error) {
    throw new ApiError(undefined, error)
  }
  if (!answer.response.ok) throw new ApiError(isProblem(answer.error) ? answer.error : undefined)
  return { data: answer.data as T, headers: answer.response.headers }
}

/** @throws {ApiError} for what is no success, and where there is no answer */
export const ask = async <T>(call: Promise<Answer<T>>): Promise<T> => (await withHeaders(call)).data

/** A key for a request that creates or acts: sent again after a lost answer, it is done once. */
export const onceKey = (): { 'Idempotency-Key': string } => ({ 'Idempotency-Key': crypto.randomUUID() })
