import { attributionAt } from './attribution.ts'
import { joined, toLines } from './lines.ts'

/** More lines than lead a quotation in. */
const mostLines = 8

/** Takes off the line at the end, broken or not, by which a mail program leads a quotation in. */
export function withoutLead(text: string): string {
  // The quotation that followed is the second sign.
  const lines = toLines(`${text}\n>`)
  const end = lines.length - 1
  for (let at = Math.max(0, end - mostLines); at < end; at++)
    if (attributionAt(lines, at)?.end === end) return joined(lines.slice(0, at))
  return text
}
