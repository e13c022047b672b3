import { customerIdentity } from '@connector/domain/buyers'
import { refused, type EffectContext, type Result } from './handler.ts'
import { asSideMatter } from './ticket-first.ts'

/** The buyer's id, by which his record is found. */
export const idOf = ({ ref, state }: EffectContext): string => customerIdentity(ref.threadId, state).id

/** The ticket matters more than the record: it is made without, and the record is tried again by `customer:add`. */
export const ticketFirst = async (context: EffectContext, result: Result): Promise<Result> => {
  const seen = await asSideMatter(context, result)
  if ('again' in seen) return seen.again
  const data = { effectKey: context.effect.effectKey, customerId: idOf(context), refused: seen.forGood }
  return { kind: 'done', event: { type: 'CustomerLeftOutside', data } }
}

/** A key that may do the rest is not rejected: a person sees what is refused. */
export const added = async (context: EffectContext, result: Result): Promise<Result> => {
  if (!('failure' in result) || result.failure.status !== 403) return result
  const seen = await asSideMatter(context, result)
  return 'again' in seen ? seen.again : refused(seen.forGood)
}
