import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../../../..')

export interface Child {
  pid: number
  process: ChildProcess
  /** Resolves with the signal or the code that ended it. */
  ended: Promise<NodeJS.Signals | number | null>
  kill(signal: NodeJS.Signals): void
}

/** Starts a TypeScript program as a process of its own. */
export function startChild(file: string, environment: Record<string, string>): Child {
  const child = spawn(process.execPath, ['--import=tsx', resolve(root, file)], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const { pid } = child
  if (pid === undefined) throw new Error(`${file} could not be started`)
  const ended = once(child, 'exit').then((values): NodeJS.Signals | number | null => {
    const [code, signal] = values as [number | null, NodeJS.Signals | null]
    return signal ?? code
  })
  return { pid, process: child, ended, kill: (signal) => void child.kill(signal) }
}
