import type { NatsLink } from '@connector/nats'
import type { WakeUpWay } from './port.ts'

/** Two parts, so that the stream of the public feed, whose subjects have four, does not keep them. */
const subjectOf = (prefix: string): string => `${prefix}.wake`

/**
 * Wake-ups by core NATS: fire and forget, nothing is kept. While NATS is away they are not sent at all, since whoever connects
 * again wakes without cause.
 */
export function createNatsWakeUps(link: NatsLink, prefix: string): WakeUpWay {
  const subject = subjectOf(prefix)
  return {
    send(sender) {
      link.current()?.publish(subject, sender)
      return Promise.resolve()
    },
    listen({ onWake, onError }) {
      const end = link.onConnected((connection) => {
        try {
          connection.subscribe(subject, {
            callback: (error, message) => (error ? onError(error) : onWake(message.string())),
          })
          // Something may have been missed. Not before the server knows that we listen, or between the two it would be missed again.
          connection.flush().then(() => onWake(), onError)
        } catch (error) {
          // It was lost in this moment; the next one is listened on.
          onError(error)
        }
      })
      return {
        ready: link.ready,
        close() {
          end()
          return Promise.resolve()
        },
      }
    },
  }
}
