/**
 * `npm run fuzz`: sends many right, nearly right and hostile requests, made from the OpenAPI document, to an API with a
 * database and both sandboxes, and prints every answer that is not as the document says. `-- --seed 7` makes the same
 * requests again, `--only getTenant` only those of one operation, `--count` more or fewer of them.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { removeDatabase, startEmbeddedDatabase } from '@connector/embedded-database'
import { fuzz } from '../services/api/test/fuzz/campaign.ts'
import { inWords } from '../services/api/test/fuzz/report.ts'
import { startWorld } from '../services/api/test/fuzz/world.ts'

const { values } = parseArgs({
  options: { seed: { type: 'string' }, only: { type: 'string' }, count: { type: 'string', default: '21000' } },
})
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
console.log(`seed ${seed}`)

const work = await mkdtemp(join(tmpdir(), 'connector-fuzz-'))
const database = await startEmbeddedDatabase({ folder: join(work, 'database'), durable: false })
process.env['TEST_DATABASE_URL'] = database.url
const ends: (() => unknown)[] = []
try {
  const world = await startWorld({ teardown: (end) => ends.unshift(end) })
  const report = await fuzz(world, { seed, count: Number(values.count), only: values.only })
  console.log(inWords(report))
  process.exitCode = report.faults.length > 0 ? 1 : 0
} finally {
  for (const end of ends) await end()
  await database.stop()
  await removeDatabase(join(work, 'database'))
  await rm(work, { recursive: true, force: true })
}
