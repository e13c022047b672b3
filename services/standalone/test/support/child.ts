import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { programArguments } from '@connector/test-kit'

const root = resolve(import.meta.dirname, '../../../..')

export interface Child {
  pid: number
  process: ChildProcess
  /** Resolves with the signal or the code that ended it. */
  ended: Promise<NodeJS.Signals | number | null>
  kill(signal: NodeJS.Signals): void
}

/**
 * Starts a TypeScript program as a process of its own.
 * @param hear told what it logs, which is otherwise shown
 */
export const startChild = (file: string, environment: Record<string, string>, hear?: (text: string) => void): Child =>
  startNode(root, programArguments(file), environment, hear)

/** Starts a service of another release, which was built in a folder. */
export const startBuilt = (release: string, service: string, environment: Record<string, string>): Child =>
  startNode(release, [resolve(release, `dist/services/${service}.mjs`)], environment)

function startNode(
  cwd: string,
  args: readonly string[],
  environment: Record<string, string>,
  hear?: (text: string) => void,
): Child {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'ignore', hear ? 'pipe' : 'inherit'],
  })
  if (hear) child.stderr?.setEncoding('utf8').on('data', hear)
  const { pid } = child
  if (pid === undefined) throw new Error(`${args.join(' ')} could not be started`)
  const ended = once(child, 'exit').then((values): NodeJS.Signals | number | null => {
    const [code, signal] = values as [number | null, NodeJS.Signals | null]
    return signal ?? code
  })
  return { pid, process: child, ended, kill: (signal) => void child.kill(signal) }
}
