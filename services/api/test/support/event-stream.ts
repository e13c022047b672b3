import { until } from '@connector/test-kit'
import type { Test } from './api.ts'

export interface EventStream {
  status: number
  contentType: string | null
  /** All that has come so far. */
  text(): string
  /** Waits until that many `change` events have come; their data and ids, oldest first. */
  changes(count: number): Promise<{ id: string; data: string }[]>
  /** Resolves when the server has ended the stream. */
  ended: Promise<void>
  close(): void
}

const change = /id: (.+)\nevent: change\ndata: (.+)\n\n/g

/** Reads server-sent events as they come. */
export async function openEventStream(
  test: Test,
  url: string,
  headers: Record<string, string> = {},
): Promise<EventStream> {
  const stop = new AbortController()
  test.teardown(() => stop.abort())
  const answer = await fetch(url, { headers, signal: stop.signal })
  let text = ''
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder()
    const chunks: AsyncIterable<Uint8Array> | null = answer.body
    try {
      for await (const chunk of chunks ?? []) text += decoder.decode(chunk, { stream: true })
    } catch (error) {
      // Our own end of the stream; any other is a failure.
      if (!stop.signal.aborted) throw error
    }
  }
  const ended = read()
  const received = () => [...text.matchAll(change)].map(([, id = '', data = '']) => ({ id, data }))
  return {
    status: answer.status,
    contentType: answer.headers.get('content-type'),
    text: () => text,
    changes: (count) =>
      until(`${count} changes`, () => {
        const found = received()
        return found.length >= count ? found : undefined
      }),
    ended,
    close: () => stop.abort(),
  }
}
