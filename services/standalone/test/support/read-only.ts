import pg from 'pg'
import type { Test } from 'tap'

/** A database whose disk is full, or that is a standby, for all who are not the caller. */
interface Door {
  shut(): Promise<void>
  open(): Promise<void>
}

export async function openDoor(t: Test, databaseUrl: string): Promise<Door> {
  const admin = new pg.Client({ connectionString: databaseUrl })
  admin.on('error', () => undefined)
  await admin.connect()
  t.teardown(() => admin.end())
  const { rows } = await admin.query<{ name: string }>('select current_database() as name')
  const name = rows[0]?.name ?? ''
  /** Whoever is connected keeps what he connected with. */
  const setReadOnly = async (to: 'on' | 'off'): Promise<void> => {
    await admin.query('set default_transaction_read_only = off')
    await admin.query(`alter database "${name}" set default_transaction_read_only = ${to}`)
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()`,
      [name],
    )
  }
  return { shut: () => setReadOnly('on'), open: () => setReadOnly('off') }
}
