import { both } from '../words/index.ts'
import type { ConversationState } from '../conversation/state.ts'
import { parseEffectKey } from '../effects/effect-key.ts'
import type { ConversationEvent } from '../events/event-types.ts'
import { CommandRefused } from '../integration/index.ts'
import { lengthFaultOf, replyLimits } from '../text/reply-limits.ts'
import type { ConversationRef } from '../words/ids.ts'

/**
 * Another text for a reply that EmpikPlace refused; it is then looked up and sent as ever. One that may have reached the buyer
 * keeps its text: by it we would find it there.
 * @throws {CommandRefused}
 */
export function correctReply(
  ref: ConversationRef,
  state: ConversationState,
  { effectKey, text, correctedBy }: { effectKey: string; text: string; correctedBy: string },
): ConversationEvent[] {
  const parked = state.parked.get(effectKey)
  if (!parked)
    throw new CommandRefused(
      'effect.not_parked',
      both(`Zapis ${effectKey} nie wymaga (już) decyzji.`, `The write ${effectKey} does not need a person (any more).`),
    )
  const effect = parseEffectKey(ref, effectKey)
  const reply =
    effect?.kind === 'reply:send'
      ? state.replies.find(({ thuliumMessageId }) => String(thuliumMessageId) === effect.subject)
      : undefined
  if (!reply || reply.text === '')
    throw new CommandRefused(
      'effect.not_editable',
      both(`Zapis ${effectKey} nie jest odpowiedzią z treścią.`, `The write ${effectKey} is no reply with a text.`),
    )
  if (parked.code !== 'effect.refused')
    throw new CommandRefused(
      'effect.not_editable',
      both(
        'Odpowiedź mogła dotrzeć do klienta. Zajrzyj do konwersacji w EmpikPlace, potem ponów zapis albo zamknij go bez wykonania.',
        'The reply may have reached the buyer. Look into the conversation at EmpikPlace, then retry or dismiss it.',
      ),
    )
  const fault = lengthFaultOf(text)
  if (fault)
    throw new CommandRefused(
      'effect.not_editable',
      both(
        `EmpikPlace przyjmuje od ${replyLimits.min} do ${replyLimits.max} znaków; treść ma ${fault.length}.`,
        `EmpikPlace takes ${replyLimits.min} to ${replyLimits.max} characters; the text has ${fault.length}.`,
      ),
    )
  return [
    { type: 'ReplyCorrected', data: { thuliumMessageId: reply.thuliumMessageId, text, correctedBy } },
    { type: 'EffectResolved', data: { effectKey, resolution: 'retry' } },
  ]
}
