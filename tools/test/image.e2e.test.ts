import { execFile, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { createTestDatabase, noDatabase, until } from '@connector/test-kit'
import t from 'tap'

const root = resolve(import.meta.dirname, '../..')
const engine = ['podman', 'docker'].find((name) => spawnSync(name, ['--version']).status === 0)
/** The same as in deploy/Dockerfile. Nothing is fetched here: a test must not depend on what a registry has today. */
const base = process.env['NODE_IMAGE'] ?? 'node:24-bookworm-slim'

/** An engine asks for limits of its own (of files 1 048 576), which a machine that is itself confined may refuse: these are below them. */
const limits = ['--ulimit', 'nofile=4096:4096', '--ulimit', 'nproc=4096:4096']

function whyNot(): string | false {
  if (engine === undefined) return 'There is no container engine here (podman or docker): the image is not built'
  if (spawnSync(engine, ['image', 'inspect', base]).status !== 0)
    return `${engine} does not have ${base} (${engine} pull ${base}): the image is not built`
  const tried = spawnSync(engine, ['run', '--rm', ...limits, base, 'node', '--version'], { encoding: 'utf8' })
  if (tried.status !== 0) return `${engine} starts no container here (${tried.stderr.trim()}): the image is not built`
  return noDatabase ?? false
}

async function run(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(engine ?? '', args, { cwd: root, maxBuffer: 64 << 20 })
  return stdout.trim()
}

/** The services log where errors go. */
async function logsOf(name: string): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(engine ?? '', ['logs', name])
  return stdout + stderr
}

interface Inspected {
  Size: number
  Config: { User: string; Entrypoint: string[]; Cmd: string[]; Labels: Record<string, string>; Env: string[] }
}

await t.test('the image of deploy/Dockerfile', { skip: whyNot(), timeout: 900_000 }, async (t) => {
  const image = `connector-test:${randomBytes(4).toString('hex')}`
  t.teardown(() => run('rmi', '--force', image))
  await run('build', ...limits, '--file', 'deploy/Dockerfile', '--build-arg', `NODE_IMAGE=${base}`, '--tag', image, '.')

  /** As the files of `deploy` run it: nothing may be written, nobody is root. */
  const strict = [
    ...limits,
    '--read-only',
    '--tmpfs',
    '/tmp',
    '--cap-drop',
    'ALL',
    '--security-opt',
    'no-new-privileges',
  ]
  const once = (...args: string[]) => run('run', '--rm', ...strict, image, ...args)

  await t.test('it says what it is, and is not root', async (t) => {
    const [inspected] = JSON.parse(await run('image', 'inspect', image)) as Inspected[]
    if (!inspected) throw new Error('The engine says nothing of the image')
    t.comment(`${Math.round(inspected.Size / 1e6)} MB with its base`)
    t.equal(inspected.Config.User, '1000:1000')
    t.strictSame([...inspected.Config.Entrypoint, ...inspected.Config.Cmd], ['node', 'api.mjs'])
    t.equal(inspected.Config.Labels['org.opencontainers.image.licenses'], 'MIT')
    t.ok(inspected.Config.Env.includes('NODE_ENV=production'))
    t.equal(await once('--eval', 'console.log(process.getuid())'), '1000')
  })

  await t.test('it holds what runs, and nothing else', async (t) => {
    const list = `console.log(JSON.stringify(require('node:fs').readdirSync('.', { recursive: true })))`
    const files = JSON.parse(await once('--eval', list)) as string[]
    const programs = ['api', 'ingest', 'projector', 'migrate', 'operate', 'restored', 'health']
    for (const name of programs) t.ok(files.includes(`${name}.mjs`), name)
    t.strictSame(
      files.filter((file) => /(^|\/)node_modules(\/|$)|(^|\/)test\//.test(file)),
      [],
      'no packages and no tests',
    )
    const sbom = JSON.parse(await once('--print', `require('node:fs').readFileSync('sbom.json', 'utf8')`)) as {
      bomFormat: string
      components: { name: string }[]
    }
    t.equal(sbom.bomFormat, 'CycloneDX')
    const named = sbom.components.map(({ name }) => name)
    for (const name of ['pg', 'fastify', 'zod', 'react']) t.ok(named.includes(name), `${name} is named`)
    for (const name of ['typescript', 'vite', 'tap']) t.notOk(named.includes(name), `${name} only builds or tests`)
    for (const command of ['migrate', 'operate', 'restored']) t.match(await once(`${command}.mjs`, '--help'), /npm run/)
  })

  await t.test('it brings a database up, serves, and its health check sees that', async (t) => {
    const database = await createTestDatabase()
    const secrets = await mkdtemp(join(tmpdir(), 'image-'))
    // Of another user than the one in the container.
    await chmod(secrets, 0o755)
    const name = `connector-test-${randomBytes(4).toString('hex')}`
    t.teardown(async () => {
      if (!t.passing()) t.comment(await logsOf(name).catch(String))
      await run('rm', '--force', name)
      await database.drop()
      await rm(secrets, { recursive: true, force: true })
    })
    const files: Record<string, string> = {
      DATABASE_URL: database.url,
      CONNECTOR_MASTER_KEY: randomBytes(32).toString('base64'),
    }
    for (const [file, text] of Object.entries(files)) await writeFile(join(secrets, file), text, { mode: 0o644 })
    const settings = Object.keys(files).flatMap((file) => ['--env', `${file}_FILE=/run/settings/${file}`])
    const here = ['--network', 'host', '--volume', `${secrets}:/run/settings:ro`, ...settings]
    t.match(await run('run', '--rm', ...strict, ...here, image, 'migrate.mjs'), /Applied: 0001/)

    const service = ['--env', 'API_PORT=0', '--env', 'PUBLIC_URL=https://connector.example.com']
    await run('run', '--detach', '--name', name, ...strict, ...here, ...service, image)
    const port = await until(
      'the API says where it listens',
      async () => /"url":"[^"]*:(\d+)"[^\n]*The API is running/.exec(await logsOf(name))?.[1],
    )
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`)
    t.equal(ready.status, 200, await ready.text())
    const console = await fetch(`http://127.0.0.1:${port}/`)
    t.match(await console.text(), /<div id="root">/, 'the console comes along')
    await run('exec', '--env', `API_PORT=${port}`, name, 'node', 'health.mjs')
    await run('stop', '--time', '40', name)
    t.equal(await run('inspect', '--format', '{{.State.ExitCode}}', name), '0', 'it ends when it is asked to')
  })
})
