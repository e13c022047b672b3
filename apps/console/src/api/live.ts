import { useEffect, useSyncExternalStore } from 'react'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { currentToken, tokenRefused } from './session.ts'

/** Since when nothing was heard; undefined while the stream is open. */
let lostSince: string | undefined
const listeners = new Set<() => void>()

function heard(isLost: boolean): void {
  if (isLost === (lostSince !== undefined)) return
  lostSince = isLost ? new Date().toISOString() : undefined
  for (const listener of listeners) listener()
}

export const useLostSince = (): string | undefined =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => lostSince,
  )

const retryMs = 2_000
/** A burst of changes is one reload. */
const gatherMs = 250
/** What changes by itself: everything that a change of a conversation may show in. */
const lively = new Set(['conversations', 'conversation', 'status', 'parked', 'integrations'])

const rest = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      done()
    })
  })

/** `EventSource` sends no header, and a token in an address would be kept by whatever stands between. */
async function read(tenantId: string, signal: AbortSignal, onChange: () => void): Promise<void> {
  const token = currentToken()
  const answer = await fetch(`/api/tenants/${encodeURIComponent(tenantId)}/changes`, {
    signal,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  })
  if (answer.status === 401) tokenRefused()
  if (!answer.ok || !answer.body) return
  // What happened before the stream was open.
  onChange()
  heard(false)
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    if (value.includes('event: change')) onChange()
  }
}

async function keepReading(tenantId: string, queries: QueryClient, signal: AbortSignal): Promise<void> {
  let gathering: ReturnType<typeof setTimeout> | undefined
  const refresh = (): void => {
    gathering = undefined
    void queries.invalidateQueries({ predicate: ({ queryKey }) => lively.has(String(queryKey[0])) })
  }
  while (!signal.aborted) {
    await read(tenantId, signal, () => (gathering ??= setTimeout(refresh, gatherMs))).catch(() => undefined)
    heard(true)
    await rest(retryMs, signal)
  }
}

/**
 * Keeps what is shown up to date as long as the page is open.
 * @param isKnown of an account that is not connected yet there is nothing to hear, and its silence is no lost connection
 */
export function useLive(tenantId: string, isKnown: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!isKnown) return undefined
    const stop = new AbortController()
    void keepReading(tenantId, queries, stop.signal)
    return () => stop.abort()
  }, [tenantId, isKnown, queries])
}
