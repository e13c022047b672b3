import anyAscii from 'any-ascii'
import type { ConversationState } from '../conversation/state.ts'
import { fileSubject } from '../effects/file-subject.ts'
import { shownFileName } from '../text/file-name.ts'

/** Endings under which EmpikPlace takes the very same content. */
const renamed: Record<string, string> = { jpeg: 'jpg' }

const longestStem = 100

/** Letters of any script in those that EmpikPlace takes. */
const ascii = (text: string): string =>
  anyAscii(text.normalize('NFC').replace(/\p{Extended_Pictographic}/gu, '_'))
    // Of what is left, only what no file system and no header takes amiss.
    .replace(/[^\w .()+,@=-]/g, '_')

/** Copied from a window, a name may carry marks of direction; and no system takes dots or spaces at its end for a part of it. */
const withoutEnd = (name: string): string => name.replace(/[\p{Cf}\s.]+$/u, '')

/** The ending of a name in lower case, without the dot; '' when there is none. */
export const fileType = (name: string): string => /\.([^.\s]{1,10})$/.exec(withoutEnd(name))?.[1]?.toLowerCase() ?? ''

/** A name as EmpikPlace takes it: US-ASCII, with an ending from its list where another word for the same is used. */
export function outgoingName(name: string): string {
  const type = fileType(name)
  const whole = withoutEnd(name)
  const stem = ascii(type === '' ? whole : whole.slice(0, -type.length - 1))
    .trim()
    .replace(/^\.+/, '')
    .slice(0, longestStem)
  const ending = renamed[type] ?? ascii(type)
  return `${/[A-Za-z0-9]/.test(stem) ? stem : 'plik'}${ending === '' ? '' : `.${ending}`}`
}

function distinct(name: string, taken: ReadonlySet<string>): string {
  const type = fileType(name)
  const ending = type === '' ? '' : `.${type}`
  const stem = type === '' ? name : name.slice(0, -ending.length)
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${stem}-${number}${ending}`
    if (!taken.has(candidate.toLowerCase())) return candidate
  }
}

export interface OutgoingName {
  name: string
  /** As the agent named it. */
  given: string
}

/**
 * The name under which each file of the agents goes out, by its subject. Distinct in the whole conversation, as documents
 * of one order have to be; it depends on earlier replies alone, so a file keeps its name for ever.
 */
export function outgoingNames({ replies }: ConversationState): ReadonlyMap<string, OutgoingName> {
  const taken = new Set<string>()
  const names = new Map<string, OutgoingName>()
  for (const { thuliumMessageId, attachmentNames } of replies)
    for (const [place, given] of attachmentNames.entries()) {
      const name = distinct(outgoingName(given), taken)
      taken.add(name.toLowerCase())
      names.set(fileSubject(thuliumMessageId, place), { name, given })
    }
  return names
}

/** Whoever reads only the name that EmpikPlace takes would not know the file again: letters of another script, or the end is cut. */
const isUnlike = (given: string): boolean =>
  /(?!\p{Script=Latin})\p{L}|\p{Extended_Pictographic}/u.test(given) || given.length > longestStem

/**
 * The text of the message that carries a file to the buyer: EmpikPlace takes no message without one.
 * @param given as the agent named it
 */
export function outgoingText({ name, given }: OutgoingName): string {
  return `Załącznik: ${name}${isUnlike(given) ? ` (${shownFileName(given)})` : ''}`
}
