import { useSyncExternalStore } from 'react'
import type { operations } from '@connector/api-client'

type TokenAnswer = operations['exchangeKey']['responses'][200]['content']['application/json']
export type Scope = TokenAnswer['scopes'][number]

/** Who works in this tab. Held in memory and nowhere else: it ends with the tab, and a reload signs out. */
interface Session {
  token: string
  tenantId: string | null
  scopes: readonly Scope[]
}

interface SessionState {
  session: Session | undefined
  /** There was one, and what it was used for may still stand on the page. */
  expired: boolean
}

/** A token lasts 10 minutes; with a minute left it is renewed. */
const marginMs = 60_000

let state: SessionState = { session: undefined, expired: false }
let key: string | undefined
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

function become(next: SessionState): void {
  state = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useSession = (): SessionState => useSyncExternalStore(subscribe, () => state)
/** The access key itself, where somebody has typed one: what lets people in is made with no token. */
export const currentKey = (): string | undefined => key
export const currentToken = (): string | undefined => state.session?.token

function admit({ accessToken, tenantId, scopes, expiresAt }: TokenAnswer): void {
  become({ session: { token: accessToken, tenantId, scopes }, expired: false })
  clearTimeout(timer)
  const left = new Date(expiresAt).getTime() - Date.now() - marginMs
  if (key !== undefined) timer = setTimeout(() => void renew(), Math.max(5_000, left))
}

async function exchange(credential: string): Promise<TokenAnswer | 'refused'> {
  const answer = await fetch('/api/token', { method: 'POST', headers: { authorization: `Bearer ${credential}` } })
  if (answer.status === 401 || answer.status === 403) return 'refused'
  if (!answer.ok) throw new Error(`Status ${answer.status}`)
  return (await answer.json()) as TokenAnswer
}

/** Nobody's fault that the server is away for a moment: it is tried again until the token itself is refused. */
async function renew(): Promise<void> {
  if (key === undefined) return
  try {
    const answer = await exchange(key)
    if (answer === 'refused') end()
    else admit(answer)
  } catch {
    timer = setTimeout(() => void renew(), 5_000)
  }
}

/** @returns whether the key was taken; rejects when the server does not answer */
export async function signIn(accessKey: string): Promise<boolean> {
  const answer = await exchange(accessKey.trim())
  if (answer === 'refused') return false
  key = accessKey.trim()
  admit(answer)
  return true
}

/** Whoever keeps something for the one who works here. */
const leaving = new Set<() => void>()
export const onSignOut = (forget: () => void): void => void leaving.add(forget)

export function signOut(): void {
  key = undefined
  for (const forget of leaving) forget()
  clearTimeout(timer)
  become({ session: undefined, expired: false })
}

/** The API refused the token: after a night in which no timer ran, say. The key may still be good. */
export function tokenRefused(): void {
  if (key === undefined) end()
  else void renew()
}

/** What is on the page stays there until somebody signs in again. */
function end(): void {
  key = undefined
  clearTimeout(timer)
  if (state.session) become({ session: state.session, expired: true })
}

/** Left there by the page of a launch link a moment ago; it stays there no longer. */
const handedOver = 'connector.session'

export function takeLaunch(): void {
  const text = sessionStorage.getItem(handedOver)
  sessionStorage.removeItem(handedOver)
  if (text !== null) admit(JSON.parse(text) as TokenAnswer)
}
