import type { DomNode, FormatCallback } from 'html-to-text'
import { allWordsOf, attribute, hasAttribute } from './dom.ts'
import { wordsOfPicture } from './glyphs.ts'
import { marks } from './marks.ts'

/** What a field shows that is no text, or shows to nobody. */
const wordless: ReadonlySet<string> = new Set(['hidden', 'password', 'file', 'color', 'range'])

const boxes: Readonly<Record<string, readonly [string, string]>> = { checkbox: ['☐', '☑'], radio: ['○', '◉'] }

/** The words of buttons whose author wrote none. */
const ready: Readonly<Record<string, string>> = { submit: 'Wyślij', reset: 'Wyczyść' }

/** A field of several lines is lines as they were typed. */
export const withAreas = (html: string): string =>
  html.replace(/<textarea(\s[^<>]{0,2000})?>([^<]{0,50000})<\/textarea\s*>/gi, '<pre$1>$2</pre>')

/** What a field of a form shows: what was filled in, else what it asks for; of a box, whether it is ticked. */
function shownBy(elem: DomNode): string {
  const type = attribute(elem, 'type').trim().toLowerCase()
  if (wordless.has(type)) return ''
  if (type === 'image') return wordsOfPicture(elem) ?? ''
  const box = boxes[type]
  if (box !== undefined) return box[hasAttribute(elem, 'checked') ? 1 : 0]
  return attribute(elem, 'value') || attribute(elem, 'placeholder') || (ready[type] ?? '')
}

/** A field of a form, e.g. in a page that was copied into a mail. */
export const field: FormatCallback = (elem, _walk, builder) => {
  const shown = shownBy(elem).trim()
  if (shown !== '') builder.addInline(` ${shown} `, { noWordTransform: true })
}

interface Parts {
  options: DomNode[]
  /** What stands in a list without being in one of its options, e.g. words that only look like one. */
  beside: DomNode[]
}

function partsOf(list: DomNode): Parts {
  const parts: Parts = { options: [], beside: [] }
  for (const child of list.children) {
    if (child.name === 'option') parts.options.push(child)
    else if (child.name === 'optgroup' && list.name === 'select') {
      const group = partsOf(child)
      parts.options.push(...group.options)
      parts.beside.push(...group.beside)
    } else parts.beside.push(child)
  }
  return parts
}

/** Of a list to choose from, what is chosen; the others nobody sees without opening it. One that lies open shows all. */
export const choice: FormatCallback = (elem, walk, builder) => {
  const { options: all, beside } = partsOf(elem)
  const chosen = all.filter((option) => hasAttribute(option, 'selected'))
  const isOpen = hasAttribute(elem, 'multiple') || Number(attribute(elem, 'size')) > 1
  const shown = chosen.length > 0 ? chosen : isOpen ? all : all.slice(0, 1)
  const text = shown
    .map((option) => attribute(option, 'label') || allWordsOf(option))
    .filter((words) => words !== '')
    .join(', ')
  const mark = all.length > shown.length ? marks.hidden : ''
  if (text + mark !== '') builder.addInline(` ${text}${mark} `, { noWordTransform: true })
  walk(beside, builder)
}
