/** The clock of the machine itself, as whoever starts a program there knows it. */
const program = (ms: number): string => `
const Real = Date
globalThis.Date = class Date extends Real {
  constructor(...of) { if (of.length > 0) super(...of); else super(Real.now() + ${ms}) }
  static now() { return Real.now() + ${ms} }
}`

/** Environment of a process whose machine is wrong by so much. */
export const shiftedBy = (ms: number): Record<string, string> => ({
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(program(ms))}`,
})
