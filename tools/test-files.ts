/**
 * The one file that tap is given: starts every test file as a plain process of its own, some side by side. By NODE_OPTIONS
 * tap has each load what records coverage, which takes 1.2 to 4.5 s of processor time a file and is therefore unset.
 */
import t from 'tap'
import { z } from 'zod'
import { endedSeconds } from './processor-time.ts'
import { createTurns } from './test-turns.ts'

const settings = z
  .object({
    /** Paths of plain JavaScript, one a line; those that take longest first. */
    TEST_FILES: z.string().transform((lines) => lines.split('\n')),
    TEST_BUILD: z.string(),
    /** One more than two cores: of three there is always one that waits. */
    TEST_JOBS: z.coerce.number().default(3),
    /** While processors are idle. Each more makes leases and waits of end-to-end tests run out sooner when all compute at once. */
    TEST_JOBS_IDLE: z.coerce.number().default(6),
    /** One that hangs says so by itself earlier: `until` gives up after two minutes. */
    TEST_FILE_SECONDS: z.coerce.number().default(600),
  })
  .parse(process.env)

const fileTimeoutMs = settings.TEST_FILE_SECONDS * 1_000
// Without it tap gives a file 30 s, and a busy machine needs more for some.
const env = { ...process.env, TAP_TIMEOUT: String(fileTimeoutMs / 1_000) }

/** Of each file. Two that end at the very same moment are counted as one. */
const costs: { name: string; seconds: number }[] = []
let seen = endedSeconds()

function costOf(name: string): string {
  const now = endedSeconds()
  const seconds = now - seen
  seen = now
  if (seconds === 0) return ''
  costs.push({ name, seconds })
  return `, ${seconds.toFixed(1)} s of processor time`
}

const most = 10

process.on('exit', () => {
  if (costs.length <= most) return
  const total = costs.reduce((sum, { seconds }) => sum + seconds, 0)
  process.stderr.write(`${Math.round(total)} s of processor time, without that of the database; most of it:\n`)
  for (const { name, seconds } of costs.sort((a, b) => b.seconds - a.seconds).slice(0, most))
    process.stderr.write(`${seconds.toFixed(1).padStart(6)} s ${name}\n`)
})

const turns = createTurns({ least: settings.TEST_JOBS, most: settings.TEST_JOBS_IDLE })
t.jobs = Infinity
t.setTimeout(0)
for (const file of settings.TEST_FILES) {
  const name = file.slice(settings.TEST_BUILD.length + 1).replace(/mjs$/, 'ts')
  const end = await turns.take()
  void t
    .spawn(
      'env',
      ['--unset=NODE_OPTIONS', process.execPath, file],
      { buffered: true, timeout: fileTimeoutMs, at: null, env },
      name,
    )
    .then((result) => {
      end()
      const seconds = result?.time ? ` (${(result.time / 1000).toFixed(1)} s${costOf(name)})` : ''
      process.stderr.write(`${result?.ok === true ? 'ok' : 'FAILED'} ${name}${seconds}\n`)
    })
}
