/** Hears "something was appended" from other processes. */
export interface WakeUpListener {
  /** Resolves when the first attempt to listen has succeeded or failed; later attempts go on by themselves. */
  ready: Promise<void>
  close(): Promise<void>
}

/**
 * How processes tell each other that something was appended. Whatever it loses, delays or doubles costs one rest of polling at
 * most: nobody may rely on a wake-up.
 */
export interface WakeUpWay {
  /** @param sender which instance of a log it comes from, so that nobody is woken by itself */
  send(sender: string): Promise<void>
  /** Calls `onWake` with the sender of each; and without one where wake-ups may have been missed, as after each reconnect. */
  listen(options: { onWake: (sender?: string) => void; onError: (error: unknown) => void }): WakeUpListener
}
