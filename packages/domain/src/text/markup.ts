/**
 * Neither API says whether a text is HTML. A `<` counts as markup only when it opens, closes or comments with a
 * tag name that mail editors write; anything else ("cena < 50 zł", "<3") is what a person typed and survives.
 */
const tagNames =
  'a|abbr|address|article|aside|b|big|blockquote|body|br|center|cite|code|col|colgroup|dd|del|div|dl|dt|em|font|footer|' +
  'h[1-6]|head|header|hr|html|i|img|ins|li|link|main|meta|o:p|ol|p|pre|q|s|section|small|span|strike|strong|sub|' +
  'sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|v:[a-z]+|w:[a-z]+|xml'

/** Names that only whole mail programs write; in the mails of an agent they are markup as well. */
const mailTagNames =
  'area|audio|base|bdi|bdo|button|canvas|caption|datalist|details|dfn|dir|fieldset|figcaption|figure|form|hgroup|iframe|' +
  // Bare, these are words that a person types.
  '(?:data|embed|frame|input|param|track)(?=\\s[^<>]{0,2000}=)|(?<=/)(?:data|frame)|' +
  'applet|basefont|bgsound|blink|dialog|frameset|keygen|listing|meter|noframes|output|progress|rbc|rtc|search|spacer|xmp|' +
  'select(?=[^<>]{0,2000}>\\s{0,200}<opt(?:ion|group))|' +
  'opt(?:ion|group)(?=[^<>]{0,2000}>[^<]{0,500}</?(?:opt|select))|' +
  '(?<=/)(?:select|option|optgroup)|' +
  'acronym|marquee|rb|rp|rt|ruby|kbd|label|legend|m:[a-z]+|map|mark|menu|nav|nobr|noscript|o:[a-z]+|object|picture|samp|source|' +
  'st1:[a-z]+|summary|svg|template|time|u[1-9]:p|var|video|wbr'

/**
 * Attributes have values, but for a few: a person who writes "a<b i c>d" means no tag. Quotes must be closed, or the
 * parser would take all the text up to the next quote for a value.
 */
const attributes =
  '(?:(?:\\s+|(?<=["\']))(?:nowrap|noshade|compact|hidden|reversed|checked|selected|disabled|readonly|required|multiple|' +
  'allowfullscreen|controls|autoplay|loop|muted|open|async|defer|ismap|autofocus|download|' +
  '[^\\s<>="\'/]+\\s*=\\s*(?:"[^"]*"|\'[^\']*\'|[^\\s<>"\']+)))*'

/**
 * What no reader sees: comments, style sheets, titles, and Outlook's conditions and name spaces. A comment, a style
 * sheet or a title must have its end, or all the text after it would be gone; its body stops at the next start, so
 * that a flood of starts costs one pass. A condition of Outlook that others do not know, `<!--[if !mso]><!-->`, has two.
 */
const unseen =
  `!--\\[if[^<>]*\\]><!--(?: *--)?|!--(?:(?!<!--)[\\s\\S])*?--|(style|title)${attributes}\\s*>(?:(?!</?\\1)[\\s\\S])*</\\1\\s*|/(?:style|title)\\s*|` +
  '!doctype[^<>]*|!\\[(?:if|endif)[^<>]*\\]|\\?xml[^<>]*'

const tagsNamed = (names: string): RegExp =>
  new RegExp(`<(?:/?(?:${names})${attributes}\\s*(?:/\\s*)?|${unseen})>`, 'gi')

/** The tags by which a text from either API is known to be HTML. */
export const tag = tagsNamed(tagNames)

/** The tags of a mail written in a mail program or in Thulium's editor. */
export const mailTag = tagsNamed(`${tagNames}|${mailTagNames}`)

/** @param tags {@link tag} or {@link mailTag} */
export const hasTags = (text: string, tags: RegExp): boolean => text.search(tags) >= 0

/**
 * Escapes each `<` that is not part of a known tag, so that the HTML parser cannot swallow what follows it.
 * @param tags {@link tag} or {@link mailTag}
 * @param put what stands in the place of a tag; undefined where the text shall end
 */
export function withTags(text: string, tags: RegExp, put: (tag: string) => string | undefined): string {
  let out = ''
  let end = 0
  for (const { 0: found, index } of text.matchAll(tags)) {
    if (index > end) out += text.slice(end, index).replaceAll('<', '&lt;')
    const tag = put(found)
    if (tag === undefined) return out
    out += tag
    end = index + found.length
  }
  return out + text.slice(end).replaceAll('<', '&lt;')
}
