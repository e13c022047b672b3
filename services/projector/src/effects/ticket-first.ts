import { isContentRefusal } from './leave-out.ts'
import type { EffectContext, Result } from './handler.ts'
import { doubted, isFirmRefusal } from './doubts.ts'

/** A write without an answer that was looked up twice, and not found, is no slip of the moment. */
const sendsToBelieve = 2

/** The rest of the account answers: then what fails is the CRM alone, and not Thulium. */
const restAnswers = async ({ connection, signal }: EffectContext): Promise<boolean> =>
  (await connection.thulium.tickets({ limit: 1, offset: 0 }, signal)).ok

/**
 * What failed, seen as a side matter: the ticket matters more than the CRM record. Nothing of the record may hold it up for
 * long, however it is refused, as long as the ticket could be made.
 * @returns the failure for good, or what is tried again
 */
export async function asSideMatter(
  context: EffectContext,
  result: Result,
): Promise<{ forGood: string } | { again: Result }> {
  if (!('failure' in result) || result.missingField) return { again: result }
  const { failure, kind } = result
  const forGood = { forGood: failure.message }
  if (isContentRefusal(failure)) return forGood
  switch (failure.failureClass) {
    case 'refused':
      // One 404 is no verdict; the same, minutes later, is.
      return isFirmRefusal(context) ? forGood : { again: { ...result, failure: doubted(failure) } }
    case 'credentials-rejected':
      // An API user may be let into the tickets and not into the CRM.
      return failure.status === 403 && (await restAnswers(context)) ? forGood : { again: result }
    case 'unreachable': {
      const sends = context.effect.progress.ambiguousSends
      if (kind === 'unknown')
        return sends >= sendsToBelieve && (await restAnswers(context)) ? forGood : { again: result }
      if (!(await restAnswers(context))) return { again: result }
      return isFirmRefusal(context) ? forGood : { again: { ...result, failure: doubted(failure) } }
    }
    default:
      return { again: result }
  }
}
