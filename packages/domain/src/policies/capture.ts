/** Which conversations are taken at all. */
export interface CaptureInput {
  /** The conversation is already in the log. */
  known: boolean
  /** When the integration was first started, on EmpikPlace's clock. */
  startedAt: Date
  messageDates: readonly Date[]
}

/** Only conversations in which a message appeared after the integration was started; once taken, always taken. */
export const isTaken = ({ known, startedAt, messageDates }: CaptureInput): boolean =>
  known || messageDates.some((date) => date.getTime() >= startedAt.getTime())
