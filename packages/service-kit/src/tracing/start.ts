import { z } from 'zod'
import type { Log } from '../log.ts'
import { traceWith } from './tracing.ts'

export const tracingSettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'OpenTelemetry collector that takes traces by HTTP, such as `http://collector:4318`: a look, what it appended, and the writes that followed are one trace. Unset: nothing is traced.',
    ),
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .regex(/^[^=,\s]+=[^,]*(,[^=,\s]+=[^,]*)*$/, 'Such as api-key=value, with commas between several')
    .optional()
    .describe('Headers for it, such as `api-key=…`, with commas between several.'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(1)
    .describe('Share of the traces that is kept: 1 for all, 0.05 for one of twenty.'),
}

type TracingSettings = z.infer<z.ZodObject<typeof tracingSettings>>

/** A collector that is away is told of this often. */
const tellEveryMs = 600_000

const headersOf = (text = ''): Record<string, string> =>
  Object.fromEntries(
    text.split(',').flatMap((one) => {
      const [name = '', ...value] = one.split('=')
      return name === '' ? [] : [[name.trim(), decodeURIComponent(value.join('=').trim())] as const]
    }),
  )

/** Traces from now on, where the settings name a collector. @returns ends it */
export async function startTracing(
  settings: TracingSettings,
  service: string,
  logger: Log,
): Promise<() => Promise<void>> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = settings
  if (endpoint === undefined) return () => Promise.resolve()
  const { createOtlpTracer } = await import('./otlp.ts')
  let toldAt = -Infinity
  const tracer = createOtlpTracer({
    ...{ service, endpoint, headers: headersOf(settings.OTEL_EXPORTER_OTLP_HEADERS) },
    share: settings.OTEL_TRACES_SAMPLER_ARG,
    onError(error) {
      if (performance.now() - toldAt < tellEveryMs) return
      toldAt = performance.now()
      logger.warn({ error }, 'Traces do not reach the collector and are dropped')
    },
  })
  traceWith(tracer)
  return async () => {
    traceWith(undefined)
    await tracer.close()
  }
}
