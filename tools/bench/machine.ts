import { cpus, loadavg, totalmem } from 'node:os'
import pg from 'pg'

/** What the numbers were measured on. */
export interface Machine {
  processor: string
  cores: number
  memoryGiB: number
  node: string
  postgresql: string
  /** Off means that a power cut may lose data, and that the numbers are worth less. */
  fsync: string
  synchronousCommit: string
  /** Processes that wanted a core in the last minute, before we began: above 0 others were at work too. */
  loadBefore: number
}

export async function describeMachine(databaseUrl: string): Promise<Machine> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const setting = async (name: string): Promise<string> => {
      const { rows } = await client.query<{ value: string }>('select current_setting($1) as value', [name])
      return rows[0]?.value ?? ''
    }
    return {
      processor: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      node: process.version,
      postgresql: await setting('server_version'),
      fsync: await setting('fsync'),
      synchronousCommit: await setting('synchronous_commit'),
      loadBefore: loadavg()[0] ?? 0,
    }
  } finally {
    await client.end()
  }
}

export const machineText = (machine: Machine): string =>
  `${machine.cores} cores (${machine.processor}), ${machine.memoryGiB} GiB, Node ${machine.node}, ` +
  `PostgreSQL ${machine.postgresql} with fsync ${machine.fsync} and synchronous_commit ${machine.synchronousCommit}, ` +
  `load before the run ${machine.loadBefore.toFixed(1)}`
