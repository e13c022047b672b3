import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'

/** Of a process, as Linux tells it; times in ticks. */
interface Stat {
  pid: number
  parent: number
  /** Its own time, and that of its children that have ended and were waited for. */
  ticks: number
  /** Only that of those children. */
  ended: number
}

/** USER_HZ: 100 on every architecture that Node runs on. */
const ticksPerSecond = 100

function parse(stat: string): Stat {
  // The name of the program may hold spaces and parentheses; what follows the last one is numbers.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const field = (number: number): number => Number(fields[number - 3])
  const ended = field(16) + field(17)
  return { pid: Number.parseInt(stat, 10), parent: field(4), ticks: field(14) + field(15) + ended, ended }
}

async function allProcesses(): Promise<Stat[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  // One that ends while we look has been counted by its parent by then.
  const stats = await Promise.all(names.map((name) => readFile(`/proc/${name}/stat`, 'utf8').catch(() => undefined)))
  return stats.flatMap((stat) => (stat === undefined ? [] : parse(stat)))
}

/**
 * Seconds of processor time that each process has taken with all its descendants, so far. PostgreSQL works in children of its
 * server, each of which is counted by it when it ends.
 * @param roots by what they are called
 */
export async function processorTime<Name extends string>(roots: Record<Name, number>): Promise<Record<Name, number>> {
  const processes = await allProcesses()
  const byPid = new Map(processes.map((stat) => [stat.pid, stat]))
  const children = new Map<number, Stat[]>()
  for (const stat of processes) children.set(stat.parent, [...(children.get(stat.parent) ?? []), stat])
  const ticksOf = (pid: number): number =>
    (byPid.get(pid)?.ticks ?? 0) + (children.get(pid) ?? []).reduce((sum, child) => sum + ticksOf(child.pid), 0)
  const seconds = { ...roots }
  for (const name in roots) seconds[name] = ticksOf(roots[name]) / ticksPerSecond
  return seconds
}

/** The process id of the server that answers there. It must be on this machine. */
export async function serverOf(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const backend = (await allProcesses()).find(({ pid }) => pid === rows[0]?.pid)
    if (!backend) throw new Error('The database is not on this machine, so its processor time cannot be measured.')
    return backend.parent
  } finally {
    await client.end()
  }
}

/** What a process holds in memory, as Linux counts it. */
export async function residentMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024
}

/** Seconds that all took which this process started and which have ended; 0 where the system does not tell. */
export function endedSeconds(): number {
  try {
    return parse(readFileSync('/proc/self/stat', 'utf8')).ended / ticksPerSecond
  } catch {
    return 0
  }
}
