import { looksLikeHtml, parseJson } from './json.ts'
import { readableText } from './text.ts'

/** What an answer that reports an error says about itself. */
export interface ErrorText {
  message: string | undefined
  requestId: string | undefined
}

type Entry = Record<string, unknown>

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Text or number as text; nothing else, so that no nested object slips into a message. */
function plain(value: unknown): string | undefined {
  if (typeof value === 'string' && value.trim() !== '') return value.trim()
  return typeof value === 'number' ? String(value) : undefined
}

/** What an answer says, when that is JSON. */
export function documentOf(bytes: Uint8Array, contentType: string | undefined): unknown {
  try {
    return parseJson(readableText(bytes, contentType))
  } catch {
    return undefined
  }
}

function describeEntry(entry: unknown): string | undefined {
  if (!isEntry(entry)) return plain(entry)
  const label = plain(entry['field']) ?? plain(entry['code'])
  const message = plain(entry['message'])
  if (label === undefined || message === undefined) return message ?? label
  return `${label}: ${message}`
}

function pageTitle(text: string): string {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(text)?.[1]?.trim()
  return title === undefined || title === '' ? 'an HTML page' : `an HTML page titled "${title}"`
}

/**
 * Reads the error bodies of both APIs, in every shape either of them is known to use: `message`, `errors[]` with
 * `field`, `code` and `message`, an HTML page, plain text. For people only: nothing may be decided by these texts.
 */
export function readErrorText(bytes: Uint8Array, contentType: string | undefined): ErrorText {
  if (bytes.length === 0) return { message: undefined, requestId: undefined }
  const text = readableText(bytes, contentType)
  if (looksLikeHtml(text, contentType)) return { message: pageTitle(text), requestId: undefined }
  const body = documentOf(bytes, contentType)
  if (body === undefined) return { message: text.slice(0, 1200), requestId: undefined }
  if (!isEntry(body)) return { message: plain(body), requestId: undefined }
  const errors = Array.isArray(body['errors']) ? body['errors'] : []
  const listed = errors.map(describeEntry).filter((text) => text !== undefined)
  const message = plain(body['message']) ?? (listed.length > 0 ? listed.join('; ') : undefined)
  return { message, requestId: plain(body['request_id']) }
}

/** A shorter beginning could be a coincidence; an echo cut even shorter gives nothing away. */
const echoLength = 12
/** Shorter texts would blank out ordinary words. */
const shortestSecret = 4

/** Takes every echo of a text out of a message, also one that was cut somewhere behind its beginning. */
function withoutEcho(message: string, secret: string): string {
  const beginning = secret.slice(0, echoLength)
  let rest = message
  let result = ''
  for (;;) {
    const start = rest.indexOf(beginning)
    if (start < 0) return result + rest
    let end = start
    while (end < rest.length && end - start < secret.length && rest[end] === secret[end - start]) end += 1
    result += `${rest.slice(0, start)}[…]`
    rest = rest.slice(end)
  }
}

/** Takes the given texts (credentials, what a person wrote) out of a message, also in the escaped forms an echo has. */
export function withoutSecrets(message: string, secrets: readonly string[]): string {
  let text = message
  for (const secret of secrets) {
    if (secret.length < shortestSecret) continue
    const escaped = JSON.stringify(secret).slice(1, -1)
    const encoded = encodeURIComponent(Buffer.from(secret).toString())
    for (const form of new Set([secret, escaped, encoded])) text = withoutEcho(text, form)
  }
  return text
}
