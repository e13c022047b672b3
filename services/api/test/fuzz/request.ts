import type { Operation } from './operations.ts'
import type { Parts } from './near-valid.ts'
import { writeJson } from './wrong.ts'

export type Kind = 'valid' | 'near-valid' | 'hostile'

/** Written down as it will be sent, but for names of things between tildes: those stand for what exists at that moment. */
export interface FuzzRequest {
  operation: string
  kind: Kind
  /** What is wrong with it, for people. */
  note: string
  method: string
  target: string
  headers: [string, string][]
  body: string | Buffer | undefined
}

/** Like encodeURIComponent, which refuses lone surrogates; they are sent as the bytes they would have. */
const encodePart = (text: string): string =>
  text.replace(/[\ud800-\udbff][\udc00-\udfff]|[^]/g, (one) =>
    /^[\ud800-\udfff]$/.test(one) ? '%ED%A0%80' : encodeURIComponent(one),
  )

const textOf = (value: unknown): string => (typeof value === 'string' ? value : writeJson(value))

/** What a header cannot hold is left out; the raw sockets try that. */
const headerValue = (value: unknown): string => textOf(value).replace(/[^\t\x20-\x7e\x80-\xff]/g, '')

export function writeRequest(operation: Operation, kind: Kind, parts: Parts, caller: string | undefined): FuzzRequest {
  const { id, method, path, body } = operation
  const given = (values: Record<string, unknown>): [string, string][] =>
    Object.entries(values).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, textOf(value)]],
    )
  const query = given(parts.query).map(([name, value]) => `${encodePart(name)}=${encodePart(value)}`)
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodePart(textOf(parts.path[name] ?? '')))
  return {
    operation: id,
    kind,
    note: '',
    method,
    target: filled + (query.length > 0 ? `?${query.join('&')}` : ''),
    headers: [
      ...(caller === undefined ? [] : [['authorization', `Bearer ~${caller}~`] satisfies [string, string]]),
      ...given(parts.headers).map(([name, value]): [string, string] => [name, headerValue(value)]),
      ...(parts.body === undefined
        ? []
        : [['content-type', body?.type ?? 'application/json'] satisfies [string, string]]),
    ],
    body: parts.body === undefined ? undefined : writeJson(parts.body),
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** A line for a shell that sends it again. Bytes that are no text, and long bodies, come in base64 or cut. */
export function asCurl(url: string, { method, target, headers, body }: FuzzRequest): string {
  const given = body === undefined ? [] : ['--data-binary', quoted(String(body).slice(0, 2_000))]
  const named = headers.flatMap(([name, value]) => ['-H', quoted(`${name}: ${value}`)])
  return ['curl -i --path-as-is -X', method, ...named, ...given, quoted(`${url}${target}`)].join(' ')
}
