import { decodeHTMLAttribute } from 'entities'
import { withAreas } from './form-fields.ts'
import { visible } from './invisible.ts'
import { withoutRepeatedAddresses } from './links.ts'
import { toLines, type Line } from './lines.ts'
import { layOut, type Reader } from './mail-layout.ts'
import { marks, withoutEscapedMarks, withoutForeignMarks, withoutMarks } from './marks.ts'
import { mostTags, withBoundedDepth, withBoundedLength, withBoundedLines } from '../text/bounds.ts'
import { withoutDrawings } from '../text/drawings.ts'
import { withFormulasInWords } from '../text/formulas.ts'
import { hasTags, mailTag, withTags } from '../text/markup.ts'
import { withoutScripts } from '../text/scripts.ts'

/** As often as a text may have been escaped on its way; each API may add a layer. */
const maxLayers = 3

/** Tags that end what they began: nobody types them all, so a text that shows them is HTML that was escaped once more. */
const pairedTag =
  /<\/(?:a|b|blockquote|body|center|div|em|font|h[1-6]|html|li|ol|p|pre|small|span|strong|sub|sup|table|t[dhr]|u|ul)\s*>|<br\s{0,3}\/?>/i
const wholeHtml = /^<(?:!doctype|blockquote|body|div|html|ol|p|span|table|ul)\b[\s\S]*>$/i

const escapedEntity = /&amp;(?=(#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{1,30});)/gi

/**
 * What was escaped once more on its way: "50 z&amp;#322;" is "50 zł". Nobody who writes to a buyer means the six characters
 * of an entity, so those that have a meaning are entities.
 */
function withoutDoubleEscapes(body: string): string {
  let text = body
  for (let layer = 0; layer < maxLayers; layer++) {
    const next = text.replace(escapedEntity, (found, name: string) =>
      decodeHTMLAttribute(`&${name};`) === `&${name};` ? found : '&',
    )
    if (next === text) break
    text = next
  }
  return text
}

/** Takes off the layers of escaping over HTML; what was escaped to be read as it stands stays. */
function unescaped(body: string): string {
  let text = body
  for (let layer = 0; layer < maxLayers && !hasTags(text, mailTag); layer++) {
    text = decodeHTMLAttribute(text)
    if (pairedTag.test(text) && hasTags(text, mailTag)) return text
  }
  return body
}

/** HTML of one line has no use for line ends; where no tag makes a line, those of the text do. */
const lineTag = /<(?:blockquote|body|br|center|dd|div|dt|h[1-6]|hr|li|ol|p|pre|section|table|td|tr|ul)[\s/>]/i
const withLines = (body: string): string =>
  lineTag.test(body) ? body : body.replace(mailTag, (tag) => tag.replace(/\s+/g, ' ')).replace(/\r\n?|\n/g, '<br>')

/** The blank of a signature's mark, which HTML loses before a tag. */
const htmlDelimiter = /(?<=^|>|\n)--(?: |\u00A0|&nbsp;)(?=\s{0,20}<)/g

/** A mail in lines, and what its layout had to leave out. */
export interface MailLines {
  lines: Line[]
  tooDeep: boolean
  tooLong: boolean
}

/** "?a=1&copy=2" of an address that nobody escaped is no "©"; in an attribute the parser knows that itself. */
const parameter = /&(?=[a-z][\w.-]{1,40}=)/gi

const bounded = (html: string) => withBoundedDepth(html.replace(parameter, '&amp;'), mailTag, mostTags)

/** What programs write into plain text where a picture was: Outlook its place in the mail, Gmail the name of its file. */
const pictureInText =
  /\[cid:[^\]\s]{1,200}\]|\[(?:image|obraz|bild|зображення|obrázek): [^\]\n]{1,150}\.(?:png|jpe?g|gif|webp|bmp|heic)\]/giu

/** A picture written out in letters, alone or as Markdown has it; of its words those stay. */
const pictureInLetters =
  /!\[([^[\]\n]{0,300})\]\((?:data:image\/|cid:|blob:)[^)\s]*\)|\bdata:image\/[a-z+.-]{1,20};base64,[\w+/=]*/gi

const withPictures = (text: string): string =>
  text.replace(pictureInText, marks.picture).replace(pictureInLetters, (_, words: string = '') => words + marks.picture)

/** What is drawn or set by tags of its own, in words or in tags of a page. */
const inTags = (html: string): string => withoutDrawings(withFormulasInWords(html))

/** Decoding may bring what looks like our marks; the one for hidden words is set by now. */
const decoded = (source: string): string =>
  source
    .split(marks.hidden)
    .map((part) => withoutForeignMarks(decodeHTMLAttribute(part)))
    .join(marks.hidden)

/**
 * What begins, with no attribute: whoever writes nothing else that looks like a tag, also no end, writes about one. These need
 * no end.
 */
const bareStart = /^<(?!(?:br|hr|img|wbr|p|li|t[dhr]|d[dt]|option)>)[a-z][a-z\d]*>$/i

/** "Proszę wpisać <b> przed słowem" is no HTML; what begins with a tag is. */
function isHtml(text: string): boolean {
  const first = text.search(/\S/)
  for (const { 0: found, index } of text.matchAll(mailTag)) if (!bareStart.test(found) || index === first) return true
  return false
}

interface Marked {
  text: string
  tooDeep: boolean
  tooLong: boolean
}

function marked(body: string, reader: Reader): Marked {
  const written = inTags(withAreas(withoutForeignMarks(unescaped(withoutDoubleEscapes(body)))))
  const source = withoutScripts(written, marks.hidden).replace(htmlDelimiter, `${marks.delimiter}--`)
  if (!isHtml(source))
    return { text: withPictures(withoutRepeatedAddresses(decoded(source))), tooDeep: false, tooLong: false }
  const outer = bounded(withLines(source))
  let text = layOut(outer.html, reader)
  let { tooDeep, tooLong } = outer
  // An editor that was given HTML as text shows it and escapes it.
  if (wholeHtml.test(withoutMarks(visible(text)).trim()) && pairedTag.test(text)) {
    const inner = bounded(withoutScripts(inTags(withoutEscapedMarks(text)), marks.hidden))
    text = layOut(inner.html, reader)
    tooDeep ||= inner.tooDeep
    tooLong ||= inner.tooLong
  }
  return { text: withPictures(text), tooDeep, tooLong }
}

/** The lines of a mail that may be HTML, plain text or a mix. */
export function mailLines(mail: string, reader: Reader): MailLines {
  const whole = withBoundedLength(mail)
  const laidOut = marked(whole.body, reader)
  const isLaidOut = !laidOut.text.includes(marks.leftOut)
  const bounded = withBoundedLines(visible(isLaidOut ? laidOut.text : flatText(whole.body)))
  return {
    lines: toLines(bounded.text),
    tooDeep: laidOut.tooDeep || !isLaidOut,
    tooLong: whole.tooLong || laidOut.tooLong || bounded.tooLong,
  }
}

/** The words of a mail too deeply nested to lay out: they still count. */
const flatText = (body: string): string => withoutForeignMarks(decodeHTMLAttribute(withTags(body, mailTag, () => '\n')))
