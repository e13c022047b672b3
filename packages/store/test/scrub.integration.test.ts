import { noDatabase } from '@connector/test-kit'
import pg from 'pg'
import t from 'tap'
import { scrub } from '../src/index.ts'
import { createMigratedDatabase } from './support/database.ts'

t.test(
  'files are not written anew while somebody still sees what was in them',
  { skip: noDatabase ?? false },
  async (t) => {
    const database = await createMigratedDatabase()
    const reader = new pg.Client({ connectionString: database.url, application_name: 'a long report' })
    await reader.connect()
    t.teardown(async () => {
      await reader.end()
      await database.drop()
    })
    await reader.query('begin isolation level repeatable read')
    await reader.query('select 1')
    const eraser = new pg.Client({ connectionString: database.url })
    await eraser.connect()
    await eraser.query(`delete from conversations where tenant_id = 'sklep'`)
    await eraser.query('select pg_current_xact_id()')
    await eraser.end()
    const done: string[] = []
    await t.rejects(scrub(database.url, { withLog: false, onTable: ({ table }) => void done.push(table), waitMs: 0 }), {
      code: 'store.backup_refused',
      message: /a long report.*Nothing was written anew/,
    })
    t.same(done, [])
  },
)
