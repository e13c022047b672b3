/** Whom an agent names in the first line of a reply, whatever the settings say. */
export type ReplyAddress = 'customer' | 'operator' | 'everyone'

const words: Readonly<Record<string, ReplyAddress>> = {
  '@klient': 'customer',
  '@operator': 'operator',
  '@wszyscy': 'everyone',
}

/** As letters address somebody; with it, too, what was meant for the operator would reach the buyer. */
const salutation = /\s*[:,;.!–-]$/

/** Takes the address off a reply: one of the words alone in its first line. Any other word is a part of the text. */
export function takeAddress(text: string): { address: ReplyAddress | undefined; text: string } {
  const [first = '', ...rest] = text.split('\n')
  const address = words[first.trim().replace(salutation, '').toLowerCase()]
  return address ? { address, text: rest.join('\n').trim() } : { address: undefined, text }
}
