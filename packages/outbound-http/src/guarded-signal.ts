/** Signals whose owner is to be asked as well, since nobody may have had the time yet to abort them. */
const guards = new WeakMap<AbortSignal, () => boolean>()

/**
 * A signal that ends a call, and an owner who is asked right before the first byte of it leaves: a timer that would abort the
 * signal fires late in a process that was frozen, and a call may have waited long for its budget or its connection.
 */
export function guardSignal(signal: AbortSignal, mayStart: () => boolean): AbortSignal {
  guards.set(signal, mayStart)
  return signal
}

/** As `AbortSignal.any`, asking the owners of all of them. */
export function anySignal(signals: readonly AbortSignal[]): AbortSignal {
  return guardSignal(AbortSignal.any([...signals]), () => signals.every((signal) => mayStart(signal)))
}

export const mayStart = (signal: AbortSignal | undefined): boolean =>
  signal === undefined || (!signal.aborted && (guards.get(signal)?.() ?? true))
