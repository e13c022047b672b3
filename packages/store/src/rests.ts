import type { WorkerStore } from './connect.ts'

/** Tenants that somebody paused or deleted, as this process knows them. */
interface Rests {
  has(tenantId: string): boolean
  close(): void
}

/** A look or a lane that is under way makes no further call after that time; nothing new is begun at once. */
const askEveryMs = 1_000

/**
 * Never rejects: while the database is away, what was last known counts.
 * @param onError told of the first of several failures in a row: until the next answer, who was paused since then is not known
 */
export async function openRests(
  { pool }: Pick<WorkerStore, 'pool'>,
  onError: (error: unknown) => void,
  everyMs = askEveryMs,
): Promise<Rests> {
  let resting: ReadonlySet<string> = new Set()
  let asking = false
  let hasFailed = false

  async function ask(): Promise<void> {
    if (asking) return
    asking = true
    try {
      const { rows } = await pool.query<{ tenant_id: string }>(
        `select tenant_id from tenant_rests where state <> 'working'`,
      )
      resting = new Set(rows.map((row) => row.tenant_id))
      hasFailed = false
    } catch (error) {
      if (!hasFailed) onError(error)
      hasFailed = true
    } finally {
      asking = false
    }
  }

  await ask()
  const timer = setInterval(() => void ask(), everyMs).unref()
  return { has: (tenantId) => resting.has(tenantId), close: () => clearInterval(timer) }
}
