import { fork } from 'node:child_process'
import { join } from 'node:path'

export interface Child {
  pid: number
  /** What the process told first. */
  answer: unknown
  ended: Promise<void>
  /** Lets the process know that an answer is wanted, and gives what it tells next. */
  ask(): Promise<unknown>
  stop(): Promise<void>
}

/**
 * Runs a script of this folder in a process of its own, with a start argument, and waits for its first message. With
 * BENCH_CPU_PROF set to a folder, each process leaves a CPU profile there when it ends.
 * @param flags of Node itself
 */
export async function startChild(script: string, argument: object, flags: readonly string[] = []): Promise<Child> {
  const profiles = process.env['BENCH_CPU_PROF']
  const child = fork(join(import.meta.dirname, script), [JSON.stringify(argument)], {
    execArgv: [
      ...process.execArgv,
      ...flags,
      ...(profiles === undefined
        ? []
        : ['--cpu-prof', `--cpu-prof-dir=${profiles}`, `--cpu-prof-name=${script}-${Date.now()}.cpuprofile`]),
    ],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const nextMessage = (): Promise<unknown> =>
    new Promise<unknown>((resolve, reject) => {
      child.once('message', resolve)
      child.once('error', reject)
      void ended.then((code) => reject(new Error(`${script} ended with code ${code} before it had a result`)))
    })
  const answer = await nextMessage()
  const gone = ended.then(() => undefined)
  return {
    pid: child.pid ?? 0,
    answer,
    ended: gone,
    ask() {
      const message = nextMessage()
      child.send({})
      return message
    },
    async stop() {
      if (child.exitCode === null) child.kill('SIGTERM')
      await gone
    },
  }
}

/** For work with an end: the result of the process, once it has ended by itself. */
export async function runChild(script: string, argument: object): Promise<unknown> {
  const child = await startChild(script, argument)
  await child.ended
  return child.answer
}

/** In the process itself: what it was started with. */
export const startArgument = (): unknown => JSON.parse(process.argv[2] ?? 'null')

/** In the process itself: answers each time it is asked. */
export const onAsked = (work: () => object | Promise<object>): void => {
  process.on('message', () => {
    void Promise.resolve(work()).then(tell)
  })
}

/** In the process itself: sends the result. */
export const tell = (result: object): void => {
  process.send?.(result)
}
