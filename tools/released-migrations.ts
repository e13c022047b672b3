import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrations } from '../packages/store/src/migration-files.ts'

const path = 'packages/store/test/released-migrations.json'

/** Digests of all migrations but the newest. What is written there stays: a released one that was edited is told by its test. */
export function releasedMigrations(root: string): [path: string, text: string] {
  const known = JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, string>
  const digestOf = (sql: string): string => createHash('sha256').update(sql).digest('hex').slice(0, 16)
  const all = migrations.slice(0, -1).map(({ name, sql }) => [name, known[name] ?? digestOf(sql)])
  return [path, `${JSON.stringify({ ...known, ...Object.fromEntries(all) }, null, 2)}\n`]
}
