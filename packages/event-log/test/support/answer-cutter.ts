import { openWire, type Wire } from '@connector/test-kit'

/** A wire to PostgreSQL that can lose answers. */
export interface AnswerCutter extends Wire {
  /** From now on a connection is cut when its next answer arrives, before a byte of it is passed on. */
  cutNextAnswers(): void
  /** Passes everything on again. */
  mend(): void
}

/** Listens on a free port and passes bytes to and from the database at `url`. */
export async function createAnswerCutter(url: string): Promise<AnswerCutter> {
  let cutting = false
  const wire = await openWire(url, () => ({ toClient: (bytes) => (cutting ? 'cut' : bytes) }))
  return { ...wire, cutNextAnswers: () => void (cutting = true), mend: () => void (cutting = false) }
}
