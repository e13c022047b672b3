import type { DomNode } from 'html-to-text'
import { attribute, hasAttribute, ownStyle, styleOf, wordsOf, type Style } from './dom.ts'

/** Nothing of it can be seen: 0, 0px, 0.0em, .0, or a hundredth of a letter – but not 0.5, nor 1px, which some programs write on the layout of visible text. */
const nil = /^[+-]?(?:0*\.?0+\s*(?:px|pt|em|rem|ex|ch|cm|mm|in|pc|%|vh|vw)?|0*\.0\d+\s*(?:px|pt|r?em))$/

/** "font: 0/0 a" */
const shorthand = /^(?:[a-z]+ )*([\d.]+[a-z%]*)[/ ]/

const isNil = (value: string | undefined): boolean => value !== undefined && nil.test(value)

/** As templates move words out of the page, for machines alone. */
const farAway = /^-\d{3,}/

/** What shows no words of its own, whatever is in it. */
const unshown: ReadonlySet<string> = new Set(['template', 'iframe', 'datalist', 'audio', 'video', 'canvas'])

/** These show or play something all the same, as pictures do. */
const media: ReadonlySet<string> = new Set('iframe audio video canvas svg object embed v:imagedata'.split(' '))

/** A picture behind words is an ornament; where there are none, it is what is shown. */
const isBackground = (element: DomNode): boolean =>
  (/\burl\(/.test((styleOf(element, 'background') ?? '') + (styleOf(element, 'background-image') ?? '')) ||
    attribute(element, 'background') !== '') &&
  wordsOf(element) === ''

/** Whether something is shown here that words cannot tell. */
export const isMedia = (element: DomNode): boolean =>
  (media.has(element.name ?? '') ||
    (element.name === 'input' && /^image$/i.test(attribute(element, 'type'))) ||
    isBackground(element)) &&
  !hasAttribute(element, 'hidden') &&
  !isHiddenByStyle(element)

/** Shrunk or cut to nothing. */
const shrunk = /(?:^|\s)scale(?:x|y|3d)?\(\s*0*\.?0+\s*[,)]/
const cut = /^(?:inset\(\s*(?:[5-9]\d|100)%|circle\(\s*0*\.?0+(?:px|%)?\s*(?:at\b|\)))/

function isMovedAway(style: Style): boolean {
  if (farAway.test(style('text-indent') ?? '')) return true
  if (!/^(?:absolute|fixed)$/.test(style('position') ?? '')) return false
  if (/^rect\((?:[01](?:px)?[\s,]*){4}\)/.test(style('clip') ?? '')) return true
  return ['left', 'top', 'right'].some((side) => farAway.test(style(side) ?? ''))
}

const clips = (style: Style): boolean =>
  ['overflow', 'overflow-y', 'overflow-x'].some((property) => /^(?:hidden|clip)/.test(style(property) ?? ''))

/** One dot that shows no more than itself: so pages keep words for programs that read them aloud. */
const isDot = (style: Style): boolean => ['width', 'height'].every((side) => /^[01](?:px)?$/.test(style(side) ?? ''))

/** A colour that shows nothing: by name, or with nothing in its fourth part. */
const isSeenThrough = (color: string): boolean =>
  /^(?:transparent|#[\da-f]{3}0|#[\da-f]{6}00|(?:rgb|hsl)a?\([^()]{5,60}[,/]\s*0*\.?0+%?\s*\))$/.test(color) &&
  !/^(?:rgb|hsl)a?\((?:[^,]*,){2}[^,]*\)$/.test(color)

/** Whether a style shows nothing of what it is for, whatever stands in there. */
function hidesAll(style: Style): boolean {
  if (style('display') === 'none' || style('mso-hide') === 'all') return true
  if (isNil(style('opacity')) || isMovedAway(style)) return true
  if (style('content-visibility') === 'hidden' || isSeenThrough(style('color') ?? '')) return true
  if (shrunk.test(style('transform') ?? '') || cut.test(style('clip-path') ?? '')) return true
  if (!clips(style)) return false
  return isDot(style) || ['max-height', 'height', 'max-width', 'width'].some((side) => isNil(style(side)))
}

const isUnseen = (visibility: string | undefined): boolean => /^(?:hidden|collapse)$/.test(visibility ?? '')
const size = (style: Style): string | undefined => style('font-size') ?? shorthand.exec(style('font') ?? '')?.[1]

/** Whether a reader of the mail sees nothing of an element that has a style, of its own or out of a style sheet. */
export function isHiddenBy(style: Style, element: DomNode): boolean {
  if (hidesAll(style)) return true
  // What is inside may be set again; then it is seen.
  if (isUnseen(style('visibility')))
    return !isInside(element, (inner) => inner('visibility') !== undefined && !isUnseen(inner('visibility')))
  return isNil(size(style)) && !isInside(element, (inner) => size(inner) !== undefined && !isNil(size(inner)))
}

/** Whether a style may hide an element. */
export const mayHide = (style: Style): boolean => hidesAll(style) || isUnseen(style('visibility')) || isNil(size(style))

/** Whether a reader of the mail sees nothing of an element: the preview texts of templates, and what programs keep for themselves. */
export function isHidden(element: DomNode): boolean {
  return hasAttribute(element, 'hidden') || unshown.has(element.name ?? '') || isHiddenByStyle(element)
}

const isHiddenByStyle = (element: DomNode): boolean =>
  attribute(element, 'style') !== '' && isHiddenBy(ownStyle(element), element)

/** More elements than a layout table that is made small to close its gaps has inside one cell. */
const maxNodes = 300

function isInside(element: DomNode, has: (style: Style) => boolean): boolean {
  const open = [...element.children]
  for (let seen = 0; seen < maxNodes; seen++) {
    const node = open.pop()
    if (node === undefined) return false
    if (node.type !== 'tag') continue
    if (has(ownStyle(node))) return true
    open.push(...node.children.slice(0, maxNodes))
  }
  // In doubt it is seen.
  return true
}
