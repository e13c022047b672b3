import { readFileSync } from 'node:fs'
import pg from 'pg'

/** Linux counts in hundredths of a second, whatever the machine. */
const ticksPerSecond = 100

interface ProcessorTime {
  /** Of the process itself, in seconds. */
  own: number
  /** Of all that it started and that have ended. */
  ended: number
}

/** 0 where the system does not tell. */
export function processorTime(process: number | 'self'): ProcessorTime {
  try {
    const stat = readFileSync(`/proc/${process}/stat`, 'utf8')
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 15)
      .map((ticks) => Number(ticks) / ticksPerSecond)
    return { own: user + system, ended: endedUser + endedSystem }
  } catch {
    return { own: 0, ended: 0 }
  }
}

function childrenOf(process: number): number[] {
  try {
    const children = readFileSync(`/proc/${process}/task/${process}/children`, 'utf8')
    return children.split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

/**
 * What a PostgreSQL server on this machine has needed since it was started, in seconds: itself, each connection that it served,
 * and what works beside them. 0 where nobody tells.
 * @param url of a superuser
 */
export async function databaseSeconds(url: string): Promise<number> {
  const client = new pg.Client(url)
  try {
    await client.connect()
    const { rows } = await client.query<{ pid: number }>(
      "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::integer as pid",
    )
    const pid = rows[0]?.pid
    if (pid === undefined) return 0
    const { own, ended } = processorTime(pid)
    return childrenOf(pid).reduce((sum, child) => sum + processorTime(child).own, own + ended)
  } catch {
    return 0
  } finally {
    await client.end().catch(() => undefined)
  }
}
