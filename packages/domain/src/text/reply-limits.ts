/** Message text limits of EmpikPlace (M12), in characters. */
export const replyLimits = { min: 3, max: 50_000 } as const

/** Which limit the whole of a reply breaks, its footer included. */
export function lengthFault(text: string): 'too-short' | 'too-long' | undefined {
  if (text.length < replyLimits.min) return 'too-short'
  return text.length > replyLimits.max ? 'too-long' : undefined
}
