import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import type { FuzzRequest } from './request.ts'

export interface FuzzAnswer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

/** No answer at all; a fault, however long others take. */
const patienceMs = 10_000

const isStream = (headers: IncomingHttpHeaders): boolean =>
  headers['content-type']?.startsWith('text/event-stream') === true

/** Sends what fetch would refuse to send or would tidy up first. Of a stream the first piece is read. */
export function createSender(url: string): { send(request: FuzzRequest): Promise<FuzzAnswer>; close(): void } {
  const agent = new Agent({ keepAlive: true })
  const { hostname, port, host } = new URL(url)

  const attempt = ({ method, target, headers, body }: FuzzRequest): Promise<FuzzAnswer> =>
    new Promise((resolve, reject) => {
      const has = (wanted: string): boolean => headers.some(([name]) => name === wanted)
      const named = [
        ...(has('host') ? [] : [['host', host]]),
        ...headers,
        // Node would send nothing in chunks, and the API rightly takes that for a body.
        ...(has('transfer-encoding') ? [] : [['content-length', String(Buffer.byteLength(body ?? ''))]]),
      ]
      const request = httpRequest({ agent, hostname, port, method, path: target, headers: named.flat() })
      const timer = setTimeout(() => request.destroy(new Error(`No answer within ${patienceMs} ms`)), patienceMs)
      request.on('response', (response) => {
        const chunks: Buffer[] = []
        const done = (): void => {
          clearTimeout(timer)
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          })
        }
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk)
          if (!isStream(response.headers)) return
          done()
          request.destroy()
        })
        response.on('end', done)
        response.on('error', reject)
      })
      request.on('error', (error) => {
        clearTimeout(timer)
        reject(Object.assign(error, { reused: request.reusedSocket }))
      })
      request.end(body)
    })

  return {
    async send(request) {
      try {
        return await attempt(request)
      } catch (error) {
        // The server had closed the idle connection just then; every client sends again.
        if (error instanceof Error && 'reused' in error && error.reused === true && 'code' in error)
          return attempt(request)
        throw error
      }
    },
    close: () => agent.destroy(),
  }
}
