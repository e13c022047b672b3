import type { DomNode } from 'html-to-text'
import { attribute, styleOf } from './dom.ts'

const drawn = /solid|double|dashed|dotted|groove|ridge|inset|outset/
const none = /(?:^|\s)(?:none|hidden|0(?:\.0+)?(?:px|pt|em)?)(?:\s|$)/

function hasSide(element: DomNode, side: 'top' | 'left'): boolean {
  const border = styleOf(element, `border-${side}`)
  if (border !== undefined) return drawn.test(border) && !none.test(border)
  return (
    drawn.test(styleOf(element, `border-${side}-style`) ?? '') &&
    !none.test(styleOf(element, `border-${side}-width`) ?? '')
  )
}

/** Whether a line is drawn above or beside a block alone: so mail programs part what was said before from the answer. */
export function isRuled(element: DomNode): boolean {
  if (element.name === 'hr') return true
  if (attribute(element, 'style') === '') return false
  return hasSide(element, 'top') || hasSide(element, 'left')
}
