import type { DomNode } from 'html-to-text'
import { attribute, styleOf } from './dom.ts'

const drawn = /solid|double|dashed|dotted|groove|ridge|inset|outset/
const none = /(?:^|\s)(?:none|hidden|0(?:\.0+)?(?:px|pt|em)?)(?:\s|$)/

/** "solid none none": of the top, of the left and right, of the bottom. */
function ofSide(all: string | undefined, side: 'top' | 'left'): string | undefined {
  const [top, right = top, , left = right] = all?.split(/\s+/) ?? []
  return side === 'top' ? top : left
}

const isOneForAll = (all: string | undefined): boolean => all === undefined || !/\S\s+\S/.test(all.trim())

function hasSide(element: DomNode, side: 'top' | 'left'): boolean {
  const border = styleOf(element, `border-${side}`)
  if (border !== undefined) return drawn.test(border) && !none.test(border)
  const styles = styleOf(element, 'border-style')
  const widths = styleOf(element, 'border-width')
  const style = styleOf(element, `border-${side}-style`)
  const width = styleOf(element, `border-${side}-width`)
  // Alike on all sides it is a box, which parts nothing.
  if (style === undefined && width === undefined && isOneForAll(styles) && isOneForAll(widths)) return false
  return drawn.test(style ?? ofSide(styles, side) ?? '') && !none.test(width ?? ofSide(widths, side) ?? '')
}

/** Whether a line is drawn above or beside a block alone: so mail programs part what was said before from the answer. */
export function isRuled(element: DomNode): boolean {
  if (element.name === 'hr') return true
  if (attribute(element, 'style') === '') return false
  return hasSide(element, 'top') || hasSide(element, 'left')
}
