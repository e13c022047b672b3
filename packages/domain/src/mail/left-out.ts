import type { Line } from './lines.ts'
import { isRule } from './lines.ts'

/** What of a mail its reader does not get. Other kinds may come. */
export const leftOutKinds = ['quotation', 'signature', 'picture', 'hidden', 'too-deep', 'too-long'] as const
export type LeftOut = (typeof leftOutKinds)[number]

/**
 * What is missing of the lines of a mail.
 * @param all with their signatures told
 * @param kept what goes out
 */
export function leftOutOf(all: readonly Line[], kept: readonly Line[]): LeftOut[] {
  const sent = new Set(kept)
  const cut = all.filter((line) => !sent.has(line) && line.text !== '' && !isRule(line))
  const told: Readonly<Record<LeftOut, boolean>> = {
    quotation: cut.some(({ signature }) => !signature),
    signature: cut.some(({ signature }) => signature),
    picture: kept.some(({ had }) => had?.picture === true),
    hidden: kept.some(({ had }) => had?.hidden === true),
    'too-deep': false,
    'too-long': false,
  }
  return leftOutKinds.filter((kind) => told[kind])
}
