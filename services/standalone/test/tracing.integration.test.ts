import { createServer } from 'node:http'
import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { startChild } from './support/child.ts'
import { createWorld } from './support/world.ts'

const span = z.looseObject({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
})
const named = z.object({ key: z.string(), value: z.looseObject({ stringValue: z.string().optional() }) })
const sent = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(named) }),
      scopeSpans: z.array(z.object({ spans: z.array(span) })),
    }),
  ),
})
type Seen = z.infer<typeof span> & { service: string }

/** A collector that keeps what it is told. */
async function startCollector() {
  const spans: Seen[] = []
  const bodies: string[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      bodies.push(body)
      for (const { resource, scopeSpans } of sent.parse(JSON.parse(body)).resourceSpans) {
        const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? ''
        spans.push(...scopeSpans.flatMap((scope) => scope.spans.map((one) => ({ ...one, service }))))
      }
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  return { spans, bodies, url: `http://127.0.0.1:${address.port}`, close: () => server.close() }
}

await t.test(
  'a look, what it appended, the write that followed and its call are one trace over two processes',
  {
    skip: noDatabase ?? false,
  },
  async (t) => {
    const [world, collector] = await Promise.all([createWorld(), startCollector()])
    const { empik, thulium } = world
    const shop = await world.addShop()
    const environment = { ...world.environment, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url }
    const children = ['ingest', 'projector'].map((service) =>
      startChild(`services/${service}/src/main.ts`, environment),
    )
    t.teardown(async () => {
      for (const child of children) child.kill('SIGKILL')
      await Promise.all(children.map(({ ended }) => ended))
      collector.close()
      await world.dispose()
    })
    const order = empik.addOrder({
      shopId: shop.shopId,
      customer: { id: 'c-1', firstname: 'Ewa', lastname: 'Tajemna' },
    })
    const { threadId } = empik.buyerWrites({ shopId: shop.shopId, orderId: order.id, text: 'Bardzo tajne pytanie' })
    await until('a ticket', () => thulium.tickets(shop.tenantId)[0])

    const find = (what: string, is: (one: Seen) => boolean): Promise<Seen> =>
      until(what, () => collector.spans.find(is))
    const effect = await find('the effect', ({ name }) => name === 'effect ticket:create')
    const append = await find('the append that asked for it', ({ spanId }) => spanId === effect.parentSpanId)
    const look = await find('the look', ({ spanId }) => spanId === append.parentSpanId)
    const call = await find(
      'the call',
      ({ name, parentSpanId }) => name.startsWith('POST') && parentSpanId === effect.spanId,
    )
    const outcome = await find(
      'the outcome',
      ({ name, parentSpanId }) => name === 'append' && parentSpanId === effect.spanId,
    )
    const asked = await find(
      'the call of the look',
      ({ name, parentSpanId, traceId }) =>
        name.startsWith('GET') && parentSpanId === look.spanId && traceId === look.traceId,
    )
    t.equal(append.name, 'append')
    t.equal(look.name, 'look at empikplace')
    t.equal(new Set([effect, append, look, call, outcome, asked].map(({ traceId }) => traceId)).size, 1, 'one trace')
    t.strictSame([look.service, append.service, asked.service], Array(3).fill('connector-ingest'))
    t.strictSame([effect.service, call.service, outcome.service], Array(3).fill('connector-projector'))

    const events = await world.log.readStream(`conversation-${shop.tenantId}-${shop.integrationId}-${threadId}`)
    const created = events.find(({ type }) => type === 'TicketCreated')
    t.equal(
      created?.metadata.traceparent,
      `00-${outcome.traceId}-${outcome.spanId}-01`,
      'the event says where it belongs',
    )
    for (const secret of ['Tajemna', 'tajne', shop.apiKey])
      t.notOk(
        collector.bodies.some((body) => body.includes(secret)),
        `no span tells ${secret}`,
      )
  },
)
