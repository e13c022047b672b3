import type { FastifyInstance } from 'fastify'

/** The sandbox's own time: it runs with real time plus an offset that tests and the control routes move. */
export class SandboxClock {
  #offsetMs = 0

  now(): Date {
    return new Date(Date.now() + this.#offsetMs)
  }

  advance(ms: number): void {
    this.#offsetMs += ms
  }

  setTo(date: Date): void {
    this.#offsetMs = date.getTime() - Date.now()
  }

  reset(): void {
    this.#offsetMs = 0
  }
}

/** Every answer carries the sandbox clock in `Date`, so that a client which trusts its own clock is found out. */
export function installDateHeader(app: FastifyInstance, clock: SandboxClock): void {
  app.addHook('onSend', (_request, reply, _payload, done) => {
    reply.header('date', clock.now().toUTCString())
    done()
  })
}
