import { createHash } from 'node:crypto'
import { z } from 'zod'

interface Header {
  description: string
  schema: { type: string; examples: string[] }
}

const text = (description: string, example: string): Header => ({
  description,
  schema: { type: 'string', examples: [example] },
})

/** Headers of answers, by their names. */
const headers: Record<string, Header> = {
  'x-request-id': text('Finds the request in the log: the caller’s own id, or a new one.', 'caller-7:1'),
  'api-version': text('Version of the contract that the answer follows.', '1.0.0'),
  etag: text('For `if-none-match`, and where it is strong for `if-match`.', 'W/"pX3k9fQ2c0VnM1sT8uYw4a"'),
  'retry-after': text('Seconds after which to try again.', '5'),
  'www-authenticate': text('How to say who one is (RFC 6750).', 'Bearer realm="connector"'),
  'idempotency-replayed': text('`true` for the kept answer of an earlier request with this key.', 'true'),
}

const response = z.looseObject({ description: z.string(), headers: z.record(z.string(), z.unknown()).optional() })
type Response = z.infer<typeof response>

const operation = z.looseObject({
  parameters: z.array(z.looseObject({ in: z.string(), name: z.string() })).default([]),
  responses: z.record(z.string(), response),
})
const methods = z.record(z.string(), z.unknown())

const reference = (kind: 'headers' | 'responses', name: string) => ({ $ref: `#/components/${kind}/${name}` })

function headersOf(path: string, status: string, { parameters, responses }: z.infer<typeof operation>): string[] {
  const takesKey = parameters.some(({ name }) => name.toLowerCase() === 'idempotency-key')
  return [
    'x-request-id',
    ...(path.startsWith('/api/') ? ['api-version'] : []),
    ...(status === '304' || (status === '200' && '304' in responses) ? ['etag'] : []),
    ...(status.startsWith('2') && takesKey ? ['idempotency-replayed'] : []),
    ...(status === '429' || status === '503' ? ['retry-after'] : []),
    ...(status === '401' ? ['www-authenticate'] : []),
  ]
}

/** Names last as long as what they stand for: a problem more is another answer. */
const nameOf = (status: string, content: string): string =>
  `Answer${status}_${createHash('sha256').update(content).digest('hex').slice(0, 8)}`

const isShared = (status: string): boolean => status === '304' || /^[45]/.test(status)

/** Writes problems, which are the same at most routes, once, and names the headers of every answer. */
export function shareResponses(paths: Record<string, unknown>): {
  headers: object
  responses: Record<string, Response>
} {
  const shared: Record<string, Response> = {}
  for (const [path, item] of Object.entries(paths))
    for (const said of Object.values(methods.parse(item))) {
      const read = operation.safeParse(said)
      if (!read.success || typeof said !== 'object' || said === null) continue
      const responses = Object.entries(read.data.responses).map(([status, one]): [string, unknown] => {
        const named = headersOf(path, status, read.data).map((name) => [name, reference('headers', name)] as const)
        const whole = { ...one, headers: { ...Object.fromEntries(named), ...one.headers } }
        if (!isShared(status)) return [status, whole]
        const name = nameOf(status, JSON.stringify(whole))
        shared[name] = whole
        return [status, reference('responses', name)]
      })
      Object.assign(said, { responses: Object.fromEntries(responses) })
    }
  return { headers, responses: Object.fromEntries(Object.entries(shared).sort(([a], [b]) => a.localeCompare(b))) }
}
