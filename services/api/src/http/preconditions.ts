import { both, inBoth } from '@connector/domain/words'
import { z } from 'zod'
import { ApiError } from '../errors/api-error.ts'
import { field } from '../schemas/field.ts'
import { ifMatchHolds, isTagList } from './entity-tags.ts'

/** For a PUT of something whose GET answers a strong ETag. */
export const ifMatchHeaders = z.object({
  'if-match': field(
    z
      .string()
      .max(1_000)
      .refine(
        isTagList,
        inBoth(
          both(
            'musi to być `*` albo znaczniki encji, na przykład "abc", oddzielone przecinkami',
            'Must be `*`, or entity tags such as "abc" with commas between them',
          ),
        ),
      ),
    'ETag of the settings that these take the place of: when others changed them meanwhile, nothing is saved (412). Without it the last one to save wins.',
    '"pX3k9fQ2c0VnM1sT8uYw4a"',
  ).optional(),
})

/**
 * To be asked where the change is decided, of the state that it is decided on; asked any earlier, a race slips through.
 * @throws {ApiError} request.precondition_failed
 */
export function assertUnchanged(ifMatch: string | undefined, present: string): void {
  if (ifMatch !== undefined && !ifMatchHolds(ifMatch, present))
    throw new ApiError(
      'request.precondition_failed',
      both(
        `Ustawienia się zmieniły; ich ETag to teraz ${present}.`,
        `The settings have changed; their ETag is ${present} now.`,
      ),
    )
}
