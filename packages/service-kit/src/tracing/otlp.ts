/**
 * Traces by OpenTelemetry, over HTTP. Import it dynamically, so that nobody who wants no traces loads it. All of it is plain JavaScript;
 * the globals of OpenTelemetry are left alone, so nothing else in the process is traced.
 */
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Context } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-base'
import type { Tracer } from './port.ts'

export interface OtlpOptions {
  service: string
  /** Address of the collector, without `/v1/traces`. */
  endpoint: string
  headers: Record<string, string>
  /** Of the traces that begin here, between 0 and 1; what another service has begun goes on as it was. */
  share: number
  /** Spans did not arrive. */
  onError: (error: unknown) => void
}

const sendWithinMs = 5_000

/** What is not sent at the end is given this long. */
const closeWithinMs = 2_000

const traceparentFormat = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/

function contextOf(traceparent: string | undefined): Context {
  const [, traceId, spanId, flags] = traceparentFormat.exec(traceparent ?? '') ?? []
  if (traceId === undefined || spanId === undefined || flags === undefined) return ROOT_CONTEXT
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true })
}

/** Tells of what did not arrive; the spans are dropped, since nothing may wait for a collector. */
function reporting(exporter: SpanExporter, onError: (error: unknown) => void): SpanExporter {
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        if (result.error) onError(result.error)
        done(result)
      }),
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
  }
}

export function createOtlpTracer({ service, endpoint, headers, share, onError }: OtlpOptions): Tracer {
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/+$/, '')}/v1/traces`,
    headers,
    timeoutMillis: sendWithinMs,
  })
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.namespace': 'connector', 'service.name': `connector-${service}` }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new BatchSpanProcessor(reporting(exporter, onError), { scheduledDelayMillis: 1_000 })],
  })
  const tracer = provider.getTracer('connector')
  return {
    start(name, { facts = {}, kind = 'internal', parent }) {
      const span = tracer.startSpan(
        name,
        { kind: kind === 'client' ? SpanKind.CLIENT : SpanKind.INTERNAL, attributes: { ...facts } },
        contextOf(parent),
      )
      const { traceId, spanId } = span.spanContext()
      return {
        // What is not kept is not written into events either: it would lead nowhere.
        traceparent: span.isRecording() ? `00-${traceId}-${spanId}-01` : undefined,
        tell: (more) => void span.setAttributes({ ...more }),
        failed: (word) => void span.setStatus({ code: SpanStatusCode.ERROR, message: word }),
        end: () => span.end(),
      }
    },
    async close() {
      const late = new Promise<void>((resolve) => setTimeout(resolve, closeWithinMs).unref())
      await Promise.race([provider.shutdown().catch(() => undefined), late])
    },
  }
}
