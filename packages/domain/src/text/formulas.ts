import { replaceSpans } from './spans.ts'

const start = /<(?:[a-z]{1,10}:)?math(?=[\s>])[^<>]{0,2000}(?<!\/)>/gi
const end = /<\/(?:[a-z]{1,10}:)?math\s{0,20}>/gi
const piece = /<(\/?)(?:[a-z]{1,10}:)?([a-z][a-z-]{0,20})(?:\s[^<>]*?)?(\/?)>|[^<]+|</gi

/** Operators that stand apart from what they join. */
const apart = /^(?:[=<>+×÷±≈≠≤≥→⇒·−-]|&(?:[lg]t|times|divide|plusmn|minus|[lg]e|ne|asymp);)$/

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** What needs no brackets to stay one thing. */
const isSimple = (text: string): boolean => /^[\p{L}\p{N}.,]*$/u.test(text)
const asOne = (text: string): string => (isSimple(text) ? text : `(${text})`)

const power = (text: string): string =>
  /^\d+$/.test(text) ? text.replace(/\d/g, (digit) => superscripts.charAt(Number(digit))) : `^${asOne(text)}`

/** An element of a formula in words, made of what stands inside it. */
function written(name: string, parts: readonly string[]): string {
  const [first = '', second = '', third = ''] = parts
  switch (name) {
    case 'mo':
      return apart.test(first) ? ` ${first} ` : first
    case 'mfrac':
      return `${asOne(first)}/${asOne(second)}`
    case 'msup':
    case 'mover':
      return asOne(first) + power(second)
    case 'msub':
    case 'munder':
      return `${asOne(first)}_${asOne(second)}`
    case 'msubsup':
    case 'munderover':
      return `${asOne(first)}_${asOne(second)}${power(third)}`
    case 'msqrt':
      return `√${asOne(parts.join(''))}`
    case 'mroot':
      return `${power(second)}√${asOne(first)}`
    case 'mfenced':
      return `(${parts.join(', ')})`
    case 'mtr':
      return `${parts.join(' | ')}<br>`
    // They say in another language what the formula says.
    case 'annotation':
    case 'annotation-xml':
      return ''
    default:
      return parts.join('')
  }
}

/** Deeper than anybody nests a formula; from there on it is words in a row. */
const maxDepth = 50

function inWords(formula: string): string {
  const root: { name: string; parts: string[] } = { name: '', parts: [] }
  const open = [root]
  const top = (): typeof root => open.at(-1) ?? root
  const close = (): void => {
    const { name, parts } = open.pop() ?? root
    top().parts.push(written(name, parts))
  }
  for (const [text, slash, tagName, closed] of formula.matchAll(piece)) {
    const name = tagName?.toLowerCase()
    if (name === undefined) {
      const words = text.replace(/\s+/g, ' ')
      if (top().name === 'mtext') top().parts.push(words)
      else if (words.trim() !== '') top().parts.push(words.trim())
    } else if (slash === '' && closed === '' && open.length < maxDepth) open.push({ name, parts: [] })
    else if (slash === '/' && open.slice(1).some((element) => element.name === name)) {
      while (top().name !== name) close()
      close()
    }
  }
  while (open.length > 1) close()
  return root.parts.join('').replace(/ {2,}/g, ' ').trim()
}

/** A text in which formulas (MathML) are words: dozens of names belong to them alone, and readers would see them as they stand. */
export const withFormulasInWords = (text: string): string =>
  replaceSpans(text, start, end, (_opening, inside) => inWords(inside))
