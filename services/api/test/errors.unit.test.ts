import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CommandRefused } from '@connector/domain/integration'
import { both } from '@connector/domain/words'
import { EventLogUnavailable } from '@connector/event-log'
import t from 'tap'
import { ApiError } from '../src/errors/api-error.ts'
import { catalogue, isProblemCode, type ProblemCode } from '../src/errors/catalogue.ts'
import { problemOf } from '../src/errors/problem.ts'
import { translateError } from '../src/errors/translate.ts'

const root = join(import.meta.dirname, '../../..')

async function textsUnder(folder: string): Promise<string> {
  const names = await readdir(join(root, folder), { recursive: true })
  const files = names.filter((name) => name.endsWith('.ts') && !name.endsWith('errors/catalogue.ts'))
  return (await Promise.all(files.map((name) => readFile(join(root, folder, name), 'utf8')))).join('\n')
}

await t.test('every code of the catalogue is answered somewhere, and every code answered is in it', async (t) => {
  const api = await textsUnder('services/api/src')
  // What a command of the domain refuses keeps its code where the catalogue has it.
  const domain = await textsUnder('packages/domain/src')
  const thrown = [...api.matchAll(/new ApiError\(\s*'([^']+)'/g)].map(([, code = '']) => code)
  t.ok(thrown.length > 20)
  for (const code of thrown) t.ok(isProblemCode(code), `${code} is in the catalogue`)
  for (const code of Object.keys(catalogue))
    t.ok(api.includes(`'${code}'`) || domain.includes(`CommandRefused('${code}'`), `${code} is answered`)
})

await t.test('docs/errors.md says of every code what the catalogue says, and of no other', async (t) => {
  const page = await readFile(join(root, 'docs/errors.md'), 'utf8')
  const sections = page.split(/^(?=## )/m).slice(1)
  const expected = Object.entries(catalogue).map(
    ([code, { status, title, titlePl, action, actionPl }]) =>
      `## \`${code}\` (${status})\n\n${title}. ${action} _${titlePl}. ${actionPl}_`,
  )
  const unwrapped = (text: string): string => text.trim().replace(/\s+/g, ' ')
  t.same(sections.map(unwrapped).sort(), expected.map(unwrapped).sort())
})

await t.test('every problem says what to do, in words for people', (t) => {
  for (const [code, { status, title, titlePl, action, actionPl }] of Object.entries(catalogue)) {
    t.match(code, /^[a-z_]+\.[a-z_]+$/)
    t.ok(status >= 400 && status < 600, code)
    t.match(title, /^[A-Z].*[^.]$/, code)
    t.match(titlePl, /^\p{Lu}.*[^.]$/u, code)
    t.match(action, /^[A-Z].*\.$/, code)
    t.match(actionPl, /^\p{Lu}.*\.$/u, code)
    t.not(actionPl, action, code)
    t.notMatch(actionPl, /\b(?:the|and|send|read|take)\b/i, `${code} says it in Polish`)
    const problem = problemOf(new ApiError(code as ProblemCode), '/', 'r')
    t.match(problem, { actionPl, detailPl: titlePl }, `${code} is served in Polish`)
  }
  t.end()
})

await t.test('a check of a request says in both languages what it refuses', async (t) => {
  const checks: string[] = []
  // What a deployment is set up with is read by whoever starts it, in English.
  for (const folder of ['packages/domain/src/settings', 'services/api/src/schemas', 'services/api/src/routes'])
    checks.push(...((await textsUnder(folder)).match(/(?:\.refine\(|addIssue\()[\s\S]{0,400}/g) ?? []))
  t.ok(checks.length > 5)
  for (const check of checks) t.match(check, /inBoth\(/, check.slice(0, 120))
})

await t.test('what a command refuses, and what is said of one case, is served in Polish too', (t) => {
  const refused = new CommandRefused('operation.over', both('Już po wszystkim.', 'It is over.'))
  t.match(problemOf(translateError(refused), '/', 'r'), { detail: 'It is over.', detailPl: 'Już po wszystkim.' })
  const own = new ApiError('tenant.unknown', both('Nie ma konta a.', 'There is no tenant a.'))
  t.match(problemOf(own, '/', 'r'), { detail: 'There is no tenant a.', detailPl: 'Nie ma konta a.' })
  const quoted = problemOf(new ApiError('thulium.refused', { outside: 'Mailbox not found' }), '/', 'r')
  t.equal(quoted.detail, 'Mailbox not found')
  t.notOk('detailPl' in quoted, 'what the other side said is not passed for Polish')
  t.end()
})

await t.test('a statement that took too long is no database that is away, in the log either', (t) => {
  const tooLong = Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' })
  t.equal(translateError(tooLong).code, 'service.overloaded')
  t.equal(translateError(new EventLogUnavailable(tooLong.message, { cause: tooLong })).code, 'service.overloaded')
  t.equal(translateError(new EventLogUnavailable('it was closed')).code, 'database.unavailable')
  t.end()
})
