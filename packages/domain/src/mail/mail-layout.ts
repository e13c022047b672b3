import { convert, type HtmlToTextOptions } from 'html-to-text'
import { block, paragraph, quote, rule } from './blocks.ts'
import { image, inline, subscript, superscript } from './glyphs.ts'
import { link } from './links.ts'
import { list } from './lists.ts'
import { marks } from './marks.ts'
import { withRole } from './role-marks.ts'
import { hiddenBySheet, hiddenNames } from './style-sheets.ts'
import { row } from './tables.ts'

const formatters = {
  mailInline: withRole(inline, true),
  mailBlock: withRole(block(1)),
  mailSpaced: withRole(block(2)),
  mailTable: withRole(block(1, 2)),
  mailPre: withRole(block(1, 1, true)),
  mailParagraph: withRole(paragraph),
  mailQuote: withRole(quote),
  mailList: withRole(list),
  mailRow: withRole(row),
  mailLink: withRole(link, true),
  mailRule: withRole(rule),
  mailImage: image,
  mailSuperscript: withRole(superscript, true),
  mailSubscript: withRole(subscript, true),
  mailHiddenBySheet: hiddenBySheet,
}

const tags: Readonly<Record<Exclude<keyof typeof formatters, 'mailHiddenBySheet'>, string>> = {
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
  mailSuperscript: 'sup',
  mailSubscript: 'sub',
}

const selectors = Object.entries(tags).flatMap(([format, names]) =>
  names.split(' ').map((selector) => ({ selector, format })),
)

const options: HtmlToTextOptions = {
  wordwrap: false,
  // A blank without width parts no words; the others are all here.
  whitespaceCharacters: ' \t\r\n\f',
  // Mails in mails have several bodies; what stands outside of them is text as well.
  baseElements: { selectors: [] },
  // The converter calls itself for each level, so a hostile nest of tags would exhaust the stack.
  limits: { maxDepth: 100, ellipsis: marks.leftOut },
  formatters,
  selectors: [...selectors, { selector: 'title', format: 'skip' }],
}

/** Lays the HTML of a mail out in lines, with {@link marks} for the cut. */
export function layOut(html: string): string {
  const hidden = hiddenNames(html).map((selector) => ({ selector, format: 'mailHiddenBySheet' }))
  return convert(
    html,
    hidden.length === 0 ? options : { ...options, selectors: [...(options.selectors ?? []), ...hidden] },
  )
}
