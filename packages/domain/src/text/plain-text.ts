import { convert } from 'html-to-text'
import { decodeHTML } from 'entities'

/**
 * Neither API says whether a text is HTML. A `<` counts as markup only when it opens, closes or comments with a
 * tag name that mail editors write; anything else ("cena < 50 zł", "<3") is what a person typed and survives.
 */
const tagNames =
  'a|abbr|address|article|aside|b|big|blockquote|body|br|center|cite|code|col|colgroup|dd|del|div|dl|dt|em|font|footer|' +
  'h[1-6]|head|header|hr|html|i|img|ins|li|link|main|meta|o:p|ol|p|pre|q|s|section|small|span|strike|strong|sub|' +
  'sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|v:[a-z]+|w:[a-z]+|xml'

/**
 * Attributes have values, but for a few: a person who writes "a<b i c>d" means no tag. Quotes must be closed, or the
 * parser would take all the text up to the next quote for a value.
 */
const attributes =
  '(?:(?:\\s+|(?<=["\']))(?:nowrap|noshade|compact|hidden|reversed|' +
  '[^\\s<>="\'/]+\\s*=\\s*(?:"[^"]*"|\'[^\']*\'|[^\\s<>"\']+)))*'

/**
 * What no reader sees: comments, style sheets, titles, and Outlook's conditions and name spaces. A comment, a style
 * sheet or a title must have its end, or all the text after it would be gone; its body stops at the next start, so
 * that a flood of starts costs one pass.
 */
const unseen =
  `!--(?:(?!<!--)[\\s\\S])*?--|(style|title)${attributes}\\s*>(?:(?!</?\\1)[\\s\\S])*</\\1\\s*|/(?:style|title)\\s*|` +
  '!doctype[^<>]*|!\\[(?:if|endif)[^<>]*\\]|\\?xml[^<>]*'

const tag = new RegExp(`<(?:/?(?:${tagNames})${attributes}\\s*(?:/\\s*)?|${unseen})>`, 'gi')

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
    // The look-behind tries each run of blanks once; without it 50 000 blanks cost 10 seconds.
    .replace(/(?<![^\S\n])[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** Stands where the converter left out what is nested too deep; from the private use area, so nobody writes it. */
const leftOut = '\uE000'

/**
 * Text for people out of a body that may be HTML, plain text or a mix.
 * @param skip CSS selectors of elements to leave out, e.g. `blockquote` for quoted history
 */
export function toPlainText(body: string, skip: readonly string[] = []): string {
  if (!hasTags(body)) return tidy(decodeHTML(body))
  const html = protectLoneBrackets(body)
  const text = convert(html, {
    wordwrap: false,
    // The converter calls itself for each level, so a hostile nest of tags would exhaust the stack.
    limits: { maxDepth: 100, ellipsis: leftOut },
    selectors: [
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false, noAnchorUrl: true } },
      ...['img', 'title'].map((selector) => ({ selector, format: 'skip' })),
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
      ...skip.map((selector) => ({ selector, format: 'skip' })),
    ],
  })
  // Of a nest too deep to lay out, the words still count.
  return tidy(text.includes(leftOut) ? decodeHTML(html.replace(tag, '\n')) : text)
}

/** Layers of escaping that are taken off; each API on the way may add one, so a real text has two or three. */
const maxLayers = 10

/**
 * The form in which two texts are compared when an API may have reshaped one of them:
 * markup stripped, entities decoded, white space collapsed, Unicode NFC, case kept. Repeated until nothing changes:
 * a text that itself looks like markup is stripped at once when kept as sent, and only the second time when escaped.
 */
export function normaliseText(body: string): string {
  let text = body
  for (let layer = 0; layer < maxLayers; layer++) {
    // A zero-width space is white space to the HTML converter and not to `\s`.
    const next = toPlainText(text)
      .normalize('NFC')
      .replace(/[\s\u200B]+/g, ' ')
      .trim()
    if (next === text) break
    text = next
  }
  return text
}
