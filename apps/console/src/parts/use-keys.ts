import { useEffect, useRef } from 'react'
import { isTyped } from './is-typed.ts'

/** Keys of a screen, wherever on it the focus is; not while something is typed, and not behind a dialog. */
export function useKeys(acts: Readonly<Record<string, () => void>>): void {
  const newest = useRef(acts)
  useEffect(() => {
    newest.current = acts
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (isTyped(event.target) || document.querySelector('[role="dialog"]')) return
      const act = newest.current[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}
