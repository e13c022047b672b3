import { connect } from 'node:net'

/** How often it is looked whether the server still lives. */
const lookEveryMs = 500

/** Between two tries to start a server that does not start. */
const retryMs = 2_000

/** A living server takes a connection at once, however busy it is; on the same machine only a dead one refuses. */
function refusesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const answer = (isRefused: boolean) => () => {
      socket.destroy()
      resolve(isRefused)
    }
    socket.on('connect', answer(false))
    socket.on('error', answer(true))
  })
}

export interface Watch {
  /** Resolves when nothing will be started any more. */
  stop(): Promise<void>
}

/**
 * Starts a server again that has died. Whoever uses it sees broken connections and tries again, as when a database
 * elsewhere restarts. It is known by its port and not by its process, which may stay as a zombie in a container.
 */
export function watchServer(options: {
  port: number
  start: () => Promise<void>
  /** Whether somebody else serves the folder by now: then it is his. */
  isTakenOver: () => Promise<boolean>
  onDeath: () => void
  onError: (error: unknown) => void
}): Watch {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let work = Promise.resolve()

  async function look(): Promise<void> {
    let rest = lookEveryMs
    if (await refusesConnections(options.port)) {
      try {
        if (await options.isTakenOver()) return
        options.onDeath()
        await options.start()
      } catch (error) {
        options.onError(error)
        rest = retryMs
      }
    }
    schedule(rest)
  }

  function schedule(ms: number): void {
    if (stopped) return
    timer = setTimeout(() => {
      work = look()
    }, ms)
    // It must not keep a process alive that has nothing else to do.
    timer.unref()
  }

  schedule(lookEveryMs)
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await work
    },
  }
}
