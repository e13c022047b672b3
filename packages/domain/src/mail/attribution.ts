import { hasAddress, hasDate, hasProgramsAddress, hasTime, textAt } from './header-words.ts'
import { isQuoted, nextText, type Line } from './lines.ts'

/** No mail program's line is broken into more, also by a telephone that breaks after few words. */
const maxLines = 8

const verb =
  /(?:^|[\s>,(])(?:napisał|napisała|napisał\(a\)|napisał\/a|napisali|pisze|odpisał|odpisała|wrote|writes|schrieb|escribió|écrit|ha scritto|schreef|пише|написав|написала|написал|napsal|napsala|napsal\(a\)|píše|napísal|napísala|cytowanie|quoting|zitat von)(?=$|[\s:,)])/iu

/** Nobody writes these of their own: only programs do. */
const machineVerb = /\((?:a|y|la|в|ла)\)\s?:$|\/a\s?:$/iu

const machineWord = /\sużytkownik\s/iu

/** The first words of such a line; they help to find where a broken one begins. */
const openingWords =
  /^(?:(?:w dniu|dnia|dne|dňa|on|am|le|el|il|em|op|den)\s|wiadomość napisana|użytkownik\s|uživatel\s|користувач\s|cytowanie\s|quoting\s|zitat von\s|(?:pon|wt|śr|czw|pt|sob|nd|ndz|niedz|mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|po|út|st|čt|pá|ne|št|pi|пн|вт|ср|чт|пт|сб|нд|вс)[.,]|(?:poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|pondělí|úterý|středa|čtvrtek|pátek|neděle|понеділок|вівторок|середа|четвер|п.ятниця|субота|неділя|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)[,\s])/iu
const openingDate = /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|\d{1,2}\.? \p{L}{3,12}\.? \d{4})/u

/** "… o godz.", "pon.", "r.": a point that ends no sentence. */
const abbreviation = /(?:^|[\s,(\d])\p{L}{1,5}\.$/u
const endsSentence = (text: string): boolean => /[.!?:;…]$/.test(text) && !abbreviation.test(text)

/** Such a line goes on with what the one before began. */
const goesOn = /^(?:[<([\d]|\p{Ll})/u
const full = 50

/** The colon of Chinese and Japanese is another character, and where letters run from right to left a mark may follow. */
const endsInColon = (text: string): boolean =>
  /[:：][\u200E\u200F\u202A-\u202E\u2066-\u2069]*$/.test(text.slice(-mostMarks - 1))
const mostMarks = 8

/** What leads a quote in, in lines `from` to before `end`; `sure` when only a program writes so. */
export interface Attribution {
  end: number
  sure: boolean
}

/** Whether the words are a mail program's: a time and a date, or an address with a date or with its verb. */
const isProgram = (text: string): boolean =>
  hasProgramsAddress(text)
    ? hasDate(text) || verb.test(text)
    : hasDate(text) && (hasTime(text) || hasAddress(text) || machineVerb.test(text)) && namesDateFirst(text)

/** All that a program tells of the mail that it quotes. */
const isWhole = (text: string): boolean => hasProgramsAddress(text) && hasDate(text) && hasTime(text)

/** "Kurier (biuro@kurier.example) odpisał dnia 12.11.2026:" is a person's; without an address in brackets, programs begin with the date, or with a name right before it. */
const firstWords = /^(?:\S{1,40}\s+){0,3}\S{1,40}/
const nameAndDate = /^(?:\p{Lu}\S{0,40}\s+){1,5}\d/u
const namesDateFirst = (text: string): boolean =>
  openingWords.test(text) ||
  nameAndDate.test(text) ||
  hasDate(firstWords.exec(text.split(/\S*@/, 1)[0] ?? '')?.[0] ?? '')

/** With nothing quoted below it: a person who passes on what a courier wrote names the hour and the address, too. */
const isSure = (text: string): boolean =>
  hasDate(text) &&
  hasTime(text) &&
  verb.test(text) &&
  (machineVerb.test(text) || machineWord.test(text)) &&
  (hasProgramsAddress(text) || openingWords.test(text))

/** Nothing but a person's sentence stands before the real beginning. */
function beginsLater(parts: readonly string[]): boolean {
  const strong = openingWords.test(parts[0] ?? '')
  return parts.some((part, index) => {
    if (index === 0 || !(openingWords.test(part) || openingDate.test(part))) return false
    const rest = parts.slice(index).join(' ')
    if (!isProgram(rest)) return false
    const before = parts.slice(0, index).join(' ')
    return !strong || openingWords.test(part) || hasDate(before)
  })
}

function mayBegin(lines: readonly Line[], from: number, parts: readonly string[], quoteFollows: boolean): boolean {
  const [first = '', ...rest] = parts
  if (openingWords.test(first) || openingDate.test(first)) return true
  const opensParagraph = from === 0 || lines[from - 1]?.text === '' || lines[from]?.paragraph === true
  if (rest.length === 0) return opensParagraph || hasDate(first) || hasProgramsAddress(first)
  if (!opensParagraph) return false
  if (rest.every((part, index) => goesOn.test(part) || (parts[index]?.length ?? 0) >= full)) return true
  // Broken after few words, as telephones do, it may go on with a name; then it leads a quote in and begins as one.
  return quoteFollows && isWhole(parts.join(' ')) && (hasDate(first) || hasTime(first) || hasProgramsAddress(first))
}

/**
 * A person writes "producent pisze:" too; a program names a time, a date or an address, in whatever language, and its
 * line may be broken into several. It is taken from its first line.
 */
export function attributionAt(lines: readonly Line[], from: number): Attribution | undefined {
  const parts: string[] = []
  for (let index = from; index < from + maxLines; index++) {
    const part = textAt(lines, index)
    if (part === '' || part.startsWith('>')) return undefined
    parts.push(part)
    const leadsQuote = isQuoted(lines[nextText(lines, index + 1)])
    if (!endsInColon(part) && !(leadsQuote && isWhole(parts.join(' ')))) {
      if (endsSentence(part)) return undefined
      continue
    }
    const text = parts.join(' ')
    if (!isProgram(text)) return undefined
    return mayBegin(lines, from, parts, leadsQuote) && !beginsLater(parts)
      ? {
          end: index + 1,
          sure: isSure(text) || (lines[from]?.ruled === true && hasDate(text) && (hasAddress(text) || verb.test(text))),
        }
      : undefined
  }
  return undefined
}
