import type { WorkerStore } from '@connector/store'
import { claimDeliveries, type Claimed } from './claim-deliveries.ts'
import { recordDelivery, type Recorded, type Tried } from './record-delivery.ts'

export type { Claimed, Tried }

export interface Outbox {
  /** The oldest that are due and that nobody tries, one for each target. */
  claim(most: number): Promise<Claimed[]>
  /** Nothing happens when somebody else tries it by now. @returns how it stands */
  record(claimed: Claimed, tried: Tried): Promise<Recorded>
}

/**
 * @param claimMs how long a try may take until somebody else makes it again, with the same id; longer than any deadline
 */
export function createOutbox(
  { db }: WorkerStore,
  options: { owner: string; claimMs: number; now: () => Date; random: () => number },
): Outbox {
  const { owner, now, random } = options

  return {
    claim: (most) => claimDeliveries(db, options, most, now()),
    record: (claimed, tried) =>
      db.transaction().execute((trx) => recordDelivery(trx, { claimed, owner, at: now(), chance: random() }, tried)),
  }
}
