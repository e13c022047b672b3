import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'

const root = resolve(import.meta.dirname, '../../..')

/** Commands that people run against a service; the tools of developers are not among them. */
const ofPeople = ['start', 'start:api', 'migrate', 'restored', 'operate']

await t.test('--help needs nothing and does nothing', { jobs: 2 }, async (t) => {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  const commands = [
    ...ofPeople.map((name) => manifest.scripts[name] ?? ''),
    ...['create-operator-key', 'rotate-master-key'].map((name) => `node --import tsx services/api/src/${name}.ts`),
  ]
  for (const command of commands)
    await t.test(command, async (t) => {
      const [, ...args] = command.split(' ')
      // A database that nobody could reach: whoever asked for it would fail.
      const { stdout } = await promisify(execFile)(process.execPath, [...args, '--help'], {
        cwd: root,
        env: { PATH: process.env['PATH'], CONNECTOR_URL: 'nonsense' },
      })
      t.match(stdout, /npm (?:start|run)|node --import tsx/, 'it says how it is used')
    })
})
