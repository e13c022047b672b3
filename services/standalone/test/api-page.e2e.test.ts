import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { tmpdir } from 'node:os'
import t from 'tap'
import { createStandaloneHome } from './support/standalone-process.ts'

t.setTimeout(540_000)

const root = resolve(import.meta.dirname, '../../..')

/** What a reader is told to type, block by block. */
const blocksOf = (page: string): string[] => [...page.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, block = '']) => block)

interface Typed {
  code: number | null
  said: string
}

/** As in one terminal: what a block sets, the next ones have. The first command that fails ends it. */
async function type(blocks: readonly string[], environment: Record<string, string>, cwd: string): Promise<Typed> {
  const shell = spawn('bash', ['-euo', 'pipefail', '-c', blocks.join('\necho ===\n')], {
    cwd,
    env: { PATH: process.env['PATH'], ...environment },
  })
  let said = ''
  const hear = (chunk: Buffer): void => void (said += chunk.toString())
  shell.stdout.on('data', hear)
  shell.stderr.on('data', hear)
  const code = await new Promise<number | null>((done) => shell.on('close', done))
  return { code, said }
}

await t.test('The commands of docs/api.md do what the page says, in their order', async (t) => {
  const [start = '', ...blocks] = blocksOf(await readFile(join(root, 'docs/api.md'), 'utf8'))
  t.equal(start.trim(), 'npm run start:api', 'the page begins with how to start it')
  const home = await createStandaloneHome()
  const folder = await mkdtemp(join(tmpdir(), 'connector-page-'))
  t.teardown(async () => {
    await home.dispose()
    await rm(folder, { recursive: true, force: true })
  })
  const scripts = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  t.equal(
    scripts.scripts['start:api'],
    'node services/standalone/start.mjs --authenticated',
    'which is what is run here',
  )
  const said = await home.start({}, ['--authenticated']).ready
  const printed = (name: string): string => new RegExp(`^${name}=(\\S+)$`, 'm').exec(said)?.[1] ?? ''
  const [URL, OPERATOR] = [printed('URL'), printed('OPERATOR')]
  t.match(OPERATOR, /^ect_/, 'it prints a key of the operator')
  t.equal((await fetch(`${URL}/api/tenants`)).status, 401, 'and asks callers who they are')

  const { code, said: typed } = await type(blocks, { URL, OPERATOR }, folder)
  t.equal(code, 0, typed)
  const [key = '', shop = '', etags = '', watching = ''] = typed.split('===')
  t.match(key, '"tenantId":"demo-sklep"')
  t.match(shop, /"verdict"[^]*"ok": true[^]*"status": "running"/)
  t.match(etags, /"running"\s+"request\.precondition_failed"/, 'who saves over others is told')
  t.match(watching, /"view": "compact"[^]*etag: [^]*: connected/)
})
