import type { FormatCallback } from 'html-to-text'
import { attribute, hasWords, readStyle, type Style } from './dom.ts'
import { isHiddenBy, mayHide } from './hidden.ts'
import { marks } from './marks.ts'

/** Older ones hide their rules from older programs in a comment of the page. */
const sheet = /<style\b[^>]{0,200}>((?:(?!<\/?style)[^]){1,100000})<\/style/gi
const comment = /\/\*[^*]{0,5000}(?:\*(?!\/)[^*]{0,5000}){0,100}\*\//g

/** Rules for every screen are as those outside; those for certain ones say nothing of the others. */
const everyScreen = /^@media\s+(?:only\s+)?(?:all|screen)(?:\s*,\s*(?:only\s+)?(?:all|screen))?$/i

/** More than a rule has in a template. */
const longestPart = 2000

/** The rules of a sheet that hold on every screen, brace by brace: a sheet may be nothing but braces. */
function* rulesOf(css: string): Generator<{ selectors: string; declarations: string }> {
  const open: ('block' | 'skipped' | 'rule')[] = []
  let from = 0
  let selectors = ''
  for (const { 0: brace, index } of css.matchAll(/[{}]/g)) {
    const text = css.slice(from, index)
    from = index + 1
    if (brace === '}') {
      if (open.pop() === 'rule' && text.length <= longestPart) yield { selectors, declarations: text }
      continue
    }
    // "@import url(a.css);" stands before.
    const head = text.slice(text.lastIndexOf(';') + 1).trim()
    const isInside = open.length > 0 && open.at(-1) !== 'block'
    if (isInside || head === '' || head.length > longestPart) open.push('skipped')
    else if (head.startsWith('@')) open.push(everyScreen.test(head) ? 'block' : 'skipped')
    else {
      open.push('rule')
      selectors = head
    }
  }
}

const compound = '[a-z\\d]{0,20}(?:[.#][a-z_][\\w-]{0,100}|\\[[a-z-]{1,50}(?:="[^"\\]]{0,100}")?\\])'
/** Classes, ids and attributes, of an element or of one right inside another: whatever has them, the rule is about it. */
const simple = new RegExp(`^(?:${compound}\\s?>\\s?)?(?:${compound}){1,3}$|^${compound}\\s?>\\s?[a-z\\d]{1,20}$`, 'i')

/** More than a template has, and more of these than it hides or strikes out. */
const mostRules = 1000
const mostNames = 100

const isStruckBy = (style: Style): boolean => /\bline-through\b/.test(lineOf(style))
const lineOf = (style: Style): string => style('text-decoration-line') ?? style('text-decoration') ?? ''

/** The selectors of whatever the style sheets of a mail may hide on every screen, or strike out, with their style. */
export function rulesInSheets(html: string): { hidden: Map<string, string>; struck: string[] } {
  const rules = new Map<string, string>()
  for (const [, css = ''] of html.matchAll(sheet)) {
    const rulesOfSheet = rulesOf(css.replace(/<!--|-->/g, '').replace(comment, ''))
    for (const { selectors, declarations } of rulesOfSheet)
      for (const selector of selectors.split(',').map((part) => part.trim()))
        // Of two rules for the same, the later one counts.
        if (simple.test(selector) && (rules.size < mostRules || rules.has(selector)))
          rules.set(selector, `${rules.get(selector) ?? ''};${declarations}`)
  }
  const hidden = [...rules].filter(([, style]) => mayHide(readStyle(style)))
  const struck = [...rules].filter(([, style]) => isStruckBy(readStyle(style)))
  return {
    hidden: new Map(hidden.slice(0, mostNames)),
    struck: struck.slice(0, mostNames).map(([selector]) => selector),
  }
}

/**
 * What a style sheet hides, where the element itself does not say that it is shown.
 * @param otherwise lays it out as if there were no style sheet
 */
export const hiddenBySheet =
  (otherwise: FormatCallback): FormatCallback =>
  (elem, walk, builder, options) => {
    const sheetStyle: unknown = options.style
    const style = readStyle(`${typeof sheetStyle === 'string' ? sheetStyle : ''};${attribute(elem, 'style')}`)
    if (!isHiddenBy(style, elem)) otherwise(elem, walk, builder, options)
    else if (hasWords(elem)) builder.addInline(marks.hidden, { noWordTransform: true })
  }
