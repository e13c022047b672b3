import { setTimeout as rest } from 'node:timers/promises'
import { Logger, makeWorkerUtils, run, type WorkerUtils } from 'graphile-worker'
import pg from 'pg'
import { concurrency, countTo, type Queue } from './queue.ts'

const quiet = new Logger(() => () => undefined)

/**
 * @param localQueue fetched at once and kept by the process, as its makers advise for many short jobs, with completions in
 *   batches; without it, its defaults: one statement for each job that is taken and one for each that is done
 */
export async function openGraphileWorker(databaseUrl: string, localQueue: boolean): Promise<Queue> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 20 })
  const utils: WorkerUtils = await makeWorkerUtils({ pgPool: pool, logger: quiet })
  await utils.migrate()
  let due = 0
  /** Not timed: the others leave nothing to stop. */
  const stopping: Promise<void>[] = []
  return {
    async fill(amount) {
      due = amount
      await pool.query(
        `select count(*) from generate_series(1, $1::int) n, graphile_worker.add_job('touch', json_build_object('n', n))`,
        [amount],
      )
      await pool.query('analyze')
    },
    async work() {
      const counter = countTo(due)
      const runner = await run({
        ...{ pgPool: pool, logger: quiet, concurrency, noHandleSignals: true },
        taskList: { touch: () => counter.add(1) },
        ...(localQueue && {
          preset: { worker: { localQueue: { size: 4 * concurrency }, completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
        }),
      })
      await counter.done
      // The last ones are done, but not marked as done yet.
      for (;;) {
        const { rows } = await pool.query<{ left: number }>('select count(*)::int as left from graphile_worker.jobs')
        if (rows[0]?.left === 0) break
        await rest(5)
      }
      stopping.push(runner.stop())
    },
    async close() {
      await Promise.all(stopping)
      await utils.release()
      await pool.end()
    },
  }
}
