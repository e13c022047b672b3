import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'

/** How often the delay is sampled, in ms; a sample can be no shorter, so this much is no delay. */
const resolution = 10

/**
 * From the moment the app listens: what is loaded and built before blocks the event loop and harms nobody.
 * @param overMs a single pause, by the garbage collector say, hardly shows among the samples of this long
 * @returns mean delay of the event loop over the last such time, in ms
 */
export function watchEventLoop(app: FastifyInstance, overMs: number): () => number {
  const delays = monitorEventLoopDelay({ resolution })
  let mean = 0
  let timer: NodeJS.Timeout | undefined
  app.addHook('onListen', (done) => {
    delays.enable()
    timer = setInterval(() => {
      if (delays.count > 0) mean = delays.mean / 1e6 - resolution
      delays.reset()
    }, overMs).unref()
    done()
  })
  app.addHook('onClose', (_app, done) => {
    clearInterval(timer)
    delays.disable()
    done()
  })
  return () => mean
}
