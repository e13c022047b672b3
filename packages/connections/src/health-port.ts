import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { OwnFault } from '@connector/domain/health'
import type { NatsLink } from '@connector/nats'
import { singCanary, type Vault, type WorkerStore } from '@connector/store'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { createSelfCheck, type SelfCheck } from './self-check.ts'
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

const faults: Readonly<Record<OwnFault, string>> = {
  'database-away': 'the database does not answer\n',
  'database-takes-no-writes': 'the database takes no writes: its disk is full, or it is a standby\n',
  'master-key': 'the master key is not the one that the secrets in the database are sealed with\n',
}

async function faultInTime(selfCheck: Pick<SelfCheck, 'now'>): Promise<OwnFault | undefined> {
  const late = new Promise<OwnFault>((resolve) => setTimeout(() => resolve('database-away'), databaseWaitMs).unref())
  return Promise.race([selfCheck.now().then(({ fault }) => fault), late])
}

function poolGauge({ connections }: WorkerStore, registers: Registry[]): void {
  new Gauge({
    name: 'connector_process_pool_connections',
    help: 'Connections of this process to the database, and calls that wait for one.',
    labelNames: ['state'],
    registers,
    collect() {
      const { total, idle, waiting } = connections()
      this.set({ state: 'open' }, total)
      this.set({ state: 'idle' }, idle)
      this.set({ state: 'waiting' }, waiting)
    },
  })
}

function natsGauge(nats: NatsLink, registers: Registry[]): void {
  new Gauge({
    name: 'connector_process_nats_connected',
    help: '1 while this process is connected to NATS; without it all works, up to a second later.',
    registers,
    collect() {
      this.set(nats.state().connected ? 1 : 0)
    },
  })
}

/**
 * For orchestrators: `/livez` (the process answers), `/readyz` (the database takes writes, the master key is the right one, and no stop was asked for) and `/metrics` of this
 * process. What the services do is in the metrics of the API, which reads it from the database. Nothing here names a tenant.
 */
export async function openHealthPort(
  { HEALTH_HOST, HEALTH_PORT }: Pick<WorkerSettings, 'HEALTH_HOST'> & { HEALTH_PORT: number },
  { store, vault, nats }: { store: WorkerStore; vault: Vault; nats?: NatsLink | undefined },
): Promise<HealthPort> {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  poolGauge(store, [registry])
  if (nats) natsGauge(nats, [registry])
  let isStopping = false
  // An orchestrator asks every 10 s, and who else can reach this port is up to the deployment: those who ask at once share a write.
  const selfCheck = createSelfCheck(() => store.db.transaction().execute((db) => singCanary(vault, db)), 0)
  const say = (response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): void => {
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text)
  }
  const pages: Record<string, (response: ServerResponse) => Promise<void> | void> = {
    '/livez': (response) => say(response, 200, 'ok\n'),
    '/readyz': async (response) => {
      if (isStopping) {
        say(response, 503, 'stopping\n')
        return
      }
      const fault = await faultInTime(selfCheck)
      if (fault === undefined) say(response, 200, 'ok\n')
      else say(response, 503, faults[fault])
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
