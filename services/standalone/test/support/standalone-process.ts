import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { removeDatabase } from '@connector/embedded-database'
import { freePort, programArguments } from '@connector/test-kit'

const root = resolve(import.meta.dirname, '../../../..')

interface Ports {
  api: number
  empikplace: number
  thulium: number
}

interface Started {
  process: ChildProcess
  /** Resolves when it says that it is ready; rejects with what it said when it ends before that. */
  ready: Promise<string>
  ended: Promise<number | NodeJS.Signals | null>
}

/** The whole product in one process, in a folder and on ports of its own. */
export interface StandaloneHome {
  folder: string
  ports: Ports
  url: { api: string; empikplace: string; thulium: string }
  start(environment?: Record<string, string>, options?: readonly string[], program?: readonly string[]): Started
  dispose(): Promise<void>
}

/** What `npm start` gives to `node`. It makes JavaScript of the sources each time, for 7 s of processor time. */
export const npmStart: readonly string[] = ['services/standalone/start.mjs']

/** The same program, of which `npm test` has made JavaScript. */
const built = programArguments('services/standalone/src/main.ts')

export async function createStandaloneHome(): Promise<StandaloneHome> {
  const folder = await mkdtemp(join(tmpdir(), 'connector-standalone-'))
  const [api, empikplace, thulium] = await Promise.all([freePort(), freePort(), freePort()])
  const ports = { api, empikplace, thulium }
  const running = new Set<Started>()
  const at = (port: number): string => `http://127.0.0.1:${port}`

  return {
    folder,
    ports,
    url: { api: at(api), empikplace: at(empikplace), thulium: at(thulium) },
    start(environment = {}, options = [], program = built) {
      const child = spawn(process.execPath, [...program, ...options], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH: process.env['PATH'],
          DATA_DIR: folder,
          API_PORT: String(api),
          EMPIKPLACE_SANDBOX_PORT: String(empikplace),
          THULIUM_SANDBOX_PORT: String(thulium),
          ...environment,
        },
      })
      let said = ''
      const ended = new Promise<number | NodeJS.Signals | null>((done) =>
        child.on('exit', (code, signal) => done(signal ?? code)),
      )
      const ready = new Promise<string>((done, fail) => {
        const hear = (chunk: Buffer): void => {
          said += chunk.toString()
          if (said.includes('Ready in')) done(said)
        }
        child.stdout.on('data', hear)
        child.stderr.on('data', hear)
        void ended.then(() => fail(new Error(said)))
      })
      const started = { process: child, ready, ended }
      running.add(started)
      void ended.then(() => running.delete(started))
      return started
    },
    async dispose() {
      for (const { process: child, ended } of running) {
        child.kill('SIGTERM')
        await ended
      }
      await removeDatabase(join(folder, 'postgres'))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
