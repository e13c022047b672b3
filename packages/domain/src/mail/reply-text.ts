import { convertedOnce } from '../text/converted-once.ts'
import { leftOutKinds, leftOutOf, type LeftOut, type LeftOutKind } from './left-out.ts'
import { isGreetingAlone } from './letter-words.ts'
import { isQuoted, isRule, joined, type Line } from './lines.ts'
import { mailLines } from './mail-text.ts'
import { historyAt, withoutHistory, type HistoryStart } from './quoted-history.ts'
import { withSignatures } from './signature.ts'

export { withFooter } from '../text/footer.ts'
export { lengthFault, replyLimits } from '../text/reply-limits.ts'
export type { LeftOut, LeftOutKind } from './left-out.ts'

/** The text of a reply, and what of it the buyer does not get. */
export interface ReadReply {
  text: string
  leftOut: LeftOut[]
  /**
   * What goes out of a reply whose own words, but for a greeting, can only be in what looks like a signature or like what was
   * said before: nothing of these where its files are the answer.
   */
  besideFiles?: Pick<ReadReply, 'text' | 'leftOut'>
}

interface Cut extends Pick<ReadReply, 'text' | 'leftOut'> {
  /** Whether all that was cut a program quoted, or led in: no answer can stand in it. */
  isQuotedAlone: () => boolean
}

function cut(lines: readonly Line[]): Cut {
  const starts = lines.map((_, index) => historyAt(lines, index))
  const signed = withSignatures(lines, (index) => starts[index] !== undefined)
  const kept = withoutHistory(signed, starts).filter(({ signature }) => !signature)
  return {
    text: joined(kept),
    leftOut: leftOutOf(signed, kept),
    isQuotedAlone: () => isQuotedAlone(signed, starts, new Set(kept)),
  }
}

function isQuotedAlone(
  lines: readonly Line[],
  starts: readonly (HistoryStart | undefined)[],
  kept: ReadonlySet<Line>,
): boolean {
  let led = 0
  let isLed = false
  return (
    lines.every((line, index) => {
      const start = starts[index]
      if (start?.quoted === true) {
        led = Math.max(led, start.body)
        isLed = true
      }
      return kept.has(line) || line.text === '' || line.signature || isRule(line) || isQuoted(line) || index < led
    }) && isLed
  )
}

/**
 * Nobody answers with a greeting alone: the answer must be where we took it for something said before. Between lines that a
 * program quoted there is none, so whoever sent a greeting above these sent it too early.
 */
const isAnswer = ({ text, isQuotedAlone }: Cut): boolean => text !== '' && (!isGreetingAlone(text) || isQuotedAlone())

/**
 * The plain text a buyer gets out of an agent's e-mail-shaped reply: quoted history and signature are cut, what the
 * layout says is kept in words. When the cut leaves nothing, the uncut text is the reply.
 */
export const readReply = convertedOnce((body: string): ReadReply => {
  const { lines, tooDeep, tooLong } = mailLines(body, 'buyer')
  const short = cut(lines)
  const reply = isAnswer(short) ? short : { text: joined(lines), leftOut: leftOutOf(lines, lines) }
  const bounds: Readonly<Partial<Record<LeftOutKind, boolean>>> = { 'too-deep': tooDeep, 'too-long': tooLong }
  const withBounds = (leftOut: readonly LeftOut[]): LeftOut[] => [
    ...leftOut,
    ...leftOutKinds.filter((kind) => bounds[kind] === true).map((kind) => ({ kind })),
  ]
  return {
    text: reply.text,
    leftOut: withBounds(reply.leftOut),
    ...(reply === short ? {} : { besideFiles: { text: short.text, leftOut: withBounds(short.leftOut) } }),
  }
})

export const replyText = (body: string): string => readReply(body).text
