import PgBoss from 'pg-boss'
import { concurrency, countTo, type Queue } from './queue.ts'

const queue = 'touch'

/** Fetches and completes in batches, which is the faster of its two ways. */
export async function openPgBoss(databaseUrl: string): Promise<Queue> {
  const boss = new PgBoss({ connectionString: databaseUrl, supervise: false, schedule: false, max: 20 })
  await boss.start()
  await boss.createQueue(queue)
  let due = 0
  return {
    async fill(amount) {
      due = amount
      await boss.insert(Array.from({ length: amount }, (_, n) => ({ name: queue, data: { n } })))
    },
    /** By hand, since its own loop rests for half a second at least between two batches. */
    async work() {
      const counter = countTo(due)
      const worker = async (): Promise<void> => {
        for (;;) {
          const jobs = await boss.fetch(queue, { batchSize: concurrency })
          if (jobs.length === 0) return
          await boss.complete(
            queue,
            jobs.map(({ id }) => id),
          )
          counter.add(jobs.length)
        }
      }
      await Promise.all([worker(), worker()])
      await counter.done
    },
    close: () => boss.stop({ graceful: false }),
  }
}
