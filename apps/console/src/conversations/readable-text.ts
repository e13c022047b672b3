/**
 * Tags that mail editors write. A `<` before anything else is what a person typed ("szczelina ma <2 mm") and stays;
 * the same rule makes the text of tickets.
 */
const tagNames =
  'a|abbr|address|article|aside|b|big|blockquote|body|br|center|cite|code|col|colgroup|dd|del|div|dl|dt|em|font|footer|' +
  'h[1-6]|head|header|hr|html|i|img|ins|li|link|main|meta|o:p|ol|p|pre|q|s|section|small|span|strike|strong|style|sub|' +
  'sup|table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul|v:[a-z]+|w:[a-z]+|xml'
const tag = new RegExp(`<(/?)(${tagNames})(?:[\\s/][^<>]*)?>`, 'gi')
/** Parts of a page that are not its text. */
const unread = /<!--[\s\S]*?-->|<!doctype[^<>]*>|<(style|script|head|title|xml)\b[\s\S]*?<\/\1\s*>/gi
const block = /^(?:p|div|tr|ul|ol|li|h[1-6]|table|blockquote|pre|hr|address|section|article|header|footer|dl|dt|dd)$/

function spaceFor(name: string, isEnd: boolean): string {
  if (name === 'br') return '\n'
  if (name === 'p') return isEnd ? '\n' : '\n\n'
  if (name === 'li') return isEnd ? '' : '\n• '
  if (name === 'td' || name === 'th') return ' '
  return block.test(name) ? '\n' : ''
}

function withoutTags(markup: string, dropQuotes: boolean): string {
  let quotes = 0
  let text = ''
  let end = 0
  const source = markup.replace(unread, '').replace(/\s+/g, ' ')
  for (const match of source.matchAll(tag)) {
    const [whole, slash, name = ''] = match
    if (quotes === 0) text += source.slice(end, match.index)
    end = match.index + whole.length
    if (dropQuotes && name.toLowerCase() === 'blockquote') quotes = Math.max(0, quotes + (slash === '/' ? -1 : 1))
    if (quotes === 0) text += spaceFor(name.toLowerCase(), slash === '/')
  }
  return text + source.slice(end)
}

/** The browser knows all names of characters; with every `<` escaped there is nothing else in it to parse.*/
const withoutEntities = (text: string): string =>
  text.includes('&')
    ? new DOMParser().parseFromString(text.replaceAll('<', '&lt;'), 'text/html').body.textContent
    : text

/**
 * Text for people out of a body that may be HTML, plain text or a mix. It is shown as text and never as markup, so this is
 * about reading, not about safety.
 * @param dropQuotes leave out what a reply quotes
 */
export function readableText(body: string, { dropQuotes = false } = {}): string {
  const isMarkup = body.search(tag) >= 0
  return withoutEntities(isMarkup ? withoutTags(body, dropQuotes) : body)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
