import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { watchEventLoop } from '@connector/service-kit'
import { countersText } from './counters-text.ts'
import type { ServiceNumbers } from './service-numbers.ts'

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
  const plain: { metric: Gauge; of: (numbers: ServiceNumbers) => number }[] = [
    {
      metric: gauge('oldest_waiting_seconds', 'Age of the oldest write to the outside that is to be done.'),
      of: ({ oldestWaitingSeconds }) => oldestWaitingSeconds,
    },
    {
      metric: gauge('projection_lag_seconds', 'Age of the oldest event that is not in the read models.'),
      of: ({ projectionLagSeconds }) => projectionLagSeconds,
    },
    {
      metric: gauge('sweep_waiting', 'Unchanged tickets whose turn to be read it was and that must wait.'),
      of: ({ sweepWaiting }) => sweepWaiting,
    },
    {
      metric: gauge('sweep_oldest_seconds', 'Time since one of them was read, the longest of all accounts.'),
      of: ({ sweepOldestSeconds }) => sweepOldestSeconds,
    },
    {
      metric: gauge('replies_found_late', 'Replies that no list of changes had shown, since the beginning.'),
      of: ({ repliesFoundLate }) => repliesFoundLate,
    },
    {
      metric: gauge('thulium_clock_offset_seconds', 'Thulium’s clock against ours, the furthest of all accounts.'),
      of: ({ clockOffsetSeconds }) => clockOffsetSeconds,
    },
    {
      metric: gauge('quarantined_streams', 'Conversations, integrations and accounts that cannot be read.'),
      of: ({ quarantinedStreams }) => quarantinedStreams,
    },
    {
      metric: gauge('unreadable_inputs', 'Things that outside APIs showed and nobody understood, so far.'),
      of: ({ unreadableInputs }) => unreadableInputs,
    },
    {
      metric: gauge('shops_in_several_tenants', 'Shops that more than one tenant has connected.'),
      of: ({ shopsInSeveralTenants }) => shopsInSeveralTenants,
    },
    {
      metric: gauge('paused_after_restore', '1 while a restored database waits for a person’s confirmation.'),
      of: ({ pausedAfterRestore }) => pausedAfterRestore,
    },
    {
      metric: gauge('alert_deliveries_waiting', 'Alerts that are not delivered yet.'),
      of: ({ alertDeliveriesWaiting }) => alertDeliveriesWaiting,
    },
    {
      metric: gauge('alert_oldest_undelivered_seconds', 'Age of the oldest of them.'),
      of: ({ oldestUndeliveredSeconds }) => oldestUndeliveredSeconds,
    },
    {
      metric: gauge('alert_targets_disabled', 'Targets of alerts that were disabled after failures.'),
      of: ({ alertTargetsDisabled }) => alertTargetsDisabled,
    },
    {
      metric: gauge('alert_watch_seconds', 'Time since somebody last looked for what people are to be told.'),
      of: ({ alertWatchSeconds }) => alertWatchSeconds,
    },
    {
      metric: gauge('conversations', 'Conversations, as the database estimates.'),
      of: ({ conversations }) => conversations,
    },
  ]
  const delays = gauges(
    'event_loop_delay_seconds',
    'Longest calculation since it was last told, by service.',
    'service',
  )
  const labelled: { metric: Gauge; label: string; of: (numbers: ServiceNumbers) => Record<string, number> }[] = [
    {
      metric: gauges('effects', 'Writes to the outside that are not finished, by state.', 'state'),
      label: 'state',
      of: ({ effects }) => effects,
    },
    {
      metric: gauges('integrations', 'Integrations, by status.', 'status'),
      label: 'status',
      of: ({ integrations }) => integrations,
    },
    {
      metric: gauges('failing_looks', 'Running integrations whose last three looks at a side failed.', 'side'),
      label: 'side',
      of: ({ failingSides }) => failingSides,
    },
    {
      metric: gauges('oldest_look_seconds', 'Time since the last good look, the longest of all.', 'side'),
      label: 'side',
      of: ({ oldestLookSeconds }) => oldestLookSeconds,
    },
    {
      metric: gauges('open_incidents', 'What people were told of and that is not over, by kind.', 'kind'),
      label: 'kind',
      of: ({ openIncidents }) => openIncidents,
    },
    {
      metric: gauges('workers', 'Live processes, by service.', 'service'),
      label: 'service',
      of: ({ workers }) => workers,
    },
    {
      metric: delays,
      label: 'service',
      of: ({ loopDelaySeconds }) => loopDelaySeconds,
    },
    {
      metric: gauges('leases', 'Tenants that some process works for, by service.', 'service'),
      label: 'service',
      of: ({ leases }) => leases,
    },
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
