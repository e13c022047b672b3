import { convert } from 'html-to-text'
import { decodeHTML } from 'entities'

/**
 * Neither API says whether a text is HTML. A `<` counts as markup only when it opens, closes or comments with a
 * tag name that mail editors write; anything else ("cena < 50 zł", "<3") is what a person typed and survives.
 */
const tagNames =
  'a|abbr|address|article|aside|b|big|blockquote|body|br|center|cite|code|col|colgroup|dd|del|div|dl|dt|em|font|footer|' +
  'h[1-6]|head|header|hr|html|i|img|ins|li|link|main|meta|o:p|ol|p|pre|q|s|section|small|span|strike|strong|style|sub|' +
  'sup|table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul|v:[a-z]+|w:[a-z]+|xml'
const tag = new RegExp(`<(?:/?(?:${tagNames})(?:[\\s/][^<>]*)?|!--[\\s\\S]*?--|!doctype[^<>]*)>`, 'gi')

const hasTags = (text: string): boolean => text.search(tag) >= 0

/** Escapes each `<` that is not part of a known tag, so that the HTML parser cannot swallow what follows it. */
function protectLoneBrackets(text: string): string {
  let out = ''
  let end = 0
  for (const match of text.matchAll(tag)) {
    out += text.slice(end, match.index).replaceAll('<', '&lt;') + match[0]
    end = match.index + match[0].length
  }
  return out + text.slice(end).replaceAll('<', '&lt;')
}

const tidy = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/**
 * Text for people out of a body that may be HTML, plain text or a mix.
 * @param skip CSS selectors of elements to leave out, e.g. `blockquote` for quoted history
 */
export function toPlainText(body: string, skip: readonly string[] = []): string {
  if (!hasTags(body)) return tidy(decodeHTML(body))
  const text = convert(protectLoneBrackets(body), {
    wordwrap: false,
    // Bodies reach 50 000 characters; a hostile nest of tags must not cost more than reading them.
    limits: { maxInputLength: 200_000, maxDepth: 100 },
    selectors: [
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false, noAnchorUrl: true } },
      { selector: 'img', format: 'skip' },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
      ...skip.map((selector) => ({ selector, format: 'skip' })),
    ],
  })
  return tidy(text)
}

/**
 * The form in which two texts are compared when an API may have reshaped one of them:
 * markup stripped, entities decoded, white space collapsed, Unicode NFC, case kept.
 */
export const normaliseText = (body: string): string => toPlainText(body).normalize('NFC').replace(/\s+/g, ' ').trim()
