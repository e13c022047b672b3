import { convert } from 'html-to-text'
import { decodeHTML } from 'entities'
import { withBoundedDepth } from './bounds.ts'
import { convertedOnce } from './converted-once.ts'
import { hasTags, tag } from './markup.ts'
import { withoutScripts } from './scripts.ts'

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
export function toPlainText(source: string, skip: readonly string[] = []): string {
  const body = withoutScripts(source, ' ')
  if (!hasTags(body, tag)) return tidy(decodeHTML(body))
  const { html } = withBoundedDepth(body, tag)
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
export const normaliseText = convertedOnce((body: string): string => {
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
})
