/** Changes come by themselves; this only keeps the times of the last looks true, and finds the way back after a cut. */
const refreshMs = 5000
const retryMs = 2000
/** A burst of changes is one reload. */
const gatherMs = 200

/**
 * Reloads on every change, every few seconds, and at once when the page is looked at again; never twice at a time.
 * @param {{ refresh: () => Promise<void>, listen: () => EventSource, isLost: () => boolean }} options
 */
export function keepFresh({ refresh, listen, isLost }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer
  let dueAt = Infinity
  const round = { isRunning: false, isWanted: false }
  /** @type {EventSource | undefined} */
  let changes

  function connect() {
    if (changes && changes.readyState !== EventSource.CLOSED) return
    const source = listen()
    source.addEventListener('change', () => soon(gatherMs))
    source.addEventListener('error', () => {
      // After a cut the browser tries again by itself. It gives up on an answer that is an error: then the next round does.
      if (source.readyState !== EventSource.CLOSED) soon(gatherMs)
    })
    changes = source
  }

  /** @param {number} ms */
  function soon(ms) {
    if (round.isRunning) {
      round.isWanted = true
      return
    }
    // Never later than already planned, or a stream of changes would put it off for ever.
    if (Date.now() + ms >= dueAt) return
    clearTimeout(timer)
    dueAt = Date.now() + ms
    timer = setTimeout(() => void run(), ms)
  }

  const nextMs = () => (round.isWanted ? gatherMs : refreshMs)

  async function run() {
    round.isRunning = true
    round.isWanted = false
    dueAt = Infinity
    if (!isLost()) connect()
    await refresh()
    round.isRunning = false
    soon(isLost() ? retryMs : nextMs())
  }

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') soon(0)
  })
  void run()
}
