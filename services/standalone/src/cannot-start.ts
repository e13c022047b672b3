/** Something about this machine keeps the process from starting; the message says what to do about it. */
export class CannotStart extends Error {
  readonly code = 'standalone.cannot_start'
}
