import type { DomNode } from 'html-to-text'
import { attribute, hasAttribute, styleOf } from './dom.ts'

/** Nothing of it can be seen: 0, 0px, 0.0em, .0 – but not 0.5, nor 1px, which some programs write on the layout of visible text. */
const nil = /^[+-]?0*\.?0+\s*(?:px|pt|em|rem|ex|ch|cm|mm|in|pc|%|vh|vw)?$/

/** "font: 0/0 a" */
const shorthand = /^(?:[a-z]+ )*([\d.]+[a-z%]*)[/ ]/

const isNil = (value: string | undefined): boolean => value !== undefined && nil.test(value)

/** As templates move words out of the page, for machines alone. */
const farAway = /^-\d{3,}/

/** What shows no words of its own, whatever is in it. */
const unshown: ReadonlySet<string> = new Set(['template', 'iframe', 'datalist', 'audio', 'video', 'canvas'])

/** These show or play something all the same, as pictures do. */
const media: ReadonlySet<string> = new Set('iframe audio video canvas svg object embed v:imagedata'.split(' '))

/** Whether something is shown here that words cannot tell. */
export const isMedia = (element: DomNode): boolean =>
  (media.has(element.name ?? '') || (element.name === 'input' && /^image$/i.test(attribute(element, 'type')))) &&
  !hasAttribute(element, 'hidden') &&
  !isHiddenByStyle(element)

/** Shrunk or cut to nothing. */
const shrunk = /(?:^|\s)scale(?:x|y|3d)?\(\s*0*\.?0+\s*[,)]/
const cut = /^(?:inset\(\s*(?:[5-9]\d|100)%|circle\(\s*0*\.?0+(?:px|%)?\s*(?:at\b|\)))/

function isMovedAway(element: DomNode): boolean {
  if (farAway.test(styleOf(element, 'text-indent') ?? '')) return true
  if (!/^(?:absolute|fixed)$/.test(styleOf(element, 'position') ?? '')) return false
  if (/^rect\((?:[01](?:px)?[\s,]*){4}\)/.test(styleOf(element, 'clip') ?? '')) return true
  return ['left', 'top', 'right'].some((side) => farAway.test(styleOf(element, side) ?? ''))
}

const clips = (element: DomNode): boolean =>
  ['overflow', 'overflow-y', 'overflow-x'].some((property) => /^(?:hidden|clip)/.test(styleOf(element, property) ?? ''))

/** One dot that shows no more than itself: so pages keep words for programs that read them aloud. */
const isDot = (element: DomNode): boolean =>
  clips(element) && ['width', 'height'].every((side) => /^[01](?:px)?$/.test(styleOf(element, side) ?? ''))

/** Whether a reader of the mail sees nothing of an element: the preview texts of templates, and what programs keep for themselves. */
export function isHidden(element: DomNode): boolean {
  return hasAttribute(element, 'hidden') || unshown.has(element.name ?? '') || isHiddenByStyle(element)
}

function isHiddenByStyle(element: DomNode): boolean {
  if (attribute(element, 'style') === '') return false
  if (styleOf(element, 'display') === 'none' || styleOf(element, 'mso-hide') === 'all') return true
  if (/^(?:hidden|collapse)$/.test(styleOf(element, 'visibility') ?? '')) return true
  if (isNil(styleOf(element, 'opacity')) || isMovedAway(element)) return true
  if (styleOf(element, 'content-visibility') === 'hidden' || styleOf(element, 'color') === 'transparent') return true
  if (shrunk.test(styleOf(element, 'transform') ?? '') || cut.test(styleOf(element, 'clip-path') ?? '')) return true
  if (isDot(element)) return true
  // What is inside may set a size again; then it is seen.
  if (isNil(styleOf(element, 'font-size') ?? shorthand.exec(styleOf(element, 'font') ?? '')?.[1]))
    return !setsSize(element)
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
