import type { EffectTiming } from './timing.ts'

/** @param random in [0, 1); spreads the wait over ±25 % so that many effects do not return at once */
export function backoff({ backoffMs }: Pick<EffectTiming, 'backoffMs'>, failures: number, random: number): number {
  const base = backoffMs[Math.min(failures, backoffMs.length - 1)] ?? 0
  return Math.round(base * (0.75 + random / 2))
}
