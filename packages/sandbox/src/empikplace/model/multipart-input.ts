import type { FastifyRequest } from 'fastify'
import type { MultipartFile } from '@fastify/multipart'
import { classicError, inboxError } from './api-error.ts'
import type { ApiError } from './api-error.ts'
import type { AttachmentInput } from './inputs.ts'
import type { EmpikPlaceSwitches } from './switches.ts'

/** 30 MB for one message with all its attachments (OpenAPI, OR43; taken to hold for M12). */
export const maximumMessageBytes = 30 * 1024 * 1024

export type MultipartInput = { input: Record<string, unknown>; files: AttachmentInput[]; bytes: number }

/**
 * Reads a multipart call with one JSON part and files under the part name `files`. Other parts are passed over, as the
 * platform does. 415 when the call is not multipart or the JSON part does not say it is JSON; 400 when it is missing,
 * given twice or broken.
 */
export async function readMultipart(
  request: FastifyRequest,
  partName: string,
  switches: EmpikPlaceSwitches,
): Promise<MultipartInput> {
  if (!request.isMultipart()) throw classicError(415, 'Unsupported Media Type')
  const inputs: unknown[] = []
  const files: AttachmentInput[] = []
  let bytes = 0
  for await (const part of request.parts()) {
    const isFile = part.type === 'file'
    const content = isFile ? await readPart(part) : undefined
    bytes += content?.length ?? 0
    if (part.fieldname === partName) {
      if (!part.mimetype.startsWith('application/json') && switches.get('messageInputType') === 'json-only') {
        throw classicError(415, `Content type '${part.mimetype}' not supported for part '${partName}'`)
      }
      inputs.push(isFile ? content?.toString('utf8') : part.value)
    } else if (isFile && part.fieldname === 'files' && content && part.filename) {
      files.push({ name: part.filename, type: part.mimetype, content })
    }
  }
  const [input] = inputs
  if (input === undefined) throw inboxError(400, partName, `Required part '${partName}' is not present.`)
  if (inputs.length > 1) throw inboxError(400, partName, `Part '${partName}' is present more than once.`)
  if (bytes > maximumMessageBytes) throw tooLarge(switches)
  return { input: parsedObject(input, partName), files, bytes }
}

export function tooLarge(switches: EmpikPlaceSwitches): ApiError {
  return inboxError(switches.get('oversize'), 'files', 'The message exceeds the maximum size of 30 MB', 'files')
}

/** Keeps no more than the maximum of one part, but reads on to the end so that the connection stays usable. */
async function readPart(part: MultipartFile): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of part.file as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= maximumMessageBytes + 1) chunks.push(chunk)
  }
  return length <= maximumMessageBytes + 1 ? Buffer.concat(chunks) : Buffer.alloc(maximumMessageBytes + 1)
}

function parsedObject(input: unknown, partName: string): Record<string, unknown> {
  const value = typeof input === 'string' ? parseJson(input) : input
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw inboxError(400, partName, `Part '${partName}' is not a valid JSON object.`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
