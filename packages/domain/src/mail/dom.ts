import type { DomNode } from 'html-to-text'
import { withoutShapeless } from '../text/shapeless.ts'

/** The value of an attribute, or nothing. */
export function attribute(element: DomNode, name: string): string {
  const attributes: unknown = element.attribs
  if (typeof attributes !== 'object' || attributes === null) return ''
  const value: unknown = Object.getOwnPropertyDescriptor(attributes, name)?.value
  return typeof value === 'string' ? value : ''
}

export function hasAttribute(element: DomNode, name: string): boolean {
  const attributes: unknown = element.attribs
  return typeof attributes === 'object' && attributes !== null && Object.hasOwn(attributes, name)
}

/** More than any style has; the rest of a hostile one is not looked at. */
const maxStyle = 2000

/** Gives the value of a property, e.g. of `margin-bottom`, without the mark that it is important. */
export type Style = (property: string) => string | undefined

const unset: Style = () => undefined

/** What a style says. As in a browser, the last value of a property counts, and an important one before any other. */
export function readStyle(text: string): Style {
  const found = new Map<string, { value: string; important: boolean }>()
  const style = text.slice(0, maxStyle).toLowerCase()
  for (const part of style.replace(/\/\*.*?\*\//gs, '').split(';')) {
    const colon = part.indexOf(':')
    const property = part.slice(0, colon).trim()
    const [value = '', ...flags] = part.slice(colon + 1).split('!')
    const important = flags.some((flag) => flag.trim() === 'important')
    if (important || found.get(property)?.important !== true) found.set(property, { value: value.trim(), important })
  }
  return (property) => found.get(property)?.value
}

/** An element is asked for some twenty properties; reading its style each time cost a quarter of the whole. */
const styles = new WeakMap<DomNode, Style>()

/** The style that an element has of its own. */
export function ownStyle(element: DomNode): Style {
  const known = styles.get(element)
  if (known !== undefined) return known
  const text = attribute(element, 'style')
  if (text === '') return unset
  const style = readStyle(text)
  styles.set(element, style)
  return style
}

export const styleOf = (element: DomNode, property: string): string | undefined => ownStyle(element)(property)

/** More words than any link has; the rest of an unclosed one is not looked at. */
const maxNodes = 1000
const maxWords = 10_000

const inOneLine = (text: string): string =>
  withoutShapeless(text)
    .replace(/[\s\u2800]+/g, ' ')
    .trim()

/** The words inside an element, in one line. */
export function wordsOf(element: DomNode): string {
  const open = [element]
  let text = ''
  for (let seen = 0; seen < maxNodes && text.length < maxWords; seen++) {
    const node = open.pop()
    if (node === undefined) break
    if (node.type === 'text') text += (node.data ?? '').slice(0, maxWords)
    if (node.type === 'tag') for (const child of node.children.slice(0, maxNodes).reverse()) open.push(child)
  }
  return inOneLine(text)
}

/** Its texts in their order, all of them, for whoever goes through an element once. */
function* textsIn(element: DomNode): Generator<string> {
  const open = [{ nodes: [element], at: 0 }]
  for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
    const node = last.nodes[last.at++]
    if (node === undefined) open.pop()
    else if (node.type === 'text') yield node.data ?? ''
    else if (node.type === 'tag') open.push({ nodes: node.children, at: 0 })
  }
}

/** All words inside an element that is not laid out itself. */
export const allWordsOf = (element: DomNode): string => inOneLine([...textsIn(element)].join(''))

/** Whether there is any word inside an element of which nothing is laid out. */
export function hasWords(element: DomNode): boolean {
  for (const text of textsIn(element)) if (inOneLine(text) !== '') return true
  return false
}

/** The text right after an element. */
export function textAfter(element: DomNode): string {
  const next: unknown = Object.getOwnPropertyDescriptor(element, 'next')?.value
  if (typeof next !== 'object' || next === null) return ''
  const data: unknown = Object.getOwnPropertyDescriptor(next, 'data')?.value
  return typeof data === 'string' ? data : ''
}

/** The white space between tags. */
export const isBlankText = (node: DomNode): boolean => node.type === 'text' && !/\S/.test(node.data ?? '')
