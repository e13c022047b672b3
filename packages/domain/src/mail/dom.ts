import type { DomNode } from 'html-to-text'

/** The value of an attribute, or nothing. */
export function attribute(element: DomNode, name: string): string {
  const attributes: unknown = element.attribs
  if (typeof attributes !== 'object' || attributes === null) return ''
  const value: unknown = Object.getOwnPropertyDescriptor(attributes, name)?.value
  return typeof value === 'string' ? value : ''
}

/** A value out of the style of an element, e.g. of `margin-bottom`. */
export function styleOf(element: DomNode, property: string): string | undefined {
  for (const part of attribute(element, 'style').toLowerCase().split(';')) {
    const colon = part.indexOf(':')
    if (part.slice(0, colon).trim() === property) return part.slice(colon + 1).trim()
  }
  return undefined
}

/** More words than any link has; the rest of an unclosed one is not looked at. */
const maxNodes = 1000

/** The words inside an element, in one line. */
export function wordsOf(element: DomNode): string {
  const open = [element]
  let text = ''
  for (let seen = 0; seen < maxNodes; seen++) {
    const node = open.pop()
    if (node === undefined) break
    if (node.type === 'text') text += node.data ?? ''
    if (node.type === 'tag') for (const child of node.children.slice(0, maxNodes).reverse()) open.push(child)
  }
  return text
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The white space between tags. */
export const isBlankText = (node: DomNode): boolean => node.type === 'text' && !/\S/.test(node.data ?? '')
