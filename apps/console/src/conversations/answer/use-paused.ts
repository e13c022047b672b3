import { useEffect, useState } from 'react'

/** A pause in typing, after which it is worth asking. */
const pauseMs = 400

/** What was typed, once the typing has paused. */
export function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}
