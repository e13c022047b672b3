import type { Line } from './lines.ts'

/** Longer lines are prose; none of a mail program's is. */
const maxLength = 400

const textAt = (lines: readonly Line[], index: number): string => {
  const text = lines[index]?.text ?? ''
  return text.length > maxLength ? '' : text.replace(/^[*_\s]+|[*_\s]+$/g, '')
}

const verb = '(?:napisał|napisała|napisał\\(a\\)|napisał/a|napisali|pisze|odpisał|odpisała|wrote|writes|schrieb)'
const endsWithVerb = new RegExp(`(?:^|[\\s>,])${verb}\\s?:$`, 'i')
const verbAlone = new RegExp(`^(?:<\\S{1,200}>\\s*)?${verb}\\s?:$`, 'i')
/** "Am … schrieb Jan <jan@example.com>:" */
const german = /^am .{1,200}schrieb .{1,200}:$/i
/** "Wiadomość napisana przez Jan <jan@example.com> w dniu 2 lis 2026, o godz. 10:15:" */
const apple = /^wiadomość napisana przez .{1,300}\d{1,2}[:.]\d{2}:$/i
/** Horde: "Cytowanie Jan <jan@example.com>:" */
const citing = /^(?:cytowanie|quoting|zitat von) .{1,200}@.{1,200}:$/i

const opening =
  /^(?:(?:w dniu|dnia|on|am)\s|(?:pon|wt|śr|czw|pt|sob|nd|niedz)\.?,|(?:poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela),?|\d{1,2} \p{L}{3,12} \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})/iu
const timeOfDay = /\d{1,2}[:.]\d{2}/
const date = /\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}\.? \p{L}{3,12}\.? \d{4}/u
const mailAddress = /[^\s@<>]@[^\s@<>]/
/** Nobody writes these of their own: only programs do. */
const machineVerb = /\((?:a|y)\):$|\/a:$/i

/** What leads a quote in, in lines `from` to before `end`; `sure` when only a program writes so. */
export interface Attribution {
  end: number
  sure: boolean
}

/** A person writes "producent pisze:" too; a program names a time and mostly an address, and lines of it may be broken. */
export function attributionAt(lines: readonly Line[], from: number): Attribution | undefined {
  let text = ''
  for (let index = from; index < from + 3; index++) {
    const next = textAt(lines, index)
    if (next === '' || next.startsWith('>')) return undefined
    const whole = `${text} ${next}`.trim()
    if (apple.test(whole) || german.test(whole) || citing.test(whole)) return { end: index + 1, sure: true }
    if (endsWithVerb.test(whole)) {
      const hasAddress = mailAddress.test(whole)
      const isDated = timeOfDay.test(whole) || date.test(whole)
      const broken = index > from && !verbAlone.test(next) && !hasAddress
      if (broken || !(isDated || hasAddress || machineVerb.test(whole))) return undefined
      const sure = hasAddress || machineVerb.test(whole) || (opening.test(whole) && whole.includes('użytkownik'))
      return { end: index + 1, sure }
    }
    // Only the start of a program's line goes on in the next one.
    if (!opening.test(whole) && !apple.test(`${whole} 0:00:`) && !mailAddress.test(whole)) return undefined
    text = whole
  }
  return undefined
}

const sender = /^(?:od|from|von|nadawca)\s?:\*?/i
/** Only mail programs tell when something was sent in these words. */
const sent = /^(?:wysłano|wysłane|wysłany|data wysłania|sent|gesendet)\s?:\*?.*\d/i
const sentOn = /^(?:data|date|datum)\s?:\*?.*\d/i
const recipient = /^(?:do|to|an|odbiorca|adresat)\s?:/i
const subject = /^(?:temat|subject|betreff)\s?:/i
const inOneLine =
  /\s(?:wysłano|wysłane|data|sent|date|gesendet)\s?:\*?\s.*\s(?:do|to|an)\s?:.*\s(?:temat|subject|betreff)\s?:/i
const headLines = 7

/** Outlook repeats the head of the earlier message: "Od: …", "Wysłano: …", "Do: …", "Temat: …". */
export function isMailHead(lines: readonly Line[], index: number): boolean {
  const text = textAt(lines, index)
  if (!sender.test(text)) return false
  if (inOneLine.test(text)) return true
  const after = Array.from({ length: headLines }, (_, offset) => textAt(lines, index + 1 + offset))
  const has = (label: RegExp): boolean => after.some((line) => label.test(line))
  return has(sent) || (has(subject) && (has(sentOn) || has(recipient)))
}

const separators = [
  /^-{2,}\s*(?:original message|original-nachricht|ursprüngliche nachricht|wiadomość oryginalna|oryginalna wiadomość|wiadomość źródłowa)(?!\p{L}).{0,80}$/iu,
  /^-{2,}.{0,200}(?:napisał\(a\)|napisał|napisała|pisze|wrote)\s?:?\s*-{2,}$/i,
  /^[#=*\s-]{0,20}(?:odpowiedz|odpisz|odpowiadaj|prosimy o odpowiedź|reply|please reply|please type your reply|write your reply) (?:powyżej|above)(?: tej| this)? (?:linii|line)[#=*\s-]{0,20}$/i,
]

/** Lines after which all was there before. */
export const isSeparator = (line: Line): boolean =>
  line.text.length <= maxLength && separators.some((separator) => separator.test(line.text))

const forwards = [
  /^-{2,}\s*(?:forwarded message|przekazana wiadomość|przekazywana wiadomość|wiadomość przekazana|wiadomość przekazana dalej|treść przekazanej wiadomości|weitergeleitete nachricht)\s*-{2,}$/i,
  /^(?:początek przekaz(?:yw)?anej wiadomości|begin forwarded message|anfang der weitergeleiteten nachricht)\s?:$/i,
]

/** What is forwarded is meant for the buyer; Apple Mail quotes it. */
export const isForward = (lines: readonly Line[], index: number): boolean => {
  const text = textAt(lines, index).replace(/^>\s?/, '')
  return forwards.some((forward) => forward.test(text))
}
