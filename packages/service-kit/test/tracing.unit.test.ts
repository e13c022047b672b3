import { createServer, type IncomingMessage } from 'node:http'
import t from 'tap'
import { z } from 'zod'
import { createLog, currentTraceparent, inSpan, startTracing, tracingSettings, traceWith } from '../src/index.ts'

const sent = z.object({
  resourceSpans: z.array(
    z.object({
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.looseObject({
              traceId: z.string(),
              spanId: z.string(),
              parentSpanId: z.string().optional(),
              name: z.string(),
            }),
          ),
        }),
      ),
    }),
  ),
})
type SentSpan = z.infer<typeof sent>['resourceSpans'][number]['scopeSpans'][number]['spans'][number]

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

await t.test('without a collector the work is done and nothing is known of a trace', async (t) => {
  const end = await startTracing(tracingSettingsOf({}), 'test', createLog('test', 'silent'))
  t.equal(
    await inSpan('work', { parent: '00-00000000000000000000000000000001-0000000000000001-01' }, (span) => {
      t.equal(span.traceparent, undefined)
      t.equal(currentTraceparent(), undefined)
      return Promise.resolve(7)
    }),
    7,
  )
  await end()
})

await t.test('spans reach the collector, each under the one around it or the one that led to it', async (t) => {
  const spans: SentSpan[] = []
  const keys: unknown[] = []
  const server = createServer((request, response) => {
    keys.push(request.headers['api-key'])
    void bodyOf(request).then((body) => {
      spans.push(
        ...sent.parse(JSON.parse(body)).resourceSpans.flatMap((one) => one.scopeSpans.flatMap((scope) => scope.spans)),
      )
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  const settings = tracingSettingsOf({
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${address.port}/`,
    OTEL_EXPORTER_OTLP_HEADERS: 'api-key=a%20b',
  })
  const end = await startTracing(settings, 'test', createLog('test', 'silent'))
  const traceparent = await inSpan('look', {}, async (look) => {
    t.equal(currentTraceparent(), look.traceparent)
    await t.rejects(inSpan('call', { kind: 'client' }, () => Promise.reject(new TypeError('Jan Kowalski'))))
    return look.traceparent
  })
  t.match(traceparent, /^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/)
  await inSpan('effect', { parent: traceparent, facts: { 'connector.attempt': 1 } }, () => Promise.resolve())
  await inSpan('of nobody', { parent: 'Jan Kowalski' }, () => Promise.resolve())
  await end()
  t.equal(currentTraceparent(), undefined)

  const named = (name: string): SentSpan | undefined => spans.find((span) => span.name === name)
  const look = named('look')
  t.equal(traceparent, `00-${look?.traceId ?? ''}-${look?.spanId ?? ''}-01`)
  for (const name of ['call', 'effect']) t.match(named(name), { traceId: look?.traceId, parentSpanId: look?.spanId })
  t.not(named('of nobody')?.traceId, look?.traceId)
  t.match(named('call'), { status: { code: 2, message: 'TypeError' } })
  t.notMatch(JSON.stringify(spans), /Kowalski/, 'the message of an error is not told')
  t.strictSame(new Set(keys), new Set(['a b']))
})

await t.test('a trace that is not kept is none that an event could name', async (t) => {
  const settings = tracingSettingsOf({
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1',
    OTEL_TRACES_SAMPLER_ARG: '0',
  })
  const end = await startTracing(settings, 'test', createLog('test', 'silent'))
  await inSpan('look', {}, (span) => {
    t.equal(span.traceparent, undefined)
    return Promise.resolve()
  })
  await end()
})

await t.test('a collector that is away costs nothing but the spans', async (t) => {
  const end = await startTracing(
    tracingSettingsOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' }),
    'test',
    createLog('test', 'silent'),
  )
  const startedAt = performance.now()
  t.equal(await inSpan('look', {}, () => Promise.resolve('done')), 'done')
  t.ok(performance.now() - startedAt < 500)
  await end()
  t.ok(performance.now() - startedAt < 5_000, 'and the end does not wait for it')
})

function tracingSettingsOf(environment: Record<string, string>) {
  return z.object(tracingSettings).parse(environment)
}

t.teardown(() => traceWith(undefined))
