import { flatLines, mailLines } from './mail-text.ts'
import { joined, type Line } from './lines.ts'
import { isGreetingAlone } from './letter-words.ts'
import { marks } from './marks.ts'
import { historyAt, withoutHistory } from './quoted-history.ts'
import { withSignatures } from './signature.ts'

export { withFooter } from '../text/footer.ts'
export { lengthFault, replyLimits } from '../text/reply-limits.ts'

function cut(lines: readonly Line[]): string {
  const starts = lines.map((_, index) => historyAt(lines, index))
  const signed = withSignatures(lines, (index) => starts[index] !== undefined)
  return joined(withoutHistory(signed, starts).filter(({ signature }) => !signature))
}

/** Nobody answers with a greeting alone: the answer must be where we took it for something said before. */
const isAnswer = (text: string): boolean => text !== '' && !isGreetingAlone(text)

function replyOf(lines: readonly Line[]): string {
  const short = cut(lines)
  return isAnswer(short) ? short : joined(lines)
}

/**
 * The plain text a buyer gets out of an agent's e-mail-shaped reply: quoted history and signature are cut, what the
 * layout says is kept in words. When the cut leaves nothing, the uncut text is the reply.
 */
export function replyText(body: string): string {
  const text = replyOf(mailLines(body))
  return text.includes(marks.leftOut) ? replyOf(flatLines(body)) : text
}
