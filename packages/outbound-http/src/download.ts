import { documentProblem, lengthProblem, startBytes, type AnnouncedFile, type FileProblem } from './announced-file.ts'
import type { Call } from './call.ts'
import { withoutSecrets } from './error-text.ts'
import type { Answer } from './exchange.ts'
import { failure, FailureCode, type ReadResult } from './failure.ts'
import { fileEnd, type FileEnd } from './file-end.ts'
import { announcedLength, BodyError, discard, refusalOfHead, streamBody } from './read-body.ts'
import { readResult, request } from './request.ts'

export interface Download {
  contentType: string
  /** As the answer says; undefined when it does not, or when only the last byte will tell whether the file is whole. */
  length: number | undefined
  /** At most `maxBytes`; the iteration throws a BodyError when it is cut short, too large, too slow, or not the file. */
  body: AsyncIterable<Uint8Array>
}

/** Whatever comes instead of a file may be the file next time. */
const notTheFile = ({ code, text }: FileProblem, { status }: Answer, secrets: readonly string[] = []) =>
  failure('unreachable', withoutSecrets(text, secrets), { code, status })

const wholeRange = /^\s*bytes\s+0-(\d{1,15})\/(\d{1,15})\s*$/i

/** A part of it, which nobody has asked for; some caches call the whole one, too. */
function isPart({ status, headers }: Answer): boolean {
  if (status !== 206) return false
  const [, last, all] = wholeRange.exec(headers['content-range'] ?? '') ?? []
  return last === undefined || Number(last) + 1 !== Number(all)
}

/** What the head of an answer tells already: that not all of it will come, and how much. */
function problemOfHead(answer: Answer, file: AnnouncedFile): FileProblem | undefined {
  if (isPart(answer)) return { code: FailureCode.truncated, text: 'A part of the file came instead of all of it' }
  const length = announcedLength(answer)
  return length === undefined ? undefined : lengthProblem(length, file)
}

/** Enough of a body to be looked at: its first chunk alone may be a single byte. */
async function beginning(chunks: AsyncIterator<Uint8Array>): Promise<IteratorResult<Uint8Array>> {
  const read: Uint8Array[] = []
  let length = 0
  while (length < startBytes) {
    const next = await chunks.next()
    if (next.done === true) break
    read.push(next.value)
    length += next.value.length
  }
  return length === 0 ? { done: true, value: undefined } : { done: false, value: Buffer.concat(read) }
}

/** What the beginning tells. Of a file without a name the answer itself may say that it is one, whatever its type. */
function problemOfStart({ headers }: Answer, start: Uint8Array, file: AnnouncedFile): FileProblem | undefined {
  const isFile = file.name === '' && headers['content-disposition'] !== undefined
  return documentProblem(isFile ? undefined : headers['content-type'], start, file)
}

/** Half a picture passes for one where nobody said exactly how long it is; one of that very length is broken where it is from. */
function endProblem(total: number, { size }: AnnouncedFile, end: FileEnd | undefined): FileProblem | undefined {
  if (end === undefined || total === size || end.isWhole()) return undefined
  return { code: FailureCode.truncated, text: `The file ends after ${total} bytes, in its middle` }
}

/** Why bytes that are all there already, as a document may hold them, are not the file that was announced. */
export function fileProblem(bytes: Uint8Array, file: AnnouncedFile): FileProblem | undefined {
  const start = bytes.subarray(0, startBytes)
  const problem = lengthProblem(bytes.length, file) ?? documentProblem(undefined, start, file)
  if (problem !== undefined) return problem
  const end = fileEnd(start)
  end?.push(bytes)
  return endProblem(bytes.length, file, end)
}

/** All of a body of which the beginning was looked at; its length must be that of the file, and its end that of its format. */
async function* counted(
  first: IteratorResult<Uint8Array>,
  rest: AsyncIterator<Uint8Array>,
  fileEnd: FileEnd | undefined,
  end: (total: number) => void,
): AsyncGenerator<Uint8Array> {
  let total = 0
  try {
    for (let next = first; next.done !== true; next = await rest.next()) {
      total += next.value.length
      fileEnd?.push(next.value)
      yield next.value
    }
  } finally {
    await rest.return?.()
  }
  end(total)
}

/**
 * Opens a download of a file of which something is known. Its place in the budget is free again when the head of the answer is
 * there: a slow consumer of the body (an upload elsewhere) must not hold up the other calls of the same key. An error document
 * in the place of the file, or something of another length, is a failure that can be tried again.
 */
export async function openDownload(call: Call, file: AnnouncedFile): Promise<ReadResult<Download>> {
  const opened = readResult(
    await request<Answer>(call, (answer) => {
      const problem = problemOfHead(answer, file)
      const refusal = refusalOfHead(answer, call.maxBytes) ?? (problem && notTheFile(problem, answer))
      if (refusal === undefined)
        return Promise.resolve({ succeeded: true, serverTime: answer.serverTime, value: answer })
      discard(answer)
      return Promise.resolve({ succeeded: false, done: 'maybe', failure: refusal })
    }),
  )
  if (!opened.ok) return opened
  const answer = opened.value
  const chunks = streamBody(answer, call.maxBytes)
  try {
    const first = await beginning(chunks)
    const problem = first.done === true ? undefined : problemOfStart(answer, first.value, file)
    if (problem !== undefined) {
      await chunks.return(undefined)
      return { ok: false, failure: notTheFile(problem, answer, call.secrets) }
    }
    const end = first.done === true ? undefined : fileEnd(first.value)
    const isSized = (file.size ?? 0) > 0
    const body = counted(first, chunks, end, (total) => {
      const wrong = lengthProblem(total, file) ?? endProblem(total, file, end)
      if (wrong !== undefined) throw new BodyError(notTheFile(wrong, answer))
    })
    const contentType = answer.headers['content-type'] ?? 'application/octet-stream'
    return { ...opened, value: { contentType, length: end && !isSized ? undefined : announcedLength(answer), body } }
  } catch (error) {
    if (error instanceof BodyError) return { ok: false, failure: error.failure }
    throw error
  }
}
