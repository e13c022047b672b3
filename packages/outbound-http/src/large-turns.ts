import pLimit, { type LimitFunction } from 'p-limit'

/** Of all hosts together: each takes 48 MB and more while it is read, and a process has to hold them. */
const inAll = pLimit(3)

const ofHosts = new Map<string, LimitFunction>()

/**
 * What is larger than usual is read in turns, one of a host and three in a process at a time: several more would not fit. A host
 * that sends slowly, or never ends, holds up its own for as long as their calls may take, and leaves two places to the others.
 */
export async function atLargeTurn<T>(host: string, task: () => Promise<T>): Promise<T> {
  const ofHost = ofHosts.get(host) ?? pLimit(1)
  ofHosts.set(host, ofHost)
  try {
    return await ofHost(() => inAll(task))
  } finally {
    if (ofHost.activeCount + ofHost.pendingCount === 0) ofHosts.delete(host)
  }
}
