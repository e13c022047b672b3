/**
 * The one file that tap is given: starts every test file as a plain process of its own, some side by side. By NODE_OPTIONS
 * tap has each load what records coverage, which takes 1.2 to 4.5 s of processor time a file and is therefore unset.
 */
import t from 'tap'
import { z } from 'zod'

const settings = z
  .object({
    /** Paths of plain JavaScript, one a line; those that take longest first. */
    TEST_FILES: z.string().transform((lines) => lines.split('\n')),
    TEST_BUILD: z.string(),
    /** Two cores are busy with two; with four, waits and leases of the end-to-end tests ran out, and each file took ten times as long. */
    TEST_JOBS: z.coerce.number().default(2),
    /** One that hangs says so by itself earlier: `until` gives up after two minutes. */
    TEST_FILE_SECONDS: z.coerce.number().default(600),
  })
  .parse(process.env)

const fileTimeoutMs = settings.TEST_FILE_SECONDS * 1_000
// Without it tap gives a file 30 s, and a busy machine needs more for some.
const env = { ...process.env, TAP_TIMEOUT: String(fileTimeoutMs / 1_000) }

t.jobs = settings.TEST_JOBS
t.setTimeout(0)
for (const file of settings.TEST_FILES) {
  const name = file.slice(settings.TEST_BUILD.length + 1).replace(/mjs$/, 'ts')
  void t
    .spawn(
      'env',
      ['--unset=NODE_OPTIONS', process.execPath, '--enable-source-maps', file],
      { buffered: true, timeout: fileTimeoutMs, at: null, env },
      name,
    )
    .then((result) => {
      const seconds = result?.time ? ` (${(result.time / 1000).toFixed(1)} s)` : ''
      process.stderr.write(`${result?.ok === true ? 'ok' : 'FAILED'} ${name}${seconds}\n`)
    })
}
