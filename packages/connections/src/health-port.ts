import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { WorkerStore } from '@connector/store'
import { sql } from 'kysely'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { WorkerSettings } from './service-settings.ts'

interface HealthPort {
  /** Where it listens. */
  url: string
  /** From now on `/readyz` says no. */
  stopping(): void
  close(): Promise<void>
}

/** Kubernetes asks again every 10 s and counts what takes longer than 1 s as a no. */
const databaseWaitMs = 800

async function answersInTime(store: WorkerStore): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), databaseWaitMs).unref())
  const asked = sql`select 1`.execute(store.db).then(
    () => true,
    () => false,
  )
  return Promise.race([asked, late])
}

function poolGauge(pool: WorkerStore['pool'], registers: Registry[]): void {
  new Gauge({
    name: 'connector_process_pool_connections',
    help: 'Connections of this process to the database, and calls that wait for one.',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'open' }, pool.totalCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
}

/**
 * For orchestrators: `/livez` (the process answers), `/readyz` (the database answers, and no stop was asked for) and `/metrics` of this
 * process. What the services do is in the metrics of the API, which reads it from the database. Nothing here names a tenant.
 */
export async function openHealthPort(
  { HEALTH_HOST, HEALTH_PORT }: Pick<WorkerSettings, 'HEALTH_HOST'> & { HEALTH_PORT: number },
  store: WorkerStore,
): Promise<HealthPort> {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  poolGauge(store.pool, [registry])
  let isStopping = false
  const say = (response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): void => {
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text)
  }
  const pages: Record<string, (response: ServerResponse) => Promise<void> | void> = {
    '/livez': (response) => say(response, 200, 'ok\n'),
    '/readyz': async (response) => {
      if (isStopping) say(response, 503, 'stopping\n')
      else if (await answersInTime(store)) say(response, 200, 'ok\n')
      else say(response, 503, 'the database does not answer\n')
    },
    '/metrics': async (response) => say(response, 200, await registry.metrics(), registry.contentType),
  }
  const server = createServer((request, response) => {
    const page = pages[new URL(request.url ?? '/', 'http://health').pathname]
    if (request.method !== 'GET' && request.method !== 'HEAD') say(response, 405, 'only GET\n')
    else if (page) void page(response)
    else say(response, 404, 'There are /livez, /readyz and /metrics.\n')
  })
  server.requestTimeout = 5_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(HEALTH_PORT, HEALTH_HOST, resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${HEALTH_HOST}:${port}`,
    stopping() {
      isStopping = true
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
