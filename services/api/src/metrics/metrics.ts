import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { watchEventLoop } from '@connector/service-kit'
import { countersText } from './counters-text.ts'
import type { ServiceNumbers } from './service-numbers.ts'
import { labelledNumbers, loopDelays, plainNumbers } from './shown-numbers.ts'

/** From what a cached answer takes to what nobody waits for. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Every value a label can have is one of a few that the code names, so that no caller can make more. */
export interface Metrics {
  contentType: string
  /** @param numbers undefined while the database is away */
  text(numbers: ServiceNumbers | undefined): Promise<string>
}

/** Connections of this process to the database. */
interface PoolCounts {
  totalCount: number
  idleCount: number
  waitingCount: number
}

/** Measures the requests to the routes that are registered after it. */
export function installMetrics(app: FastifyInstance, openStreams: () => number, pool: PoolCounts): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const requests = new Histogram({
    name: 'connector_http_request_duration_seconds',
    help: 'Time to the end of the answer, by pattern of the route, method and class of the status.',
    labelNames: ['route', 'method', 'status'] as const,
    buckets,
    registers,
  })
  const gauge = (name: string, help: string) => new Gauge({ name: `connector_${name}`, help, registers })
  const gauges = (name: string, help: string, label: string) =>
    new Gauge({ name: `connector_${name}`, help, labelNames: [label], registers })

  const pools = new Gauge({
    name: 'connector_pool_connections',
    help: 'Connections to the database, and calls that wait for one, by service.',
    labelNames: ['service', 'state'],
    registers,
  })
  const delayOfApi = watchEventLoop()
  const streams = gauge('open_streams', 'Open streams of changes in this process.')
  const up = gauge('database_up', '1 if the numbers below could be read from the database.')
  const plain = plainNumbers.map(({ name, help, of }) => ({ metric: gauge(name, help), of }))
  const delays = gauges(loopDelays.name, loopDelays.help, loopDelays.label)
  const labelled = [
    { ...loopDelays, metric: delays },
    ...labelledNumbers.map((row) => ({ ...row, metric: gauges(row.name, row.help, row.label) })),
  ]

  app.addHook('onResponse', (request, reply, done) => {
    // A method that no route has never comes this far with a route, so the methods are few too.
    const route = request.routeOptions.url
    const labels = {
      route: route ?? 'none',
      method: route === undefined ? 'any' : request.method,
      status: `${Math.floor(reply.statusCode / 100)}xx`,
    }
    requests.observe(labels, reply.elapsedTime / 1_000)
    done()
  })

  return {
    contentType: registry.contentType,
    async text(numbers) {
      streams.set(openStreams())
      up.set(numbers ? 1 : 0)
      // Old numbers would look like true ones.
      for (const { metric } of plain) metric.remove()
      for (const { metric } of labelled) metric.reset()
      if (numbers) {
        for (const { metric, of } of plain) metric.set(of(numbers))
        for (const { metric, label, of } of labelled)
          for (const [value, count] of Object.entries(of(numbers))) metric.set({ [label]: value }, count)
      }
      pools.reset()
      const ofApi = { total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }
      for (const [service, counts] of Object.entries({ ...numbers?.pools, api: ofApi }))
        for (const [state, count] of Object.entries(counts)) pools.set({ service, state }, count)
      delays.set({ service: 'api' }, delayOfApi() / 1_000)
      return `${await registry.metrics()}\n${countersText(numbers?.counters ?? [])}`
    },
  }
}
