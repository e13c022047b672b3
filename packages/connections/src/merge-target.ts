import type { Ticket } from '@connector/thulium'

/**
 * The ticket into which this one was merged, by the entry that Thulium leaves in the empty shell. Its words are not
 * documented and may be in any language; the number is what counts.
 */
export function mergeTarget({ id, messages }: Ticket): number | undefined {
  const last = messages.findLast(({ systemComment }) => /\d/.test(systemComment))
  const numbers = [...(last?.systemComment.matchAll(/\d+/g) ?? [])].map(([digits]) => Number(digits))
  const [target, ...others] = numbers.filter((number) => number !== id)
  return others.length === 0 ? target : undefined
}
