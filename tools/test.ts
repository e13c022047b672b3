/**
 * `npm test`, or `npm test -- path/to/one.test.ts folder --grep=…`: starts one PostgreSQL for the whole run, makes plain
 * JavaScript of the test files and runs that with tap; each file makes a database of its own in that server. With
 * TEST_DATABASE_URL set, that server is used.
 */
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { startEmbeddedDatabase, type EmbeddedDatabase } from '@connector/embedded-database'
import { buildTests } from './test-build.ts'

const root = resolve(import.meta.dirname, '..')

async function tap(args: string[], environment: NodeJS.ProcessEnv = {}): Promise<number> {
  const child = spawn(resolve(root, 'node_modules/.bin/tap'), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((done) => child.on('exit', (code) => done(code ?? 1)))
}

/** Says with which settings tap was built; gone with `node_modules`, as after `npm ci`. */
const builtMark = resolve(root, 'node_modules/.cache/tap-built')

/**
 * tap builds its own class from the plugins listed in .taprc when they differ from what it was built with, as after
 * `npm ci`; but the run in which it does so still goes with the old list, and every file fails. So it is built first.
 */
async function buildTap(): Promise<void> {
  const wanted = await readFile(resolve(root, '.taprc'), 'utf8')
  if ((await readFile(builtMark, 'utf8').catch(() => '')) === wanted) return
  if ((await tap(['build'])) !== 0) throw new Error('tap could not be built from the plugins in .taprc.')
  await mkdir(dirname(builtMark), { recursive: true })
  await writeFile(builtMark, wanted)
}

function runTap(files: string[], databaseUrl: string, results: string): Promise<number> {
  const reporter = process.stdout.isTTY ? 'terse' : 'min'
  return tap([`--output-file=${results}`, `--reporter=${reporter}`, ...options, ...files], {
    TEST_DATABASE_URL: databaseUrl,
    TEST_BUILD: built,
  })
}

/** tap closes its output with `# { total: 3, pass: 2, fail: 1 }`; a plain line of the same is easier to read and to grep. */
async function closingLine(results: string): Promise<string> {
  const output = await readFile(results, 'utf8')
  const counts = output.split('\n').findLast((line) => line.startsWith('# { total:')) ?? ''
  const count = (name: string): number => Number(new RegExp(`${name}: (\\d+)`).exec(counts)?.[1] ?? 0)
  for (const [, file] of output.matchAll(/^not ok \d+ - dist\/tests-\w+\/(\S+)\.mjs/gm))
    console.log(`failed: ${file}.ts`)
  for (const skipped of new Set(output.match(/^.*# SKIP.*$/gm) ?? [])) console.log(`skipped: ${skipped.trim()}`)
  return `${count('pass')} passed, ${count('fail')} failed, ${count('skip') + count('todo')} skipped`
}

const options = process.argv.slice(2).filter((argument) => argument.startsWith('-'))
const paths = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
const work = await mkdtemp(join(tmpdir(), 'connector-test-'))
// Inside the project, or tap would not be found from there.
await mkdir(join(root, 'dist'), { recursive: true })
const built = await mkdtemp(join(root, 'dist/tests-'))
const given = process.env['TEST_DATABASE_URL']
let database: EmbeddedDatabase | undefined
let code = 1
try {
  const [tests] = await Promise.all([buildTests(root, paths, built), buildTap()])
  if (given === undefined)
    database = await startEmbeddedDatabase({
      folder: join(work, 'database'),
      durable: false,
      settings: { max_connections: 800 },
    })
  const results = join(work, 'results.tap')
  const files = tests.map((test) => relative(root, join(built, test.replace(/ts$/, 'mjs'))))
  code = await runTap(files, database?.url ?? given ?? '', results)
  console.log(await closingLine(results))
} finally {
  await database?.stop()
  await Promise.all([work, built].map((folder) => rm(folder, { recursive: true, force: true })))
}
process.exit(code)
