import { subscribe } from 'node:diagnostics_channel'
import { z } from 'zod'

/**
 * The places where a process may die with something half done. A test starts a process with `CONNECTOR_KILL_AT` set to
 * one of them: it ends itself there with SIGKILL, and what follows must be as if nothing had happened.
 */
export const killPoints = [
  'append.before',
  'append.after',
  'claim.before',
  'claim.after',
  'call-sent.before',
  'call-sent.after',
  'call-answered.before',
  'call-answered.after',
  'confirm.before',
  'confirm.after',
  'checkpoint.before',
  'checkpoint.after',
] as const
export type KillPoint = (typeof killPoints)[number]

/** `point` or `point:name`: the name tells, for instance, which kind of effect to die in. */
const target = z.string().optional().parse(process.env['CONNECTOR_KILL_AT'])

/** SIGSTOP freezes the process there instead, once: what it does when it goes on is the point of such a test. */
const signal = z.enum(['SIGKILL', 'SIGSTOP']).default('SIGKILL').parse(process.env['CONNECTOR_KILL_SIGNAL'])

let done = false

const die = (): void => {
  if (done) return
  done = true
  process.kill(process.pid, signal)
}

/** Ends the process at once if a test asked for it here; otherwise does nothing. */
export function killPoint(point: KillPoint, name?: string): void {
  if (target === undefined) return
  if (target === point || target === `${point}:${name ?? ''}`) die()
}

const isWrite = (message: unknown): boolean =>
  typeof message === 'object' &&
  message !== null &&
  'request' in message &&
  typeof message.request === 'object' &&
  message.request !== null &&
  'method' in message.request &&
  message.request.method === 'POST'

const dieAtCall = (point: KillPoint, path: string): void => {
  const wanted = target?.startsWith(`${point}:`) ? target.slice(point.length + 1) : undefined
  if (target === point || wanted === path) die()
}

const pathOf = (message: unknown): string => {
  if (typeof message !== 'object' || message === null || !('request' in message)) return ''
  const { request } = message
  return typeof request === 'object' && request !== null && 'path' in request && typeof request.path === 'string'
    ? (request.path.split('?')[0]?.split('/').at(-1) ?? '')
    : ''
}

/** The two moments inside an HTTP write that only the HTTP client sees; the name is the last part of the path. */
export function watchHttpKillPoints(): void {
  if (target?.startsWith('call-sent.after'))
    subscribe('undici:request:bodySent', (message) => {
      if (isWrite(message)) dieAtCall('call-sent.after', pathOf(message))
    })
  if (target?.startsWith('call-answered.before'))
    subscribe('undici:request:headers', (message) => {
      if (isWrite(message)) dieAtCall('call-answered.before', pathOf(message))
    })
}
