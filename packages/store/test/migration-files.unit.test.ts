import t from 'tap'
import { migrations, namesOfMigrations } from '../src/migration-files.ts'

t.test('migrations are in the order of their numbers, whatever order their files come in', (t) => {
  t.same(namesOfMigrations(['0010-later.ts', '0002-second.ts', '0001-first.ts']), [
    '0001-first',
    '0002-second',
    '0010-later',
  ])
  t.end()
})

t.test('a file that would be passed over, or whose place is not known, stops everything', (t) => {
  t.throws(() => namesOfMigrations(['0001-first.ts', 'second.ts']), /second\.ts .* is not called 0001-what-it-does\.ts/)
  t.throws(() => namesOfMigrations(['0001-first.ts', '0002-second.sql']), /0002-second\.sql/)
  t.throws(() => namesOfMigrations(['0002-second.ts', '0002-too.ts']), /number 0002/)
  t.end()
})

t.test('those of the folder are found', (t) => {
  t.match(migrations[0], { name: '0001-read-models', sql: /create table tenants/ })
  t.match(migrations[2], { name: '0003-status', sql: /conversations_with_replies_pending/ })
  t.end()
})
