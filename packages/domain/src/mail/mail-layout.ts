import { convert, type FormatCallback, type HtmlToTextOptions } from 'html-to-text'
import { block, paragraph, quote, rule } from './blocks.ts'
import { choice, field } from './form-fields.ts'
import { image, inline, quotation, subscript, superscript } from './glyphs.ts'
import { link } from './links.ts'
import { list } from './lists.ts'
import { marks } from './marks.ts'
import { withRole } from './role-marks.ts'
import { leaveOut, nameThem, type StruckWords } from './struck.ts'
import { hiddenBySheet, rulesInSheets } from './style-sheets.ts'
import { row } from './tables.ts'

/** How each element is laid out. */
const tags = {
  mailInline: '*',
  mailBlock:
    'address article aside body caption center dd details dir div dl dt fieldset figcaption figure footer form head ' +
    'header html label legend main menu nav section summary tbody td tfoot th thead',
  mailSpaced: 'h1 h2 h3 h4 h5 h6',
  mailTable: 'table',
  mailPre: 'pre',
  mailParagraph: 'p',
  mailQuote: 'blockquote',
  mailList: 'ol ul',
  mailRow: 'tr',
  mailLink: 'a',
  mailRule: 'hr',
  mailImage: 'img',
  mailField: 'input',
  mailChoice: 'select',
  mailSuperscript: 'sup',
  mailSubscript: 'sub',
  mailQuotation: 'q',
}

type Formatter = keyof typeof tags

const selectors = Object.entries(tags).flatMap(([format, names]) =>
  names.split(' ').map((selector) => ({ selector, format })),
)
const formatOf: ReadonlyMap<string, string> = new Map(selectors.map(({ selector, format }) => [selector, format]))

/** Lays elements out for readers who get words that are struck out in this way. */
function formattersWith(struck: StruckWords) {
  const inLine = (format: FormatCallback): FormatCallback => withRole(format, struck, true)
  const ownLines = (format: FormatCallback): FormatCallback => withRole(format, struck)
  const formatters = {
    mailInline: inLine(inline),
    mailBlock: ownLines(block(1)),
    mailSpaced: ownLines(block(2)),
    mailTable: ownLines(block(1, 2)),
    mailPre: ownLines(block(1, 1, true)),
    mailParagraph: ownLines(paragraph),
    mailQuote: ownLines(quote),
    mailList: ownLines(list),
    mailRow: ownLines(row),
    mailLink: inLine(link),
    mailRule: ownLines(rule),
    mailImage: image,
    mailField: inLine(field),
    mailChoice: inLine(choice),
    mailSuperscript: inLine(superscript),
    mailSubscript: inLine(subscript),
    mailQuotation: inLine(quotation),
  } as const satisfies Readonly<Record<Formatter, FormatCallback>>
  const named: ReadonlyMap<string, FormatCallback> = new Map(Object.entries(formatters))
  const asWithoutSheet: FormatCallback = (elem, walk, builder, options) => {
    const format = named.get(formatOf.get(elem.name ?? '') ?? '') ?? formatters.mailInline
    format(elem, walk, builder, options)
  }
  return { ...formatters, mailHiddenBySheet: hiddenBySheet(asWithoutSheet), mailStruckBySheet: struck(inline, true) }
}

const optionsWith = (struck: StruckWords): HtmlToTextOptions => ({
  wordwrap: false,
  // A blank without width parts no words; the others are all here.
  whitespaceCharacters: ' \t\r\n\f',
  // Mails in mails have several bodies; what stands outside of them is text as well.
  baseElements: { selectors: [] },
  // The converter calls itself for each level, so a hostile nest of tags would exhaust the stack.
  limits: { maxDepth: 100, ellipsis: marks.leftOut },
  formatters: formattersWith(struck),
  selectors: [...selectors, { selector: 'title', format: 'skip' }],
})

const options = { buyer: optionsWith(leaveOut), agent: optionsWith(nameThem) }

/** For whom a mail is laid out: agents get all that was written, buyers what is valid. */
export type Reader = keyof typeof options

/** Lays the HTML of a mail out in lines, with {@link marks} for the cut. */
export function layOut(html: string, reader: Reader): string {
  const { hidden, struck } = rulesInSheets(html)
  const bySheet = [
    ...struck.map((selector) => ({ selector, format: 'mailStruckBySheet' })),
    ...[...hidden].map(([selector, style]) => ({ selector, format: 'mailHiddenBySheet', options: { style } })),
  ]
  const chosen = options[reader]
  return convert(
    html,
    bySheet.length === 0 ? chosen : { ...chosen, selectors: [...(chosen.selectors ?? []), ...bySheet] },
  )
}
