import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { until } from '@connector/test-kit'
import { z } from 'zod'

/** Web hooks of this machine may be told. */
export const hooksHere = { ALERT_WEBHOOKS_TO_THIS_MACHINE: 'on' }

/** Who is told of alerts: a web hook. */
export interface Listener {
  url: string
  received: { headers: IncomingHttpHeaders; body: string }[]
  close(): void
}

export async function startListener(): Promise<Listener> {
  const received: Listener['received'] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') })
      response.writeHead(204).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = z.object({ port: z.number() }).parse(server.address())
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

const send = async (method: string, url: string, body?: object): Promise<unknown> => {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${method} ${url}: ${await response.text()}`)
  return response.status === 204 ? undefined : response.json()
}

/** A target of alerts; `place` is where its owner's are (`/api/tenants/sklep` or `/api`). */
export interface Target {
  place: string
  targetId: string
  secret: string
}

export async function addTarget(apiUrl: string, place: string, address: string): Promise<Target> {
  const added = await send('POST', `${apiUrl}${place}/alert-targets`, { channel: 'webhook', name: 'Dyżur', address })
  return { place, ...z.object({ targetId: z.string(), secret: z.string() }).parse(added) }
}

export const removeTarget = (apiUrl: string, { place, targetId }: Target): Promise<unknown> =>
  send('DELETE', `${apiUrl}${place}/alert-targets/${targetId}`)

/** Targets, alerts and deliveries, as people see them. */
export async function allTold(apiUrl: string, places: readonly string[]): Promise<unknown[]> {
  const lists = places.flatMap((place) =>
    ['alert-targets', 'alerts', 'alert-deliveries'].map((list) => `${place}/${list}`),
  )
  return Promise.all(lists.map(async (path) => (await fetch(`${apiUrl}${path}`)).json()))
}

/** Sends a test to a target, and waits until it is there, signed with the secret that was shown when it was added. */
export async function isTold(
  apiUrl: string,
  { received }: Listener,
  { place, targetId, secret }: Target,
): Promise<void> {
  const before = received.length
  await send('POST', `${apiUrl}${place}/alert-targets/${targetId}/test`)
  const { headers, body } = await until('the alert', () => received[before])
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
  if (headers['webhook-signature'] !== signature) throw new Error('It is signed with another secret')
}
