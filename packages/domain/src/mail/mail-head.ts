import { hasAddress, hasDate, hasProgramsAddress, hasTime, maxLength, textAt } from './header-words.ts'
import { isRule, textBefore, type Line } from './lines.ts'

/** The labels of a head in the languages around us; bold ones need no language. */
const kinds = {
  sender: /^(?:od|from|von|de|da|van|від|от|odesílatel|odesílatel|odosielateľ|отправитель|відправник)$/,
  sent: /^(?:wysłano|wysłane|wysłany|wysłana|sent|gesendet|odesláno|odoslané|надіслано|відправлено|отправлено|envoyé|enviado|inviato|verzonden)$/,
  date: /^(?:data|date|datum|дата|dátum|fecha)$/,
  recipient: /^(?:do|to|an|komu|pro|кому|à|para|aan)$/,
  copy: /^(?:dw|udw|cc|bcc|kopia|kopie|kópia|копія|копия|do wiadomości)$/,
  subject: /^(?:temat|subject|betreff|předmět|predmet|тема|objet|asunto|oggetto|onderwerp)$/,
  other:
    /^(?:ważność|priorytet|importance|wichtigkeit|důležitost|важливість|załączniki|attachments?|anlagen|přílohy|вкладення|odpowiedz do|reply-to|antwort an)$/,
  /** These stand on the labels of parcels, too. */
  parcel: /^(?:nadawca|odbiorca|adresat|data wysłania|absender|empfänger|sender|recipient)$/,
}
type Kind = keyof typeof kinds
const kindNames = ['sender', 'sent', 'date', 'recipient', 'copy', 'subject', 'other', 'parcel'] as const

const colon = /[:：]/

/** The colon of Chinese and Japanese is another character. */
const labelled = /^([^:：\n]{1,30}?)[*_]{0,2}\s?[:：][*_]{0,2}(?:\s+(.*))?$/u

interface Entry {
  kind: Kind | undefined
  value: string
  bold: boolean
}

/** Each line is asked for by up to 14 lines above it. */
const known = new WeakMap<Line, Entry | 'none'>()

function entryAt(lines: readonly Line[], index: number): Entry | undefined {
  const line = lines[index]
  if (line === undefined || !colon.test(line.text)) return undefined
  const entry = known.get(line) ?? readEntry(lines, index) ?? 'none'
  known.set(line, entry)
  return entry === 'none' ? undefined : { ...entry }
}

function readEntry(lines: readonly Line[], index: number): Entry | undefined {
  const match = labelled.exec(textAt(lines, index))
  const words = (match?.[1] ?? '').replace(/[*_]/g, '').trim().toLowerCase()
  if (words === '') return undefined
  const value = (match?.[2] ?? '').trim()
  return { kind: kindNames.find((kind) => kinds[kind].test(words)), value, bold: lines[index]?.label === true }
}

const headLines = 14

/** Recipients and dates that were broken go on in no sentence. */
const sentence = /[\p{L}\d]{3}[.!?]$/u

/**
 * The labelled lines from `index` on. A line that was broken goes on in the next ones; a foreign label ends a head, and
 * says that it may be none.
 */
function entriesFrom(lines: readonly Line[], index: number): { entries: Entry[]; foreign: boolean } {
  const entries: Entry[] = []
  let broken = 0
  for (let at = index; at < Math.min(lines.length, index + headLines); at++) {
    const text = textAt(lines, at)
    const entry = entryAt(lines, at)
    const last = entries.at(-1)
    // No head says the same twice.
    if (entry?.kind !== undefined && entries.some(({ kind }) => kind === entry.kind)) break
    if (entry !== undefined && (entry.kind !== undefined || (entry.bold && entries.every(({ bold }) => bold)))) {
      entries.push(entry)
      broken = 0
    } else if (last === undefined) break
    else if (entry !== undefined && entry.value !== '' && /^[\p{L} ./-]+$/u.test(text.slice(0, text.search(/[:：]/))))
      return { entries, foreign: true }
    // Paragraphs have space between them.
    else if (text === '') {
      const next = entryAt(lines, at + 1)
      if (next?.kind === undefined && next?.bold !== true) break
    } else if (++broken > 2 || (last.kind !== 'subject' && sentence.test(text))) break
    else last.value += ` ${text}`
  }
  return { entries, foreign: false }
}

const inOneLine =
  /\s(?:wysłano|wysłane|data|sent|date|gesendet|надіслано|odesláno)\s?:\*?\s.*\s(?:do|to|an|кому|komu)\s?:.*\s(?:temat|subject|betreff|тема|předmět)\s?:/i

const ruledAt = (lines: readonly Line[], index: number): boolean => {
  if (lines[index]?.ruled === true) return true
  const above = textBefore(lines, index)
  return above !== undefined && isRule(above)
}

