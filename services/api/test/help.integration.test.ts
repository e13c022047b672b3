import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { programArguments } from '@connector/test-kit'
import t from 'tap'

const root = resolve(import.meta.dirname, '../../..')

/** A database that nobody could reach: whoever asked for it would fail. */
async function helpOf(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [...args, '--help'], {
    cwd: root,
    env: { PATH: process.env['PATH'], CONNECTOR_URL: 'nonsense' },
  })
  return stdout
}

const usage = /npm (?:start|run)|node --import tsx/

await t.test('--help needs nothing and does nothing', { jobs: 2 }, async (t) => {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  for (const name of ['start', 'operate'])
    await t.test(`${name}, as it is typed`, async (t) => {
      const [, ...args] = (manifest.scripts[name] ?? '').split(' ')
      t.match(await helpOf(...args), usage)
    })
  t.equal(manifest.scripts['start:api'], `${manifest.scripts['start'] ?? ''} --authenticated`)

  const programs = [
    ...['migrate', 'restored', 'operate'].map((name) =>
      (manifest.scripts[name] ?? '').replace('node --import tsx ', ''),
    ),
    ...['create-operator-key', 'rotate-master-key'].map((name) => `services/api/src/${name}.ts`),
    // Of a command that destroys, and of one that is not asked of the API.
    ...['scrub', 'copy-log'].map((name) => `services/api/src/operate.ts ${name}`),
  ]
  for (const program of programs)
    await t.test(program, async (t) => {
      const [file = '', ...args] = program.split(' ')
      t.match(await helpOf(...programArguments(file), ...args), usage, 'it says how it is used')
    })
})
