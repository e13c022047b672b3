import type { DomNode } from 'html-to-text'
import { attribute, hasAttribute, styleOf } from './dom.ts'

/** Nothing of it can be seen: 0, 0px, 0.0em, .0 – but not 0.5, nor 1px, which some programs write on the layout of visible text. */
const nil = /^[+-]?0*\.?0+\s*(?:px|pt|em|rem|ex|ch|cm|mm|in|pc|%|vh|vw)?$/

const isNil = (value: string | undefined): boolean => value !== undefined && nil.test(value)

/** As templates move words out of the page, for machines alone. */
const farAway = /^-\d{3,}/

/** What a browser shows nothing of, whatever is in it. */
const unshown: ReadonlySet<string> = new Set(['template', 'iframe', 'datalist', 'audio', 'video', 'canvas'])

function isMovedAway(element: DomNode): boolean {
  if (farAway.test(styleOf(element, 'text-indent') ?? '')) return true
  if (!/^(?:absolute|fixed)$/.test(styleOf(element, 'position') ?? '')) return false
  if (/^rect\((?:[01](?:px)?[\s,]*){4}\)/.test(styleOf(element, 'clip') ?? '')) return true
  return ['left', 'top', 'right'].some((side) => farAway.test(styleOf(element, side) ?? ''))
}

const clips = (element: DomNode): boolean =>
  ['overflow', 'overflow-y', 'overflow-x'].some((property) => /^(?:hidden|clip)/.test(styleOf(element, property) ?? ''))

/** Whether a reader of the mail sees nothing of an element: the preview texts of templates, and what programs keep for themselves. */
export function isHidden(element: DomNode): boolean {
  const style = attribute(element, 'style')
  if (hasAttribute(element, 'hidden') || unshown.has(element.name ?? '')) return true
  if (style === '') return false
  if (styleOf(element, 'display') === 'none' || styleOf(element, 'mso-hide') === 'all') return true
  if (/^(?:hidden|collapse)$/.test(styleOf(element, 'visibility') ?? '')) return true
  if (isNil(styleOf(element, 'opacity')) || isMovedAway(element)) return true
  // What is inside may set a size again; then it is seen.
  if (isNil(styleOf(element, 'font-size'))) return !setsSize(element)
  return clips(element) && ['max-height', 'height', 'max-width', 'width'].some((side) => isNil(styleOf(element, side)))
}

/** More elements than a layout table that is made small to close its gaps has inside one cell. */
const maxNodes = 300

function setsSize(element: DomNode): boolean {
  const open = [...element.children]
  for (let seen = 0; seen < maxNodes; seen++) {
    const node = open.pop()
    if (node === undefined) return false
    if (node.type !== 'tag') continue
    const size = styleOf(node, 'font-size')
    if (size !== undefined && !isNil(size)) return true
    open.push(...node.children.slice(0, maxNodes))
  }
  // In doubt it is seen.
  return true
}
