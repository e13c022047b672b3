import type { ConversationState } from '../conversation/state.ts'
import { fileSubject } from '../effects/file-subject.ts'

/** Letters that have no accent to take off. */
const letters: Record<string, string> = { ł: 'l', Ł: 'L', ß: 'ss', æ: 'ae', Æ: 'AE', ø: 'o', Ø: 'O', đ: 'd', Đ: 'D' }

/** Endings under which EmpikPlace takes the very same content. */
const renamed: Record<string, string> = { jpeg: 'jpg' }

const longestStem = 100

const ascii = (text: string): string =>
  text
    .replace(/[łŁßæÆøØđĐ]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
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

/**
 * The name under which each file of the agents goes out, by its subject. Distinct in the whole conversation, as documents
 * of one order have to be; it depends on earlier replies alone, so a file keeps its name for ever.
 */
export function outgoingNames({ replies }: ConversationState): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  const names = new Map<string, string>()
  for (const { thuliumMessageId, attachmentNames } of replies)
    for (const [place, given] of attachmentNames.entries()) {
      const name = distinct(outgoingName(given), taken)
      taken.add(name.toLowerCase())
      names.set(fileSubject(thuliumMessageId, place), name)
    }
  return names
}

/** The text of the message that carries a file to the buyer: EmpikPlace takes no message without one. */
export const outgoingText = (name: string): string => `Załącznik: ${name}`
