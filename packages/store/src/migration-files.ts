import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Migration, NamedMigration } from './migration.ts'

const fileName = /^(?<number>\d{4})-[a-z0-9-]+\.ts$/

/**
 * Names of migrations, in their order. A file of another kind would be passed over in silence, and of two with one number
 * nobody knows the order.
 * @throws for such
 */
export function namesOfMigrations(files: readonly string[]): string[] {
  const numbers = new Set<string>()
  return [...files].sort().map((file) => {
    const number = fileName.exec(file)?.groups?.['number']
    if (number === undefined) throw new Error(`${file} in the folder of migrations is not called 0001-what-it-does.ts.`)
    if (numbers.has(number)) throw new Error(`Two migrations have the number ${number}.`)
    numbers.add(number)
    return file.replace(/\.ts$/, '')
  })
}

async function load(name: string): Promise<NamedMigration> {
  // The beginning and the end of the path are written out, so that a bundler finds the files too.
  const { migration } = (await import(`./migrations/${name}.ts`)) as { migration?: Migration }
  if (migration === undefined) throw new Error(`${name}.ts in the folder of migrations exports no \`migration\`.`)
  return { name, ...migration }
}

/** In order; a migration, once released, is never edited. */
export const migrations: readonly NamedMigration[] = await Promise.all(
  namesOfMigrations(readdirSync(join(import.meta.dirname, 'migrations'))).map(load),
)
