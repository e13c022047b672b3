import type { DomNode } from 'html-to-text'
import { attribute } from './dom.ts'

/** What Word draws before an item: a glyph of some symbol font, or a number. */
const wordBullet = /^[·•o§▪●○■\uF0A7\uF0B7\uF0D8–-][\s\u00A0]+/
const wordNumber = /^(\(?[\da-z]{1,5}[.)])[\s\u00A0]+/i

/** Word writes a list as paragraphs that begin with the bullet and hard blanks; the level is in the style. */
export function asWordListItem(paragraph: DomNode, text: string): string {
  const level = /mso-list:[^;]{0,40}level(\d)/i.exec(attribute(paragraph, 'style'))?.[1]
  if (level === undefined) return text
  const indent = '  '.repeat(Math.max(0, Number(level) - 1))
  return indent + text.replace(wordBullet, '- ').replace(wordNumber, '$1 ')
}
