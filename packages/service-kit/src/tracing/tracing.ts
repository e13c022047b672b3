import { AsyncLocalStorage } from 'node:async_hooks'
import type { Span, SpanOptions, Tracer } from './port.ts'

/** One for the whole process, as its log is; undefined unless somebody wants traces. */
let tracer: Tracer | undefined

const around = new AsyncLocalStorage<Span>()

const nothing: Span = { traceparent: undefined, tell: () => undefined, failed: () => undefined }

/** From now on spans go there; undefined ends it. */
export function traceWith(next: Tracer | undefined): void {
  tracer = next
}

/** Where the work under way belongs in its trace; undefined where nobody keeps one. */
export const currentTraceparent = (): string | undefined => (tracer ? around.getStore()?.traceparent : undefined)

/** Does the work as one span of the trace around it. Without tracing it is the work alone. */
export async function inSpan<T>(name: string, options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T> {
  if (!tracer) return work(nothing)
  const span = tracer.start(name, { ...options, parent: options.parent ?? currentTraceparent() })
  try {
    return await around.run(span, () => work(span))
  } catch (error) {
    span.failed(error instanceof Error ? error.name : 'unknown')
    throw error
  } finally {
    span.end()
  }
}
