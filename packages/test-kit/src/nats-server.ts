import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'

/**
 * Why tests that need the program `nats-server` cannot run here; undefined if they can. Print it as the reason of the skip.
 * Found out by starting it, so only those tests load this file.
 */
export const noNatsServer =
  spawnSync('nats-server', ['--version']).status === 0
    ? undefined
    : 'The program nats-server is not installed here (Debian: apt-get install nats-server)'

export interface TestNatsServer {
  url: string
  /** At once, as when the machine loses its power. */
  kill: () => Promise<void>
  /** Again at the same address; with what the disk still has, or with nothing. */
  start: (how?: { wiped?: boolean; config?: string }) => Promise<void>
  /** It keeps its connections and does nothing. */
  freeze: () => void
  thaw: () => void
  /** Ends it and takes its files away. */
  remove: () => Promise<void>
}

/** Resolves once it says so itself. */
async function untilReady(child: ChildProcess): Promise<void> {
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('Server is ready')) resolve()
    })
    child.once('exit', () => reject(new Error(`nats-server ended: ${said}`)))
  })
}

/** A real server with JetStream on a free port. @param config further lines of its configuration, such as `authorization {…}` */
export async function startNatsServer(config = ''): Promise<TestNatsServer> {
  const port = await freePort()
  const folder = await mkdtemp(join(tmpdir(), 'nats-'))
  const store = join(folder, 'store')
  let child: ChildProcess | undefined

  async function start(how: { wiped?: boolean; config?: string } = {}): Promise<void> {
    if (how.wiped === true) await rm(store, { recursive: true, force: true })
    const file = join(folder, 'nats.conf')
    const lines = [`listen: "127.0.0.1:${port}"`, `jetstream { store_dir: "${store}" }`, how.config ?? config, '']
    await writeFile(file, lines.join('\n'))
    child = spawn('nats-server', ['-c', file], { stdio: ['ignore', 'ignore', 'pipe'] })
    await untilReady(child)
  }

  async function kill(): Promise<void> {
    const dying = child
    child = undefined
    if (!dying || dying.exitCode !== null) return
    const ended = new Promise((resolve) => dying.once('exit', resolve))
    dying.kill('SIGKILL')
    await ended
  }

  await start()
  return {
    url: `nats://127.0.0.1:${port}`,
    kill,
    start,
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    async remove() {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
