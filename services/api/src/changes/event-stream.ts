import { PassThrough, type Readable } from 'node:stream'

/** Twenty changes. What a reader has not taken beyond that is worth nothing to it: each says only that it should look. */
const bufferedBytes = 2_048

/** Heartbeats in a row that a reader may leave no room for. With one every 15 s it is gone after a minute. */
const missedBeats = 4

/** One caller's stream of server-sent events; its buffer is bounded, whatever the reader does. */
export interface EventStream {
  readable: Readable
  /** Dropped while the reader does not keep up: it gets fewer hints, not a growing buffer. */
  send(text: string): void
  /** Keeps proxies from taking a quiet stream for a dead one, and ends one that nobody reads. */
  beat(): void
  end(): void
}

export function createEventStream(): EventStream {
  const stream = new PassThrough({ highWaterMark: bufferedBytes })
  let missed = 0
  const send = (text: string): void => {
    if (!stream.writableNeedDrain && stream.writable) stream.write(text)
  }
  return {
    readable: stream,
    send,
    beat() {
      missed = stream.writableNeedDrain || stream.writableEnded ? missed + 1 : 0
      // Not `end`, which would wait for the reader.
      if (missed >= missedBeats) stream.destroy()
      else send(': heartbeat\n\n')
    },
    end() {
      if (stream.writableNeedDrain) stream.destroy()
      else stream.end()
    },
  }
}
