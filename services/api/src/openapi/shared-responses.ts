import { createHash } from 'node:crypto'
import { z } from 'zod'
import { isProbe } from '../http/probes.ts'

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
  location: text('Where to go on: the operation that was asked for, or the page to look at.', '/api/operations/7c1…'),
  ratelimit: text('What is left of each limit, where the operator sets limits.', '"tenant";r=1187;t=42'),
  'ratelimit-policy': text('The limits, where the operator sets them.', '"tenant";q=1200;w=60'),
  'content-disposition': text('To be saved, and as what.', 'attachment; filename="faktura.pdf"'),
  deprecation: text('Since when the route is to go.', '@1772409600'),
  sunset: text('When it goes.', 'Sun, 06 Sep 2026 00:00:00 GMT'),
  link: text('A page about that.', '</reference>; rel="deprecation"'),
  'www-authenticate': text('How to say who one is (RFC 6750).', 'Bearer realm="connector"'),
  'idempotency-replayed': text('`true` for the kept answer of an earlier request with this key.', 'true'),
}

const response = z.looseObject({
  description: z.string(),
  content: z.record(z.string(), z.unknown()).optional(),
  headers: z.record(z.string(), z.unknown()).optional(),
})
type Response = z.infer<typeof response>

const operation = z.looseObject({
  parameters: z.array(z.looseObject({ in: z.string(), name: z.string() })).default([]),
  responses: z.record(z.string(), response),
  deprecated: z.boolean().default(false),
})
const methods = z.record(z.string(), z.unknown())

const reference = (kind: 'headers' | 'responses', name: string) => ({ $ref: `#/components/${kind}/${name}` })

/** What is refused for the state that things are in, which the same key is told again. */
const keptProblems: ReadonlySet<string> = new Set(['404', '409', '410', '412', '422', '502'])

/** Given to be saved as a file. */
const isFile = (one: Response | undefined): boolean =>
  Object.keys(one?.content ?? {}).some((type) => !/json$|html|event-stream|text\/plain|javascript|css/.test(type))

function headersOf(
  path: string,
  status: string,
  { parameters, responses, deprecated }: z.infer<typeof operation>,
): string[] {
  const takesKey = parameters.some(({ name }) => name.toLowerCase() === 'idempotency-key')
  return [
    'x-request-id',
    ...(path.startsWith('/api/') ? ['api-version'] : []),
    ...(status === '304' || (status === '200' && '304' in responses) ? ['etag'] : []),
    // Kept is what was done, and what the present state refused.
    ...(takesKey && (status.startsWith('2') || keptProblems.has(status)) ? ['idempotency-replayed'] : []),
    ...(status === '429' || status === '503' || (takesKey && status === '409') ? ['retry-after'] : []),
    ...(isProbe(path) ? [] : ['ratelimit', 'ratelimit-policy']),
    ...((status === '202' && path.endsWith('/operations')) || status === '303' ? ['location'] : []),
    ...(status === '200' && isFile(responses[status]) ? ['content-disposition'] : []),
    ...(deprecated ? ['deprecation', 'sunset', 'link'] : []),
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
  const used = JSON.stringify([paths, shared])
  const named = Object.entries(headers).filter(([name]) => used.includes(`#/components/headers/${name}"`))
  return {
    headers: Object.fromEntries(named),
    responses: Object.fromEntries(Object.entries(shared).sort(([a], [b]) => a.localeCompare(b))),
  }
}
