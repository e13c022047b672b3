import { createServer } from 'node:http'
import { once } from 'node:events'

export interface Answer {
  status: number
  body: string
}

/** Changes an answer on its way, or gives it back as it is. `authorization` is what the request carried as such. */
export type Edit = (method: string, path: string, answer: Answer, authorization: string) => Answer

export interface EditingProxy {
  url: string
  close(): Promise<void>
}

/** Stands in front of a sandbox and changes what it answers, for what no sandbox would ever say. */
export async function startEditingProxy(target: string, edit: Edit): Promise<EditingProxy> {
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array))
      const { method = 'GET', url: path = '/', headers } = request
      const passed = ['authorization', 'accept', 'content-type'].flatMap((name) => {
        const value = headers[name]
        return typeof value === 'string' ? [[name, value] as [string, string]] : []
      })
      const original = await fetch(`${target}${path}`, {
        method,
        headers: passed,
        ...(method === 'GET' ? {} : { body: Buffer.concat(chunks) }),
      })
      const answer = { status: original.status, body: await original.text() }
      const edited = edit(method, path, answer, headers.authorization ?? '')
      response.writeHead(edited.status, { 'content-type': 'application/json' }).end(edited.body)
    }
    answer().catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
