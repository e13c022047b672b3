import { shorten } from '../text/shorten.ts'
import { isRule, type Line } from './lines.ts'

/** What of a mail its reader does not get. Other kinds may come. */
export const leftOutKinds = [
  'short',
  'quotation',
  'signature',
  'picture',
  'link',
  'hidden',
  'struck',
  'too-deep',
  'too-long',
] as const
export type LeftOutKind = (typeof leftOutKinds)[number]

export interface LeftOut {
  kind: LeftOutKind
  /** First characters of a quotation that was cut off, in one line, or the whole of a text that is too short to go. */
  begins?: string
}

/** As much as a comment in the ticket shows: enough to see whether it was the agent's own words. */
const longestBeginning = 200

const cutFrom = (all: readonly Line[], kept: ReadonlySet<Line>): Line[] =>
  all.filter((line) => !kept.has(line) && line.text !== '' && !isRule(line))

/**
 * What is missing of the lines of a mail.
 * @param all with their signatures told
 * @param kept what goes out
 */
export function leftOutOf(all: readonly Line[], kept: readonly Line[]): LeftOut[] {
  const cut = kept.length === all.length ? [] : cutFrom(all, new Set(kept))
  const quotation = cut.filter(({ signature }) => !signature)
  const told: Readonly<Record<LeftOutKind, boolean>> = {
    short: false,
    quotation: quotation.length > 0,
    signature: cut.some(({ signature }) => signature),
    picture: kept.some(({ had }) => had?.picture === true),
    link: kept.some(({ had }) => had?.link === true),
    hidden: kept.some(({ had }) => had?.hidden === true),
    struck: kept.some(({ had }) => had?.struck === true),
    'too-deep': false,
    'too-long': false,
  }
  const begins = shorten(
    quotation
      .slice(0, longestBeginning)
      .map(({ text }) => text.replace(/\s+/g, ' ').trim())
      .join(' '),
    longestBeginning,
  )
  return leftOutKinds.filter((kind) => told[kind]).map((kind) => (kind === 'quotation' ? { kind, begins } : { kind }))
}
