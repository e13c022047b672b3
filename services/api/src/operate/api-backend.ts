import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { findingView, operationView } from '../schemas/operation.ts'
import { Refused, type Backend } from './backend.ts'
import { refusal } from './refusal.ts'

const problem = z.object({
  detail: z.string(),
  action: z.string(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).default([]),
})

const operations = z.object({ items: z.array(operationView) })
const findings = z.object({ items: z.array(findingView), nextCursor: z.string().nullable() })

/** Tries of a request whose answer did not come; asking twice with one key asks once. */
const tries = 4

/**
 * Over the API.
 * @param url of the service, without a path
 * @param pauseMs before the second try; each further one waits twice as long
 */
export function createApiBackend(url: string, accessKey: string | undefined, pauseMs = 1_000): Backend {
  const pathOf = (tenantId: string | undefined): string =>
    tenantId === undefined ? '/api/operations' : `/api/tenants/${encodeURIComponent(tenantId)}/operations`

  async function send(method: string, path: string, body: unknown, key: string): Promise<Response> {
    let failed: unknown
    for (let attempt = 1; attempt <= tries; attempt++) {
      try {
        const answer = await fetch(new URL(path, url), {
          method,
          headers: {
            ...(accessKey === undefined ? {} : { authorization: `Bearer ${accessKey}` }),
            ...(method === 'POST' ? { 'idempotency-key': key } : {}),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        })
        if (answer.status !== 429 && answer.status !== 503) return answer
        failed = new Refused(`${url} has too much to do (${answer.status}).`)
      } catch (error) {
        failed = error
      }
      await delay(pauseMs * 2 ** (attempt - 1))
    }
    if (failed instanceof Refused) throw failed
    throw new Refused(`${url} does not answer. Is the API running? DATABASE_URL alone goes without it.`)
  }

  async function call<S extends z.ZodType>(
    schema: S,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<z.infer<S>> {
    const answer = await send(method, path, body, randomUUID())
    const json: unknown = await answer.json().catch(() => undefined)
    if (answer.ok) return schema.parse(json)
    const told = problem.safeParse(json)
    if (!told.success) throw new Refused(`${url}${path} answers ${answer.status}.`)
    const { detail, action, errors } = told.data
    throw refusal(detail, errors, action)
  }

  return {
    ask: (tenantId, body) => call(operationView, 'POST', pathOf(tenantId), body),
    read: (tenantId, id) => call(operationView, 'GET', `${pathOf(tenantId)}/${id}`),
    list: async (tenantId) => (await call(operations, 'GET', pathOf(tenantId))).items,
    async *findings(tenantId, id) {
      let cursor: string | null = null
      do {
        const after: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
        const page: z.infer<typeof findings> = await call(
          findings,
          'GET',
          `${pathOf(tenantId)}/${id}/findings?limit=200${after}`,
        )
        yield* page.items
        cursor = page.nextCursor
      } while (cursor !== null)
    },
    cancel: (tenantId, id) => call(operationView, 'POST', `${pathOf(tenantId)}/${id}/cancel`),
    exportBuyer: (tenantId, customerId) =>
      call(
        z.unknown(),
        'GET',
        `/api/tenants/${encodeURIComponent(tenantId)}/buyers/${encodeURIComponent(customerId)}/export`,
      ),
    close: () => Promise.resolve(),
  }
}
