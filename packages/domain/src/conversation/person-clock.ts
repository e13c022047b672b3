import type { ConversationEvent } from '../events/event-types.ts'
import { isCustomer, isForShop } from '../words/index.ts'

/**
 * The second clock: since when the buyer waits for an answer of a person. EmpikPlace's own is stopped by whatever the shop sends,
 * an automatic answer and a word to the operator alone included.
 */
export interface PersonClock {
  /** When the buyer wrote to the shop what nobody has answered yet, oldest first. */
  asked: readonly string[]
  /** The newest date at which a person wrote to the buyer in the panel; a message seen late may be older. */
  toldAt?: string
  /** Replies on their way to the buyer, and the newest question each of them could have been written to. */
  underWay: Readonly<Record<string, string>>
  /** EmpikPlace's clock may have been stopped by something else than a person's answer to the buyer. */
  otherwiseStopped: boolean
}

export const emptyPersonClock: PersonClock = { asked: [], underWay: {}, otherwiseStopped: false }

/** Since when the buyer waits; undefined when he does not. */
export const unansweredSince = ({ asked }: PersonClock): string | undefined => asked[0]

const isAfter = (one: string, other: string | undefined): boolean =>
  other === undefined || Date.parse(one) > Date.parse(other)

/** What was asked up to then is answered. */
function answered(clock: PersonClock, upTo: string | undefined): PersonClock {
  const asked = upTo === undefined ? clock.asked : clock.asked.filter((at) => isAfter(at, upTo))
  return { ...clock, asked, otherwiseStopped: asked.length > 0 && clock.otherwiseStopped }
}

const without = ({ underWay }: PersonClock, id: number): PersonClock['underWay'] =>
  Object.fromEntries(Object.entries(underWay).filter(([known]) => known !== String(id)))

const stoppedOtherwise = (clock: PersonClock): PersonClock => ({ ...clock, otherwiseStopped: clock.asked.length > 0 })

export function evolvePersonClock(clock: PersonClock, event: ConversationEvent): PersonClock {
  switch (event.type) {
    case 'MessageReceived': {
      const { author, to, sentAt } = event.data
      if (author === 'seller') {
        // One that names nobody is taken to be for the buyer, whom nearly all are for.
        if (to.length > 0 && !to.some(isCustomer)) return stoppedOtherwise(clock)
        const toldAt = isAfter(sentAt, clock.toldAt) ? sentAt : clock.toldAt
        return { ...answered(clock, sentAt), ...(toldAt === undefined ? {} : { toldAt }) }
      }
      if (author !== 'customer' || !isForShop(to) || !isAfter(sentAt, clock.toldAt)) return clock
      return { ...clock, asked: [...clock.asked, sentAt].sort((a, b) => Date.parse(a) - Date.parse(b)) }
    }
    case 'ReplyRequested': {
      const { thuliumMessageId, to } = event.data
      const newest = clock.asked.at(-1)
      // Older replies did not record to whom they went.
      if (newest === undefined || (to && !to.some(isCustomer))) return clock
      return { ...clock, underWay: { ...clock.underWay, [thuliumMessageId]: newest } }
    }
    case 'ReplyRefused':
    case 'ReplyWithdrawn':
      return { ...clock, underWay: without(clock, event.data.thuliumMessageId) }
    case 'ReplySent': {
      const { thuliumMessageId } = event.data
      const upTo = clock.underWay[thuliumMessageId]
      if (upTo === undefined) return stoppedOtherwise(clock)
      return answered({ ...clock, underWay: without(clock, thuliumMessageId) }, upTo)
    }
    case 'AutoReplyRequested':
      return stoppedOtherwise(clock)
    case 'ReplyClockChanged':
      // Nothing of ours stopped it, so a person did: by "no answer needed", say.
      return event.data.shopReplyNeededSince === null && !clock.otherwiseStopped
        ? answered(clock, clock.asked.at(-1))
        : clock
    default:
      return clock
  }
}
