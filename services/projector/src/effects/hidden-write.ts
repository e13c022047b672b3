import { normaliseText } from '@connector/domain/text'
import type { Unreadable } from '@connector/empikplace'
import { storedText } from '@connector/event-log'
import { failure, FailureCode } from '@connector/outbound-http'
import { lookupFailed, type EffectContext, type Result } from './handler.ts'

/** Looks over some 22 min; then a person has to look. */
const looksInDoubt = 5

/**
 * What a look-up comes to where the text that was written stands in something that cannot be read: not found would be written
 * once more.
 * @param texts as they may stand there, normalised
 */
export function hiddenWrite(
  { effect }: EffectContext,
  unreadable: readonly Unreadable[],
  texts: ReadonlySet<string>,
): Result | undefined {
  const hidden = unreadable.find(({ raw }) =>
    ['body', 'comment']
      .map((name) => storedText(raw, name))
      .some((text) => text !== '' && texts.has(normaliseText(text))),
  )
  if (!hidden) return undefined
  const why = `What may have been written is there and cannot be read (${hidden.reason}); it is looked at again`
  const isLasting = effect.progress.doubts >= looksInDoubt
  return lookupFailed(failure(isLasting ? 'refused' : 'unreachable', why, { code: FailureCode.inDoubt }))
}
