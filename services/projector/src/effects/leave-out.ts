import type { EffectFailure } from '@connector/domain/effects'
import type { WriteResult } from '@connector/outbound-http'
import { toFailure } from './handler.ts'

/** Something that a write can be done without. */
export interface Part {
  /** What the other side may call it, or what it holds: a refusal that says so is about this part. */
  words: readonly string[]
}

/** Answers that are about what was sent (docs/outside/thulium.md: errors), and not about where or by whom. */
const aboutContent: ReadonlySet<number | undefined> = new Set([400, 409, 413, 422])
/** Of something new: what it names is not there. Now and then it is answered wrongly, so it counts when it comes twice. */
const aboutNames: ReadonlySet<number | undefined> = new Set([404, 410])

/** Whether an effect was refused for what it says, or is larger than something in between lets through. */
export const isContentRefusal = ({ failureClass, status }: EffectFailure): boolean =>
  (failureClass === 'refused' && aboutContent.has(status)) || failureClass === 'too-large'

export const isRefusedContent = <T>(result: WriteResult<T>): result is WriteResult<T> & { outcome: 'not-done' } =>
  result.outcome === 'not-done' && isContentRefusal(toFailure(result.failure))

/**
 * Whether a reply that shows who wrote it may be refused for that: an agent whose login was switched off or changed. Not 409,
 * which a merged ticket answers.
 */
export const mayBeTheAuthor = <T>(result: WriteResult<T>): boolean =>
  isRefusedContent(result) && (result.failure.status === 400 || result.failure.status === 422)

const namesWhatIsGone = <T>(result: WriteResult<T>): boolean =>
  result.outcome === 'not-done' && result.failure.class === 'refused' && aboutNames.has(result.failure.status)

/** A refusal of something new for what it says or for what it names. */
const isRefusedNew = <T>(result: WriteResult<T>): result is WriteResult<T> & { outcome: 'not-done' } =>
  isRefusedContent(result) || namesWhatIsGone(result)

/**
 * Writes something new, and when that is refused, again without what may be the reason. No list of reasons is documented, so the text of a
 * refusal is only a hint where to begin. A refusal did nothing, so each try is a first one: at most three for each part.
 * @param parts the ones that matter least come first
 * @param answered to the whole, when that was tried already
 */
export async function withoutRefused<P extends Part, T>(
  parts: readonly P[],
  write: (leftOut: readonly P[]) => Promise<WriteResult<T>>,
  answered?: WriteResult<T>,
): Promise<{ result: WriteResult<T>; leftOut: readonly P[] }> {
  let first = answered ?? (await write([]))
  if (namesWhatIsGone(first)) first = await write([])
  if (!isRefusedNew(first)) return { result: first, leftOut: [] }

  // What the refusals name, one after another.
  let named: readonly P[] = []
  for (let { message } = first.failure; ;) {
    const next = parts.find((part) => !named.includes(part) && part.words.some((word) => message.includes(word)))
    if (!next) break
    named = [...named, next]
    const result = await write(named)
    if (!isRefusedNew(result)) return { result, leftOut: named }
    message = result.failure.message
  }
  const others = parts.filter((part) => !named.includes(part))
  const tries = [
    // Any one of them.
    ...others.map((part) => [part]),
    // Several of them, so that those that matter most go last.
    ...others.map((_, index) => others.slice(0, index + 1)).slice(1),
    ...(named.length > 0 && others.length > 0 ? [[...named, ...others]] : []),
  ]
  for (const leftOut of tries) {
    const result = await write(leftOut)
    if (!isRefusedNew(result)) return { result, leftOut }
  }
  return { result: first, leftOut: [] }
}
