import { withTags } from './markup.ts'

/**
 * A parser of HTML, and what walks its tree, pay for each level of a nest: a megabyte of opened `<div>` cost 50 seconds.
 * A mail program nests some 20 levels, a newsletter's tables 40; each message of a long history adds about 4.
 */
const maxDepth = 80

/** Each of these sets a sign before all lines inside it. */
const maxOf: Readonly<Record<string, number>> = { blockquote: 8, ol: 8, ul: 8, li: 8, table: 12 }

/**
 * Each costs its own, however little is in it. A mail of 1 MB that a mail program wrote has up to 15 000, with 70 characters of
 * styles each; one that is nothing but elements, 250 000. What comes after these stays as text, in lines.
 */
const mostElements = 15_000

/**
 * Beginnings and ends of elements, also of those that stay as text. With what each of them must hold, nothing that a person wrote
 * has so many; what is behind them is cut, as what is behind {@link maxLength}.
 */
export const mostTags = 40_000

/** What sets its lines in, level by level, and what people write inside; a quote stays one. */
const indented = new Set('ol ul li table thead tbody tfoot tr td th p b i u em strong font'.split(' '))

const blocks = new Set(
  (
    'address article aside blockquote center dd details dir div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr li main menu nav ol p pre section table tbody td tfoot th thead tr ul'
  ).split(' '),
)
const voids = new Set('area base br col hr img input link meta source wbr'.split(' '))

/** Which open elements a parser closes by itself before it opens another. */
function closes(opened: string, open: string | undefined): boolean {
  switch (open) {
    case 'p':
      return blocks.has(opened)
    case 'li':
      return opened === 'li'
    case 'dd':
    case 'dt':
      return opened === 'dd' || opened === 'dt'
    case 'td':
    case 'th':
      return ['td', 'th', 'tr', 'tbody', 'thead', 'tfoot'].includes(opened)
    case 'tr':
      return ['tr', 'tbody', 'thead', 'tfoot'].includes(opened)
    default:
      return false
  }
}

const asText = (tag: string): string => {
  const name = nameOf(tag)
  return blocks.has(name) || name === 'br' ? '\n' : ''
}

const nameOf = (tag: string): string => /^<\/?([a-z][\w:]*)/i.exec(tag)?.[1]?.toLowerCase() ?? ''

/** The open elements, outermost first, with how often each name is among them. */
class Nest {
  readonly #open: string[] = []
  readonly #count = new Map<string, number>()

  get depth(): number {
    return this.#open.length
  }

  count(name: string): number {
    return this.#count.get(name) ?? 0
  }

  open(name: string): void {
    while (closes(name, this.#open.at(-1))) this.#pop()
    this.#open.push(name)
    this.#count.set(name, (this.#count.get(name) ?? 0) + 1)
  }

  close(name: string): void {
    if ((this.#count.get(name) ?? 0) === 0) return
    while (this.#pop() !== name);
  }

  /** Closes the innermost lists and tables, so that what follows is set in once. */
  closeIndented(): string {
    let ends = ''
    for (let name = this.#open.at(-1); name !== undefined && indented.has(name); name = this.#open.at(-1)) {
      ends += `</${name}>`
      this.#pop()
    }
    return ends
  }

  #pop(): string | undefined {
    const name = this.#open.pop()
    if (name !== undefined) this.#count.set(name, (this.#count.get(name) ?? 1) - 1)
    return name
  }
}

/** HTML that a parser reads in time. */
interface BoundedHtml {
  html: string
  /** Tags were left out. */
  tooDeep: boolean
  /** The rest was cut. */
  tooLong: boolean
}

/**
 * HTML without the tags that are nested too deep, or are too many; their words stay, in lines. Each `<` that is not part of a tag
 * is escaped.
 * @param tags what counts as a tag
 * @param most so many of them are read
 */
export function withBoundedDepth(html: string, tags: RegExp, most = Infinity): BoundedHtml {
  const nest = new Nest()
  /** Elements left out, by name: their ends are left out as well. */
  const dropped = new Map<string, number>()
  let tooDeep = false
  let seen = 0
  let opened = 0
  const bounded = withTags(html, tags, (tag) => {
    if (++seen > most) return undefined
    if (opened > mostElements) return asText(tag)
    if (!tag.startsWith('</') && ++opened > mostElements) {
      tooDeep = true
      return `${nest.closeIndented()}<pre>${asText(tag)}`
    }
    const name = nameOf(tag)
    if (name === '' || voids.has(name) || tag.endsWith('/>')) return tag
    // These are found with all that they enclose.
    if ((name === 'style' || name === 'title') && tag.includes('</', 1)) return tag
    const gap = blocks.has(name) ? '<br>' : ''
    if (tag.startsWith('</')) {
      const missing = dropped.get(name) ?? 0
      if (missing > 0) {
        dropped.set(name, missing - 1)
        return gap
      }
      nest.close(name)
      return tag
    }
    if (nest.depth < maxDepth && nest.count(name) < (maxOf[name] ?? maxDepth)) {
      nest.open(name)
      return tag
    }
    tooDeep = true
    dropped.set(name, (dropped.get(name) ?? 0) + 1)
    return gap
  })
  return { html: opened > mostElements ? `${bounded}</pre>` : bounded, tooDeep, tooLong: seen > most }
}

/** A text for EmpikPlace has 50 000 characters; markup and history take more, and pictures in the text the most. */
const maxLength = 1_000_000

const dataUrl = /(=\s?["']?data:)[^"'\s<>]{100,}/gi

/** More than 50 000 characters have, with words in them. */
const mostLines = 40_000

/** What has more lines is cut. */
export function withBoundedLines(text: string): { text: string; tooLong: boolean } {
  let end = -1
  for (let line = 0; line < mostLines; line++) {
    end = text.indexOf('\n', end + 1)
    if (end < 0) return { text, tooLong: false }
  }
  return { text: text.slice(0, end), tooLong: true }
}

/** What is longer is cut; pictures that are written into the text do not count. */
export function withBoundedLength(body: string): { body: string; tooLong: boolean } {
  const text = body.length > maxLength ? body.replace(dataUrl, '$1') : body
  if (text.length <= maxLength) return { body: text, tooLong: false }
  return { body: text.slice(0, maxLength).replace(/[\uD800-\uDBFF]$|<[^<>]{0,2000}$|&[#\w]{0,10}$/, ''), tooLong: true }
}
