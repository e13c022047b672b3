import { perKind, type EffectKind } from './kinds.ts'

export interface EffectTiming {
  /** Waits before each look-up, in milliseconds; as many empty look-ups prove that the write was not done. */
  lookupDelaysMs: Record<EffectKind, readonly number[]>
  /** Waits after failed tries; the last one repeats for ever. */
  backoffMs: readonly number[]
  /**
   * A write that was passed over this often, with conclusive empty look-ups behind each send, needs a person. In an outage
   * the other side answers for none, and then nobody can do better than to go on trying.
   */
  maxPassedOver: number
}

export const defaultTiming: EffectTiming = {
  lookupDelaysMs: perKind(({ lookupDelaysMs }) => lookupDelaysMs),
  backoffMs: [5_000, 30_000, 120_000, 600_000],
  maxPassedOver: 3,
}

/** All waits longer or shorter by a factor, for tests that cannot wait. */
export function scaledTiming({ lookupDelaysMs, backoffMs, maxPassedOver }: EffectTiming, scale: number): EffectTiming {
  const scaled = (waits: readonly number[]): number[] => waits.map((wait) => Math.round(wait * scale))
  return {
    lookupDelaysMs: perKind((_, kind) => scaled(lookupDelaysMs[kind])),
    backoffMs: scaled(backoffMs),
    maxPassedOver,
  }
}
