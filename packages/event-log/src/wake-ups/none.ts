import type { WakeUpWay } from './port.ts'

/** Nobody is told: polling alone sees what other processes append. Spares a connection for each process, without NATS. */
export const noWakeUps: WakeUpWay = {
  send: () => Promise.resolve(),
  listen: () => ({ ready: Promise.resolve(), close: () => Promise.resolve() }),
}
