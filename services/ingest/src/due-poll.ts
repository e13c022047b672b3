import type { Side } from '@connector/domain/events'
import type { IntegrationRef } from '@connector/domain/words'

/** Where one side of an integration stands when a look at it is due. */
export interface DuePoll {
  ref: IntegrationRef
  side: Side
  cursor: Date | undefined
  failures: number
  /** The last hint before the look, by which one that comes during the look is told. */
  hintedAt: Date | undefined
  /** The last wider look; undefined before the first. */
  sweptAt: Date | undefined
}

/** A wider look than usual, and how many conversations had a message that no usual look had shown. */
export interface Swept {
  at: Date
  foundLate: number
}
