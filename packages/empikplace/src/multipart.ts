import { randomUUID } from 'node:crypto'
import type { CallBody } from '@connector/outbound-http'
import type { OutgoingFile } from './types.ts'

const newline = '\r\n'
const encoder = new TextEncoder()

/** Names inside a part's head, escaped as browsers do. */
const quoted = (name: string): string =>
  `"${name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}"`

const headerSafe = (value: string): string => value.replace(/[\r\n]/g, ' ')

interface Part {
  head: Uint8Array
  length: number
  bytes: Uint8Array | AsyncIterable<Uint8Array>
}

/**
 * A multipart body with one JSON part and any number of `files`, streamed. The JSON part has a content type of its
 * own and no file name: EmpikPlace takes it as one document, not as form fields. Written here because the library's
 * FormData gives every part with a content type a file name and knows no streams. The length is known beforehand.
 */
export function multipartBody(name: string, document: unknown, files: readonly OutgoingFile[]): CallBody {
  const boundary = `----connector-${randomUUID()}`
  const part = (disposition: string, contentType: string, length: number, bytes: Part['bytes']): Part => ({
    head: encoder.encode(
      `--${boundary}${newline}Content-Disposition: form-data; ${disposition}${newline}Content-Type: ${contentType}${newline}${newline}`,
    ),
    length,
    bytes,
  })
  const json = encoder.encode(JSON.stringify(document))
  const parts = [
    part(`name=${quoted(name)}`, 'application/json', json.length, json),
    ...files.map(({ name: fileName, contentType, size, bytes }) =>
      part(
        `name="files"; filename=${quoted(fileName)}`,
        headerSafe(contentType),
        bytes instanceof Uint8Array ? bytes.length : size,
        bytes,
      ),
    ),
  ]
  const between = encoder.encode(newline)
  const end = encoder.encode(`--${boundary}--${newline}`)

  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (const { head, bytes } of parts) {
      yield head
      if (bytes instanceof Uint8Array) yield bytes
      else yield* bytes
      yield between
    }
    yield end
  }

  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    length: parts.reduce((sum, { head, length }) => sum + head.length + length + between.length, end.length),
    chunks: chunks(),
  }
}
