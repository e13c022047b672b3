import { useEffect, useSyncExternalStore } from 'react'
import type { AroundNavHandler } from 'wouter'

/** What is on the page and nowhere else; asked for before the page is left. */
let dirtyPages = 0
let waiting: (() => void) | undefined
const listeners = new Set<() => void>()

function become(next: (() => void) | undefined): void {
  waiting = next
  for (const listener of listeners) listener()
}

/** Every way to another page of the console leads through here. */
export const guardNavigation: AroundNavHandler = (navigate, to, options) => {
  if (dirtyPages === 0) navigate(to, options)
  else become(() => navigate(to, options))
}

/** The step that waits for an answer. */
export const useWaitingStep = (): (() => void) | undefined =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => waiting,
  )

export function answerWaitingStep(leaves: boolean): void {
  const step = waiting
  become(undefined)
  if (leaves) step?.()
}

/** Where the page with the changes is, so that a step back or forth can be taken back until it is decided. */
let place = ''
let isLeaving = false

/** Before the router hears of it: the step has been made by then, so the page is put in front again and asked for. */
function holdStep(event: PopStateEvent): void {
  if (dirtyPages === 0) return
  if (isLeaving) {
    isLeaving = false
    return
  }
  event.stopImmediatePropagation()
  history.pushState(null, '', place)
  become(() => {
    isLeaving = true
    history.back()
  })
}
addEventListener('popstate', holdStep, { capture: true })

/** Guards the page while something on it is not saved: within the console, and when the tab is closed or reloaded. */
export function useUnsaved(isDirty: boolean): void {
  // Its tabs have addresses of their own, so at each time that it is drawn.
  useEffect(() => {
    if (isDirty) place = location.href
  })
  useEffect(() => {
    if (!isDirty) return undefined
    const stay = (event: BeforeUnloadEvent): void => event.preventDefault()
    dirtyPages += 1
    addEventListener('beforeunload', stay)
    return () => {
      dirtyPages -= 1
      removeEventListener('beforeunload', stay)
    }
  }, [isDirty])
}
