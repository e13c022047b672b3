import { spawn, type ChildProcess } from 'node:child_process'
import { askNodes, hostsOf, type Member } from './event-store-nodes.ts'
import { until } from './until.ts'

const command = process.env['EVENTSTORE_CLUSTER'] ?? ''
const url = process.env['EVENTSTORE_URL'] ?? ''
const hosts = hostsOf(url)
const gossipOf = askNodes(url)

/** Why tests that kill and freeze nodes of an EventStoreDB cannot run here; undefined if they can. Print it as the reason of the skip. */
export const noEventStoreCluster: string | undefined =
  command === '' || hosts.length < 3
    ? 'EVENTSTORE_CLUSTER names no program that runs a node of an EventStoreDB (its argument: 1, 2 or 3; in the foreground), or EVENTSTORE_URL does not name the three: no leader is killed or frozen here'
    : undefined

export interface EventStoreCluster {
  /** Of a majority; waits for one. */
  leader: () => Promise<number>
  /** At once, as when the machine loses its power. It stays away until it is started. */
  kill: (node: number) => Promise<void>
  start: (node: number) => void
  /** It keeps its connections and does nothing. */
  freeze: (node: number) => void
  thaw: (node: number) => void
  /** How often a node ended by itself and was started again, as by a supervisor. */
  restarts: () => number
  /** Waits until all three are there again, one of them as the leader. */
  whole: () => Promise<void>
  remove: () => Promise<void>
}

/** The server takes every EVENTSTORE_… for an option of its own, and does not start with one that it does not know. */
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('EVENTSTORE_')))

/** Three that start at once take 30 s of a processor, and may elect more than once where it is busy. */
const startsWithinMs = 400_000

/** More are a program that cannot run at all. */
const mostRestarts = 10

const portOf = (host: string): number => Number(host.split(':')[1])

/** The three nodes that `EVENTSTORE_URL` names, each a process of its own. */
export async function startEventStoreCluster(): Promise<EventStoreCluster> {
  const running = new Map<number, ChildProcess>()
  let count = 0

  function start(node: number): void {
    const child = spawn(command, [String(node + 1)], { stdio: 'ignore', env: environment })
    running.set(node, child)
    child.once('exit', () => {
      if (running.get(node) !== child) return
      // By itself, as a leader does that was frozen and must take back what the others do not have.
      count += 1
      if (count <= mostRestarts) start(node)
      else running.delete(node)
    })
  }

  async function end(node: number): Promise<void> {
    const child = running.get(node)
    running.delete(node)
    if (!child) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }

  const seenByAll = async (): Promise<(Member[] | undefined)[]> => Promise.all(hosts.map(gossipOf))

  const leader = (): Promise<number> =>
    until('a leader that two nodes know', async () => {
      const leaders = (await seenByAll()).map(
        (members) => members?.find(({ state, isAlive }) => isAlive && state === 'Leader')?.httpEndPointPort,
      )
      const known = hosts.findIndex((host) => leaders.filter((port) => port === portOf(host)).length >= 2)
      return known < 0 ? undefined : known
    })

  /** The leader of three that are at work, as one of them knows it; a leader that was frozen goes on knowing of itself for a while. */
  const leaderOfThree = (members: Member[] | undefined): number | undefined => {
    const working =
      members?.filter(({ state, isAlive }) => isAlive && (state === 'Leader' || state === 'Follower')) ?? []
    const leaders = working.filter(({ state }) => state === 'Leader')
    return working.length === 3 && leaders.length === 1 ? leaders[0]?.httpEndPointPort : undefined
  }

  const whole = async (): Promise<void> => {
    const agreed = async (): Promise<number | undefined> => {
      const [first, ...others] = (await seenByAll()).map(leaderOfThree)
      return others.every((one) => one === first) ? first : undefined
    }
    await until('all three nodes', agreed, startsWithinMs)
  }

  const remove = async (): Promise<void> => {
    await Promise.all([...running.keys()].map(end))
  }

  for (const node of hosts.keys()) start(node)
  await whole().catch(async (error: unknown) => {
    await remove()
    throw error
  })
  return {
    leader,
    kill: end,
    start,
    freeze: (node) => void running.get(node)?.kill('SIGSTOP'),
    thaw: (node) => void running.get(node)?.kill('SIGCONT'),
    restarts: () => count,
    whole,
    remove,
  }
}
