/** The only things a span may tell: ids, words of a list and numbers. A text, a name, an address or a key has no place in one. */
export interface SpanFacts {
  'connector.tenant'?: string
  'connector.integration'?: string
  'connector.thread'?: string
  'connector.stream'?: string
  'connector.events'?: string
  'connector.side'?: string
  'connector.effect'?: string
  'connector.attempt'?: number
  'connector.outcome'?: string
  'http.request.method'?: string
  'server.address'?: string
}

/** A piece of work, with its beginning and its end, in a trace. */
export interface Span {
  /** As W3C Trace Context has it; undefined where nobody keeps this trace. */
  traceparent: string | undefined
  tell(facts: SpanFacts): void
  /** It did not do what it was for. @param word of a list; the message of an error may hold anything */
  failed(word: string): void
}

export interface SpanOptions {
  facts?: SpanFacts
  /** `client`: a call to the outside. */
  kind?: 'internal' | 'client'
  /** What led to it, where that is not the work around it: a traceparent. */
  parent?: string | undefined
}

/** Makes spans and sends them away. */
export interface Tracer {
  start(name: string, options: SpanOptions): Span & { end(): void }
  /** Sends what is not sent yet, for a moment. */
  close(): Promise<void>
}
