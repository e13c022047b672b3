/** Message text limits of EmpikPlace (M12), in characters. */
export const replyLimits = { min: 3, max: 50_000 } as const

/**
 * How many characters a text has against the short limit: whole ones, of which some take two units of a JavaScript string.
 * Characters are not defined further by EmpikPlace, so the long limit counts the units: however the other side counts, it
 * comes to no other result.
 */
const wholeCharacters = (text: string): number => Array.from(text).length

/** Which limit the whole of a reply breaks, its footer included, and how long it is by the count of that limit. */
export function lengthFaultOf(text: string): { reason: 'too-short' | 'too-long'; length: number } | undefined {
  // Only a text of a few units may have too few characters.
  if (text.length < 2 * replyLimits.min) {
    const length = wholeCharacters(text)
    if (length < replyLimits.min) return { reason: 'too-short', length }
  }
  return text.length > replyLimits.max ? { reason: 'too-long', length: text.length } : undefined
}

export const lengthFault = (text: string): 'too-short' | 'too-long' | undefined => lengthFaultOf(text)?.reason