/** Outlook draws 32 of them above the head in plain text; people draw shorter lines, and of hyphens. */
const underscores = /^_{30,}$/
const fewestUnknown = 4
const unknownLabel = /^\p{L}[\p{L} .'-]{0,29}:\s+\S/u

/**
 * A head in a language that is not known, and not bold: under the line of a mail program the sender with his address, and
 * below him, a label on each line, a date with its time.
 */
function isUnknownHead(lines: readonly Line[], index: number, led: boolean): boolean {
  if (!hasProgramsAddress(textAt(lines, index))) return false
  if (!led && !underscores.test(textBefore(lines, index)?.text ?? '')) return false
  let end = index
  while (end < index + headLines && unknownLabel.test(textAt(lines, end))) end++
  const labels = lines.slice(index + 1, end).map(({ text }) => text)
  return end - index >= fewestUnknown && labels.some((text) => hasDate(text) && hasTime(text))
}

/** A label right above says that the lines begin there: of a mail that should be written, "Do: …" stands above "Od: …". */
const goesOnFrom = (lines: readonly Line[], index: number): boolean => {
  const above = entryAt(lines, index - 1)
  return above?.kind !== undefined && above.kind !== 'other'
}

/** GMX and others tell first when it was sent: then all four are there, with the hour and the address as programs write them. */
function beginsWithDate(entries: readonly Entry[]): boolean {
  const [first, ...others] = entries
  const isTimed = first !== undefined && hasTime(first.value) && (first.kind === 'sent' || first.kind === 'date')
  const sender = others.find(({ kind }) => kind === 'sender')
  const rest = (['recipient', 'subject'] as const).every((wanted) => others.some(({ kind }) => kind === wanted))
  return isTimed && rest && sender !== undefined && hasProgramsAddress(sender.value)
}

/** "Od: 10:15" and "Od: 2.11.2026" name no sender. */
const isHours = ({ kind, value }: Entry): boolean =>
  kind === 'sender' && !hasAddress(value) && (hasTime(value) || hasDate(value))

/**
 * Outlook and many others repeat the head of the earlier message: "Od: …", "Wysłano: …", "Do: …", "Temat: …". Of two
 * such labels an agent writes himself, of a parcel or an appointment; so there must be more: all four of them, an address,
 * a line across, or bold labels.
 * @param led a separator stands above
 */
export function isMailHead(lines: readonly Line[], index: number, led = false): boolean {
  const first = entryAt(lines, index)
  if (first === undefined || (lines[index]?.text.length ?? 0) > maxLength) return false
  // "De" is of several languages, whose other words we may not know.
  if (!first.bold && isUnknownHead(lines, index, led)) return true
  if (first.kind === undefined && !first.bold) return false
  if (first.kind === 'sender' && inOneLine.test(textAt(lines, index))) return true
  const { entries, foreign: endsForeign } = entriesFrom(lines, index)
  const has = (...wanted: Kind[]): boolean => entries.some(({ kind }) => kind !== undefined && wanted.includes(kind))
  // A program that says "Od" has words we know for the rest; "Numer" is of a parcel, bold or not.
  const foreign = endsForeign || (has('sender') && entries.some(({ kind }) => kind === undefined || kind === 'parcel'))
  const values = entries.map(({ value }) => value)
  const dated = entries.filter(
    ({ kind, value }) => hasDate(value) || (hasTime(value) && (kind === 'sent' || kind === 'date')),
  )
  const addressed = values.some(hasAddress)
  const ruled = led || ruledAt(lines, index)
  if (entries.some(isHours)) return false
  const bold = entries.filter((entry) => entry.bold).length
  // All four labels in bold, under a line across, are a program's, however it tells the day.
  const isWholeHead =
    ruled && bold >= 4 && [has('sender'), has('sent'), has('recipient'), has('subject')].every(Boolean)
  if (entries.length < 3 || (dated.length === 0 && !isWholeHead)) return false
  // What a program repeats begins with the sender, or has a line across or bold labels above.
  const isPlain = !ruled && entries.every((entry) => !entry.bold)
  if (isPlain && goesOnFrom(lines, index)) return false
  if (isPlain && entries[0]?.kind !== 'sender') return beginsWithDate(entries)
  const timed = values.some(hasTime)
  // In any language the sender stands first; an address further down, or a line across, people write of an order too.
  const sentBy = hasProgramsAddress(entries[0]?.value ?? '')
  const isTold = has('sender') && !foreign
  // "Od: poniedziałku, Do: piątku" says neither who wrote nor when.
  const isWritten = addressed || timed || has('sent')
  if (isTold && isWritten && ((bold >= 3 && ruled) || (bold >= 4 && has('subject')))) return true
  // A person to call, with time and place, is set in bold by agents too; of a mail the recipient has an address as well.
  const isMail = sentBy && timed && (ruled || values.slice(1).some(hasAddress))
  if (!isTold && isMail && bold >= fewestUnknown) return true
  const fromProgram = has('sender') && has('sent', 'date') && has('recipient', 'subject')
  if (!fromProgram) return foreign ? false : ruled && addressed && has('subject') && has('parcel')
  // "Od: 10:15, Do: 12:00, Data: …, Temat: …" is an appointment; only programs say when it was sent, or name the hour.
  const isSent = has('sent') || addressed || led || dated.some(({ value }) => hasTime(value))
  if (has('subject') && has('recipient')) return foreign ? addressed : isSent
  if (foreign) return false
  return (ruled && (has('sent', 'subject') || timed || addressed)) || (addressed && (timed || has('subject')))
}
