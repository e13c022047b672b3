/**
 * `npm test`, or `npm test -- path/to/one.test.ts folder --grep=…`: starts one PostgreSQL for the whole run, makes plain
 * JavaScript of the test files and runs that with tap; each file makes a database of its own in that server. With
 * TEST_DATABASE_URL set, that server is used.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { buildConsole } from '@connector/console'
import { removeDatabase, startEmbeddedDatabase, type EmbeddedDatabase } from '@connector/embedded-database'
import { processorTime, serverOf } from './processor-time.ts'
import { buildTests, testFiles } from './test-build.ts'
import { createPositions } from './test-positions.ts'

const root = resolve(import.meta.dirname, '..')

/** Ends with the code of the child, and with it when this process is told to end. */
async function ended(child: ChildProcess): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((done) => child.on('exit', (code) => done(code ?? 1)))
}

const memory = '/dev/shm'
const memoryNeeded = 2 * 1024 ** 3

/**
 * Where the server's files lie: in memory where there is room. A new database is 500 files, and most tests make one: 0.3 to 0.8 s of
 * processor time on a disk, 0.05 s in memory.
 */
async function databasePlace(): Promise<string> {
  const free = await statfs(memory).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  )
  const folder = await mkdtemp(join(free > memoryNeeded ? memory : tmpdir(), 'connector-test-'))
  // When root starts this, the server runs as somebody else, who must get in.
  await chmod(folder, 0o755)
  return folder
}

async function* linesOf(stream: Readable, changed: (line: string) => string): AsyncGenerator<string> {
  for await (const line of createInterface({ input: stream })) yield `${changed(line)}\n`
}

/** What the test files say goes through tap, which keeps it and shows what failed. */
async function runTests(files: string[], databaseUrl: string, results: string): Promise<number> {
  const reporter = process.stdout.isTTY ? 'terse' : 'min'
  const tests = spawn(process.execPath, [join(built, testFiles)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      TEST_DATABASE_URL: databaseUrl,
      TEST_BUILD: built,
      TEST_FILES: files.join('\n'),
      // A Node from 22 on keeps there what it made of each file that it loaded; an older one takes no notice.
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? join(built, 'compiled'),
    },
  })
  const tap = spawn(
    resolve(root, 'node_modules/.bin/tap'),
    [`--output-file=${results}`, `--reporter=${reporter}`, '--allow-empty-coverage', ...options, '-'],
    { cwd: root, stdio: ['pipe', 'inherit', 'inherit'] },
  )
  const inSources = createPositions(built, root)
  const told = [
    pipeline(() => linesOf(tests.stdout, inSources), tap.stdin),
    pipeline(() => linesOf(tests.stderr, inSources), process.stderr, { end: false }),
  ]
  const codes = await Promise.all([ended(tests), ended(tap)])
  await Promise.all(told)
  return Math.max(...codes)
}

/** What the files said ends with `# { total: 3, pass: 2, fail: 1 }`; a plain line of the same is easier to read and to grep. */
async function closingLine(results: string): Promise<string> {
  const output = await readFile(results, 'utf8')
  const counts = output.split('\n').find((line) => line.startsWith('# { total:')) ?? ''
  const count = (name: string): number => Number(new RegExp(`${name}: (\\d+)`).exec(counts)?.[1] ?? 0)
  for (const [, file] of output.matchAll(/^ *not ok \d+ - (\S+\.test\.ts) /gm)) console.log(`failed: ${file}`)
  for (const skipped of new Set(output.match(/^.*# SKIP.*$/gm) ?? [])) console.log(`skipped: ${skipped.trim()}`)
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  return `${count('pass')} passed, ${count('fail')} failed, ${count('skip') + count('todo')} skipped in ${seconds} s`
}

/** What the server took with all that it started, where the system tells of its processes. */
async function databaseLine(url: string): Promise<string> {
  const seconds = await serverOf(url)
    .then((server) => processorTime({ server }))
    .then(({ server }) => server.toFixed(1))
    .catch(() => 'an unknown number of')
  return `${seconds} s of processor time of the database`
}

/** Whatever starts the whole product, or looks at what was built. */
const needsConsole = (test: string): boolean =>
  /^(apps\/console|services\/standalone)\/.*\.(e2e|browser|integration)\./.test(test)

const startedAt = performance.now()
const options = process.argv.slice(2).filter((argument) => argument.startsWith('-'))
const paths = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
const work = await mkdtemp(join(tmpdir(), 'connector-test-'))
const place = await databasePlace()
const databaseFolder = join(place, 'database')
// Inside the project, or tap would not be found from there.
await mkdir(join(root, 'dist'), { recursive: true })
const built = await mkdtemp(join(root, 'dist/tests-'))
const given = process.env['TEST_DATABASE_URL']
let database: EmbeddedDatabase | undefined
let code = 1
try {
  const tests = await buildTests(root, paths, built)
  // Once, before several tests would do it at the same moment.
  if (tests.some(needsConsole)) await buildConsole()
  if (given === undefined)
    database = await startEmbeddedDatabase({
      folder: databaseFolder,
      durable: false,
      settings: { max_connections: 300, max_wal_size: '256MB' },
    })
  const results = join(work, 'results.tap')
  const files = tests.map((test) => join(built, test.replace(/ts$/, 'mjs')))
  code = await runTests(files, database?.url ?? given ?? '', results)
  if (database) console.log(await databaseLine(database.url))
  console.log(await closingLine(results))
  if (code !== 0) console.log(`all that the files said, with what is no more than a comment: ${results}`)
} finally {
  await database?.stop()
  await removeDatabase(databaseFolder)
  const nobodyReads = code === 0 ? [work] : []
  await Promise.all([...nobodyReads, place, built].map((folder) => rm(folder, { recursive: true, force: true })))
}
process.exit(code)
