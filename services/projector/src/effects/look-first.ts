import { ownMessageIds } from '@connector/domain/conversation'
import type { ThreadMessage } from '@connector/empikplace'
import type { EffectContext, EffectHandler, Result } from './handler.ts'

/** Clocks of both sides may differ by this much. */
const marginMs = 120_000

/** After a restore clocks may be as wrong as they like: a look costs one read, a second message to a buyer much more. */
const restoreMarginMs = 3_600_000

/**
 * Whether the log may have forgotten that what this instant asks for was done, since it was restored from a backup later.
 * What has no date may be as old as that.
 */
export function mayBeForgotten({ effect: { restoredAt } }: EffectContext, asked: string | undefined): boolean {
  if (restoredAt === undefined) return false
  return asked === undefined || new Date(asked).getTime() <= restoredAt.getTime() + restoreMarginMs
}

/** An instant of EmpikPlace's clock in ours. */
const inOurTime = ({ connection }: EffectContext, asked: string): Date =>
  new Date(new Date(asked).getTime() - connection.integration.clockOffsetMs)

/** The same of an instant by EmpikPlace's clock. */
export const mayBeForgottenMessage = (context: EffectContext, sentAt: string): boolean =>
  mayBeForgotten(context, inOurTime(context, sentAt).toISOString())

/**
 * Whether a message is older than the integration. The shop may have been connected before, by one that was deleted, whose ticket
 * has the same mark and is gone on with.
 */
export const isBeforeStart = ({ connection: { integration } }: EffectContext, sentAt: string): boolean =>
  integration.startedAt !== undefined && new Date(sentAt).getTime() <= integration.startedAt.getTime() + marginMs

/**
 * Whether somebody before us may have done what this instant asks for: an earlier owner whose log we do not have, since the
 * database was restored from a backup or begun anew, or an earlier integration of the shop. What is younger than our ownership
 * nobody else can have seen, unless it is older than the restore or the integration; a date in the future proves nothing.
 * @param asked by the other side's clock (ISO 8601)
 */
export function mayBeDoneBefore(context: EffectContext, asked: string, now: Date): boolean {
  if (mayBeForgottenMessage(context, asked) || isBeforeStart(context, asked)) return true
  const at = inOurTime(context, asked).getTime()
  return !(at > context.ownerSince.getTime() + marginMs && at <= now.getTime() + marginMs)
}

/**
 * Which messages of the shop may be an answer of ours whose outcome we do not know. One that the log knows cannot be it: it
 * stood there before we tried. After a restore it can, as we may have tried before the log knew it; then what was said
 * before the answer was asked for cannot.
 * @param asked when the answer was asked for (ISO 8601)
 */
export function mayBeOurs(context: EffectContext, asked: string | undefined): (message: ThreadMessage) => boolean {
  const { state, effect } = context
  const own = ownMessageIds(state)
  const isUnknown = ({ id }: ThreadMessage): boolean => !state.messageIds.has(id)
  if (asked === undefined || !mayBeForgotten(context, asked)) return isUnknown
  const earliest = new Date(asked).getTime() - marginMs
  const tried = effect.progress.ambiguousSends > 0
  return (message) =>
    !own.has(message.id) && ((tried && isUnknown(message)) || message.dateCreated.getTime() >= earliest)
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
