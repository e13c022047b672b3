import type { EffectContext, EffectHandler, Result } from './handler.ts'

/** Clocks of both sides may differ by this much. */
const marginMs = 120_000

/**
 * Whether somebody before us may have done what this instant asks for: an earlier owner whose log we do not have, since the
 * database was restored from a backup or begun anew. What is younger than our ownership nobody else can have seen; a date in
 * the future proves nothing.
 * @param asked by the other side's clock (ISO 8601)
 */
export function mayBeDoneBefore({ ownerSince, connection }: EffectContext, asked: string, now: Date): boolean {
  const at = new Date(asked).getTime() - connection.integration.clockOffsetMs
  return !(at > ownerSince.getTime() + marginMs && at <= now.getTime() + marginMs)
}

/**
 * A write that is looked up before its first try, too, where somebody before us may have done it.
 * @param isDue whether this one is to be looked up
 */
export const lookFirst = (handler: EffectHandler, isDue: (context: EffectContext) => boolean): EffectHandler => ({
  async perform(context) {
    if (!isDue(context)) return handler.perform(context)
    const there = await handler.lookUp(context)
    if (there.kind === 'not-found') return handler.perform(context)
    // Nothing was written yet, so a look that failed leaves the effect as it was.
    return there.kind === 'lookup-failed' ? ({ ...there, kind: 'not-done' } satisfies Result) : there
  },
  lookUp: (context) => handler.lookUp(context),
})
